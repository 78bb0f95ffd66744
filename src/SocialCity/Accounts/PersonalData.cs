using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace SocialCity.Accounts;

/// <summary>
/// What a feature holds of a person. Each feature has one: the export asks all of them, and so does closing an account.
/// </summary>
public interface IPersonalData
{
    /// <summary>Writes everything that the feature knows of the person into the archive; nothing of anybody else.</summary>
    Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken);

    /// <summary>Removes it. What must stay by law stays without the name. Runs inside the transaction of the closing.</summary>
    Task ForgetAsync(long accountId, CancellationToken cancellationToken);

    /// <summary>Makes pages that are kept show the new name of a person.</summary>
    Task RenamedAsync(long accountId, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes along what hangs on the address of a person who proved another one. The caller saves.</summary>
    Task FollowAsync(string former, string email, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>A zip file that is written while it is sent: nothing is held whole in memory or on disk.</summary>
public sealed class PersonalArchive : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly ZipArchive _zip;

    private PersonalArchive(ZipArchive zip) => _zip = zip;

    public static async Task<PersonalArchive> CreateAsync(Stream stream, CancellationToken cancellationToken) =>
        new(await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken));

    /// <summary>Adds a JSON file; a sequence is written as it is read.</summary>
    public Task AddJsonAsync<T>(string name, T value, CancellationToken cancellationToken) =>
        AddAsync(name, (stream, ct) => JsonSerializer.SerializeAsync(stream, value, Json, ct), cancellationToken);

    public async Task AddAsync(string name, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        await using Stream stream = await entry.OpenAsync(cancellationToken);
        await write(stream, cancellationToken);
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}
