using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>A note on somebody's work.</summary>
public sealed record ShownNote(long Id, string Html, DateTime At);

/// <summary>An official's own page: what they are in charge of, and what they are working on.</summary>
/// <param name="Posts">The departments in which they hold an office, with what they are in charge of there.</param>
/// <param name="IsOwn">Whether the reader is this person.</param>
public sealed record OfficialPage(
    string Handle, string Name, string About, string IntroductionHtml, IReadOnlyList<LocalText> Departments, IReadOnlyList<LocalText> Duties,
    Page<ShownNote> Notes, IReadOnlyList<ArticleCard> Articles, bool IsOwn)
{
    public string Path => PathOf(Handle);

    public static string PathOf(string handle) => $"/people/{handle}";

    /// <summary>One's own page, or one's account while there is no page.</summary>
    public static string PathOrAccount(string? handle) => handle is null ? "/account" : PathOf(handle);
}

/// <summary>A note as it is written.</summary>
public sealed class NoteForm
{
    [Required, StringLength(WorkNote.TextLength), DataType(DataType.MultilineText), Display(Name = "지금 하고 있는 일")]
    public string? Text { get; set; }

    public PersonalDataChoice? PersonalData { get; set; }
}

/// <summary>What an official says of themself.</summary>
public sealed class IntroductionForm
{
    [StringLength(Byline.IntroductionLength), DataType(DataType.MultilineText), Display(Name = "소개")]
    public string? Text { get; set; }

    public PersonalDataChoice? PersonalData { get; set; }
}

public sealed class OfficialPages(CityDb db)
{
    public const int Size = 20;
    private const int ArticlesShown = 3;

    /// <summary>The page of somebody who is an official now; null for anybody else: what they wrote as one stays under their articles.</summary>
    public async Task<OfficialPage?> FindAsync(string handle, Cursor? cursor, Actor reader, CancellationToken cancellationToken)
    {
        var person = await db.OfficialBylines().AsNoTracking().Where(b => b.Handle == handle)
            .Join(db.Users, b => b.AccountId, a => a.Id, (b, a) => new { Byline = b, a.DisplayName, a.About })
            .SingleOrDefaultAsync(cancellationToken);
        if (person is null)
        {
            return null;
        }

        long id = person.Byline.AccountId;
        var departments = await db.Departments.AsNoTracking()
            .Where(d => db.RightGrants.Any(g => g.AccountId == id && g.RevokedAt == null && g.DepartmentId == d.Id))
            .OrderBy(d => d.Order).Select(d => d.Name).ToListAsync(cancellationToken);
        var duties = await db.Duties.AsNoTracking().Where(d => d.OfficerId == id).OrderBy(d => d.Id).Select(d => d.Name).ToListAsync(cancellationToken);
        List<ShownNote> notes = await db.WorkNotes.AsNoTracking().OfAfter(id, cursor).Take(Size + 1)
            .Select(n => new ShownNote(n.Id, n.Html, n.At)).ToListAsync(cancellationToken);
        List<ArticleCard> articles = cursor is not null ? [] : await ArticleCard.From(db, db.WrittenByAfter(id, null).Take(ArticlesShown)).ToListAsync(cancellationToken);
        return new OfficialPage(
            handle, person.DisplayName, person.About, MarkdownText.ToHtml(person.Byline.Introduction, MarkdownProfile.Plain), departments, duties,
            Page<ShownNote>.From(notes, Size, cursor, n => (n.At, n.Id)),
            [.. articles.OrderByDescending(a => a.At).Select(a => a.Shown())],
            reader.AccountId == id);
    }
}
