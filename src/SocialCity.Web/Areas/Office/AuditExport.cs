using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;

namespace SocialCity.Web.Areas.Office;

/// <summary>Writes audit entries as CSV, row by row. A cell never begins a formula in a spreadsheet.</summary>
public sealed class AuditExport
{
    // With its mark, so that spreadsheets read Hangul.
    private static readonly CsvWriterOptions Format = new() { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public async Task WriteAsync(IQueryable<AuditEntry> entries, Stream output, CancellationToken cancellationToken)
    {
        await using CsvWriter csv = CsvWriter.Create(output, Format, true);
        await csv.WriteRecordAsync(["id", "at", "kind", "action", "subject", "actor", "address", "details", "seal"], cancellationToken);
        await foreach (AuditEntry entry in entries.NewestFirst().AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            string[] cells =
            [
                entry.Id.ToString(CultureInfo.InvariantCulture),
                entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                entry.Kind.ToString(),
                entry.Action,
                entry.Subject,
                entry.ActorId?.ToString(CultureInfo.InvariantCulture) ?? "",
                entry.Address ?? "",
                entry.Details,
                entry.Seal ?? "",
            ];
            await csv.WriteRecordAsync(cells, cancellationToken);
        }
    }
}
