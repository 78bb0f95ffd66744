using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>Why a note was not written.</summary>
public enum NoteRefusal
{
    /// <summary>Officials alone have a page of their work.</summary>
    NotAllowed = 1,

    /// <summary>There is nothing to read in it.</summary>
    Empty = 2,
}

/// <summary>What officials say of their work on pages of their own.</summary>
public sealed class WorkNotes(CityDb db, Naming naming, TimeProvider time)
{
    /// <summary>The byline of a person, under which their page stands; null while nobody made one.</summary>
    public Task<Byline?> FindAsync(Actor actor, CancellationToken cancellationToken) =>
        db.Bylines.AsNoTracking().SingleOrDefaultAsync(b => b.AccountId == actor.AccountId, cancellationToken);

    public async Task<NoteRefusal?> WriteAsync(string text, Actor actor, CancellationToken cancellationToken)
    {
        if (await PageOfAsync(actor, cancellationToken) is not { } page)
        {
            return NoteRefusal.NotAllowed;
        }

        string html = MarkdownText.ToHtml(text, MarkdownProfile.Plain);
        if (MarkdownText.ToPlainText(text, WorkNote.TextLength).Length == 0)
        {
            return NoteRefusal.Empty;
        }

        db.Add(new WorkNote(page.AccountId, text, html, time.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>Takes a note of one's own away.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(long id, Actor actor, CancellationToken cancellationToken) =>
        await db.WorkNotes.Where(n => n.Id == id && n.AccountId == actor.AccountId).ExecuteDeleteAsync(cancellationToken) > 0;

    public async Task<NoteRefusal?> IntroduceAsync(string text, Actor actor, CancellationToken cancellationToken)
    {
        if (await PageOfAsync(actor, cancellationToken) is not { } page)
        {
            return NoteRefusal.NotAllowed;
        }

        page.Introduce(text);
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The byline of an official, made with the first thing they write; null for anybody else.</summary>
    private async Task<Byline?> PageOfAsync(Actor actor, CancellationToken cancellationToken) =>
        actor is { AccountId: { } id, IsStaff: true }
            ? await naming.BylineAsync(await db.Users.SingleAsync(a => a.Id == id, cancellationToken), cancellationToken)
            : null;
}

public static class WorkNoteQueries
{
    /// <summary>The bylines of people who are officials now: they alone have a page of their work.</summary>
    public static IQueryable<Byline> OfficialBylines(this CityDb db) =>
        from byline in db.Bylines
        join account in db.Users on byline.AccountId equals account.Id
        where account.ClosedAt == null && account.DisabledAt == null
            && db.RightGrants.Any(g => g.AccountId == account.Id && g.RevokedAt == null && g.Right != Right.Merchant)
        select byline;

    /// <summary>Somebody's notes, the newest first, from a place on.</summary>
    public static IQueryable<WorkNote> OfAfter(this IQueryable<WorkNote> notes, long accountId, Cursor? cursor)
    {
        IQueryable<WorkNote> own = notes.Where(n => n.AccountId == accountId);
        return cursor switch
        {
            null => own.OrderByDescending(n => n.At).ThenByDescending(n => n.Id),
            { Backwards: true, At: var at, Id: var id } => own
                .Where(n => n.At >= at && (n.At > at || n.Id > id)).OrderBy(n => n.At).ThenBy(n => n.Id),
            { At: var at, Id: var id } => own
                .Where(n => n.At <= at && (n.At < at || n.Id < id)).OrderByDescending(n => n.At).ThenByDescending(n => n.Id),
        };
    }
}
