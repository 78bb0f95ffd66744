using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>A small field that both changed, each otherwise.</summary>
public sealed record FieldConflict(string Field, string Theirs, string Mine);

/// <summary>What two people made of one article, laid together.</summary>
/// <param name="Id">The article.</param>
/// <param name="Title">As it is stored now.</param>
/// <param name="Mine">What was posted, unchanged.</param>
/// <param name="Against">The version it is merged with.</param>
/// <param name="Text">The merge of the text.</param>
/// <param name="Fields">The small fields with what follows by itself.</param>
/// <param name="Conflicts">Those that somebody has to choose between.</param>
/// <param name="TheirName">Who saved meanwhile.</param>
/// <param name="IsOwn">Whether it was the same person, in another window.</param>
public sealed record MergePage(
    long Id, string Title, ArticleForm Mine, Guid Against, TextMerge Text, ArticleFields Fields, IReadOnlyList<FieldConflict> Conflicts, string? TheirName, DateTime TheirTime, bool IsOwn)
{
    public bool NeedsChoice => Conflicts.Count > 0 || Text.Conflicts.Count > 0;
}

/// <summary>The choices made upon a <see cref="MergePage"/>.</summary>
public sealed class MergeForm
{
    public const string Prefix = "Merge";

    /// <summary>The version that the choices were made against.</summary>
    public Guid Against { get; set; }

    /// <summary>By the place of the passage.</summary>
    public Dictionary<int, MergeChoice> Passages { get; set; } = [];

    /// <summary>By the name of the field.</summary>
    public Dictionary<string, MergeChoice> Fields { get; set; } = [];
}

/// <summary>Lays what was posted beside what somebody else saved meanwhile, and finds what both made of the same lines.</summary>
public sealed class ArticleMerging(CityDb db, EditorPages pages, CurrentAccount account)
{
    /// <summary>Null when there is no such article for this person any more.</summary>
    public async Task<MergePage?> MergeAsync(long id, ArticleForm mine, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return null;
        }

        string? coverAlt = await db.Set<MediaFile>().Where(m => m.Id == article.CoverId).Select(m => m.AltText).SingleOrDefaultAsync(cancellationToken);
        List<string> tags = await db.Set<ArticleTag>().Where(t => t.ArticleId == id).Join(db.Set<BlogTag>(), t => t.TagId, t => t.Id, (_, t) => t.Name).ToListAsync(cancellationToken);
        string? original = mine.Revision == 0 ? null
            : await db.RevisionsFor(id, article.IsStory, account.Actor).Where(r => r.Id == mine.Revision).Select(r => r.Text).SingleOrDefaultAsync(cancellationToken);
        var last = await db.Set<ArticleRevision>().Where(r => r.ArticleId == id).OrderByDescending(r => r.Id)
            .Select(r => new { r.At, r.AccountId, Name = db.Users.Where(u => u.Id == r.AccountId).Select(u => u.DisplayName).FirstOrDefault() })
            .FirstAsync(cancellationToken);

        ArticleFields? opened = ArticleFields.Parse(mine.Opened);
        ArticleFields theirs = ArticleFields.Of(ArticleForm.Of(article, tags, 0, coverAlt));
        ArticleFields merged = ArticleFields.Of(mine);
        List<FieldConflict> conflicts = [];
        foreach ((string field, string own) in ArticleFields.Of(mine).Values)
        {
            string other = theirs.Of(field);
            string? before = opened?.Of(field);
            if (own == before)
            {
                merged.Set(field, other);
            }
            else if (own != other && other != before)
            {
                conflicts.Add(new FieldConflict(field, other, own));
            }
        }

        return new MergePage(id, article.Title, mine, article.Version, TextMerge.Of(original, article.Text, mine.Text ?? ""), merged, conflicts, last.Name, last.At, last.AccountId == account.Id);
    }

    /// <summary>The form with everything merged; null while a choice is missing.</summary>
    public static ArticleForm? Resolve(MergePage page, MergeForm choices)
    {
        string? text = page.Text.Resolve(
            [.. Enumerable.Range(0, page.Text.Conflicts.Count).Select(i => choices.Passages.TryGetValue(i, out MergeChoice choice) ? choice : (MergeChoice?)null)]);
        if (text is null || page.Conflicts.Any(c => !choices.Fields.ContainsKey(c.Field)))
        {
            return null;
        }

        foreach (FieldConflict conflict in page.Conflicts)
        {
            page.Fields.Set(conflict.Field, choices.Fields[conflict.Field] == MergeChoice.Theirs ? conflict.Theirs : conflict.Mine);
        }

        ArticleForm form = page.Mine;
        page.Fields.ApplyTo(form);
        form.Text = text;
        form.Version = page.Against;
        return form;
    }
}
