using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>Saves what the office changes together with its entry in the audit log: what it was before, what it is after.</summary>
public sealed class OfficeChanges(
    CityDb db, AuditLog audit, CurrentAccount account, IModelMetadataProvider metadata, IDatabaseProvider provider, TimeProvider time)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Adds an entry, to be saved with what it tells of.</summary>
    /// <param name="action">A stable name such as "department.changed".</param>
    /// <param name="subject">What it was done to, as "kind:id".</param>
    /// <param name="details">What changed, in words.</param>
    public void Note(string action, string subject, string details = "") =>
        audit.Add(AuditKind.Change, action, subject, account.RequiredId, account.Address, details);

    /// <summary>Adds an entry with the fields in which the two forms differ.</summary>
    public void Note(string action, string subject, object before, object after) => Note(action, subject, Changed(before, after));

    /// <summary>Changes something and saves it with its entry; false when it is not any more as the form was opened with.</summary>
    /// <param name="thing">As it is stored.</param>
    /// <param name="action">As for <see cref="Note(string, string, string)"/>.</param>
    /// <param name="subject">As for <see cref="Note(string, string, string)"/>.</param>
    /// <param name="before">The form of the thing as it is stored.</param>
    /// <param name="form">The form that was sent.</param>
    /// <param name="apply">Writes the form into the thing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<bool> ChangeAsync<TForm>(
        IVersioned thing, string action, string subject, TForm before, TForm form, Action apply, CancellationToken cancellationToken)
        where TForm : VersionedForm
    {
        if (form.Version != thing.Version)
        {
            db.ChangeTracker.Clear();
            // Pressed twice: what the form says was saved by its first post.
            return Difference.Between(before, form, metadata).Count == 0;
        }

        apply();
        Note(action, subject, before, form);
        return await SaveAsync(cancellationToken);
    }

    /// <summary>Saves; false when somebody else saved the same thing meanwhile, or something else under its code or date.</summary>
    public async Task<bool> SaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>
    /// Saves something new with its entry, which names the id it got. The same form sent twice makes it once, and gives it again. Null when
    /// its code or date is taken.
    /// </summary>
    /// <param name="make">Makes the entity, anew for each attempt.</param>
    /// <param name="action">As for <see cref="Note(string, string, string)"/>.</param>
    /// <param name="subject">Names the stored entity.</param>
    /// <param name="empty">The empty form.</param>
    /// <param name="form">The form that was sent.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<T?> AddAsync<T>(
        Func<T> make, string action, Func<T, string> subject, object empty, object form, CancellationToken cancellationToken)
        where T : class
    {
        string written = Changed(empty, form);
        Guid? key = form is VersionedForm { Version: var fresh } && fresh != Guid.Empty ? KeyOf(fresh, action, written) : null;
        try
        {
            return await db.InTransactionAsync(
                async ct =>
                {
                    if (await MadeBeforeAsync<T>(key, ct) is { } first)
                    {
                        return first;
                    }

                    T made = make();
                    db.Add(made);
                    await db.SaveChangesAsync(ct);
                    if (key is { } once)
                    {
                        db.Add(new SentForm(once, (long)(db.Entry(made).Property("Id").CurrentValue ?? 0L), time.GetUtcNow().UtcDateTime));
                    }

                    Note(action, subject(made), written);
                    await db.SaveChangesAsync(ct);
                    return made;
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return await MadeBeforeAsync<T>(key, cancellationToken);
        }
    }

    /// <summary>What the form made; null for the first time, and when that was deleted since: then it may make another.</summary>
    private async Task<T?> MadeBeforeAsync<T>(Guid? key, CancellationToken cancellationToken)
        where T : class
    {
        if (key is not { } once || await db.SentForms.AsNoTracking().SingleOrDefaultAsync(f => f.Key == once, cancellationToken) is not { } sent)
        {
            return null;
        }

        T? made = await db.Set<T>().FindAsync([sent.MadeId], cancellationToken);
        if (made is null)
        {
            await db.SentForms.Where(f => f.Key == once).ExecuteDeleteAsync(cancellationToken);
        }

        return made;
    }

    /// <summary>Somebody who goes back to a form and writes something else into it means another thing.</summary>
    private static Guid KeyOf(Guid form, string action, string written) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{form} {action} {written}")).AsSpan(0, 16));

    private string Changed(object before, object after) => JsonSerializer.Serialize(
        Difference.Between(before, after, metadata).ToDictionary(d => d.Name, d => new[] { d.Before, d.After }), Readable);
}
