using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Something that happened to an article.</summary>
/// <param name="By">Null for the portal, and for somebody whose account is closed.</param>
public sealed record ArticleFact(ArticleAct Act, string? By, string Text, DateTime At);

/// <summary>Somebody who may stand as author.</summary>
public sealed record AuthorChoice(long Id, string Name);

/// <summary>The editor of an article, or of one that is to be.</summary>
public sealed record EditorPage(ArticleForm Form)
{
    /// <summary>As it is stored, with its authors; null for a new one.</summary>
    public Article? Article { get; init; }

    public IReadOnlyList<SelectListItem> Categories { get; init; } = [];

    public IReadOnlyList<SelectListItem> Series { get; init; } = [];

    public IReadOnlyList<AuthorChoice> Authors { get; init; } = [];

    public IReadOnlyList<ArticleFact> Facts { get; init; } = [];

    /// <summary>Others who have this editor open.</summary>
    public IReadOnlyList<string> OthersHere { get; init; } = [];

    /// <summary>Whether it was noted a moment ago that this person has the editor open.</summary>
    public bool IsNoted { get; init; }

    /// <summary>Whether it was saved for the first time just now: what the device kept of it goes.</summary>
    public bool IsBegun { get; init; }

    /// <summary>Whether it was saved by this browser just now: the same.</summary>
    public bool IsSaved { get; init; }

    /// <summary>When the portal last kept what this person typed and did not save; null for nothing, or when it is shown.</summary>
    public DateTime? DraftKeptAt { get; init; }

    /// <summary>The number of what was kept; 0 before the first.</summary>
    public int DraftNumber { get; init; }

    /// <summary>The cover as it is shown; null for none.</summary>
    public string? CoverPath { get; init; }

    public bool MayWrite { get; init; } = true;

    /// <summary>Whether this person may delete it.</summary>
    public bool MayDelete { get; init; }

    /// <summary>Whether this person may name other authors.</summary>
    public bool MayCredit { get; init; }

    public bool IsEditor { get; init; }

    public IReadOnlyList<ArticleAct> Acts { get; init; } = [];

    /// <summary>The text as readers would see it; null when nobody asked without script.</summary>
    public string? Preview { get; init; }

    public PersonalFindings Findings { get; init; } = PersonalFindings.None;
}

/// <summary>Reads what the editor shows.</summary>
public sealed class EditorPages(CityDb db, CurrentAccount account, StagedPhotos photos, TimeProvider time)
{
    /// <summary>The page for a new article.</summary>
    public async Task<EditorPage> NewAsync(ArticleForm form, CancellationToken cancellationToken) => await WithChoicesAsync(
        new EditorPage(form)
        {
            CoverPath = photos.Read(form.CoverToken)?.Path,
            MayCredit = account.Actor.IsStaff,
            IsEditor = account.Actor.Has(Right.Editor),
        },
        cancellationToken);

    /// <summary>The article with its authors, when this person may be at its editor; not tracked.</summary>
    public Task<Article?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.Articles.AsNoTracking().OpenTo(account.Actor).Include(a => a.Authors).AsSingleQuery().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);

    /// <summary>The page of a stored article.</summary>
    /// <param name="article">From <see cref="FindAsync"/>.</param>
    /// <param name="posted">What was posted; null to show what is stored.</param>
    /// <param name="isDraftWanted">Shows what was kept for this person in place of what is stored.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<EditorPage> ShowAsync(Article article, ArticleForm? posted, bool isDraftWanted, CancellationToken cancellationToken)
    {
        long id = article.Id;
        long me = account.RequiredId;
        DateTime since = time.GetUtcNow().UtcDateTime - ArticlePresence.Fresh;
        var details = await db.Articles.AsNoTracking().AsSingleQuery().Where(a => a.Id == id)
            .Select(a => new
            {
                CoverKey = db.Set<MediaFile>().Where(m => m.Id == a.CoverId).Select(m => m.Key).FirstOrDefault(),
                CoverAlt = db.Set<MediaFile>().Where(m => m.Id == a.CoverId).Select(m => m.AltText).FirstOrDefault(),
                Revision = a.Revisions.Max(r => (long?)r.Id) ?? 0,
                // What was saved by another way since is no longer unsaved.
                DraftKeptAt = db.Set<ArticleDraft>()
                    .Where(d => d.ArticleId == a.Id && d.AccountId == me && (d.Title != a.Title || d.Summary != a.Summary || d.Text != a.Text)).Select(d => (DateTime?)d.KeptAt).FirstOrDefault(),
                DraftNumber = db.Set<ArticleDraft>().Where(d => d.ArticleId == a.Id && d.AccountId == me).Select(d => d.Number).FirstOrDefault(),
                SeenAt = db.Set<ArticlePresence>().Where(p => p.ArticleId == a.Id && p.AccountId == me).Select(p => (DateTime?)p.SeenAt).FirstOrDefault(),
                Tags = a.Tags.Join(db.Set<BlogTag>(), t => t.TagId, t => t.Id, (_, t) => t.Name).ToList(),
                Authors = a.Authors.Join(db.Users, w => w.AccountId, u => u.Id, (w, u) => new { u.Id, u.DisplayName, w.Place }).OrderBy(w => w.Place).ToList(),
                Events = a.Events.OrderBy(e => e.Id)
                    .Select(e => new { e.Id, e.Act, e.Text, e.At, By = db.Users.Where(u => u.Id == e.ActorId && u.ClosedAt == null).Select(u => u.DisplayName).FirstOrDefault() })
                    .ToList(),
                OthersHere = db.Set<ArticlePresence>().Where(p => p.ArticleId == a.Id && p.AccountId != me && p.SeenAt >= since)
                    .Join(db.Users, p => p.AccountId, u => u.Id, (_, u) => u.DisplayName).ToList(),
            })
            .SingleAsync(cancellationToken);
        ArticleForm form = posted ?? ArticleForm.Of(article, details.Tags, details.Revision, details.CoverAlt);
        if (posted is null && isDraftWanted)
        {
            await TakeDraftAsync(article, form, cancellationToken);
        }

        ArticleRoles roles = article.RolesOf(account.Actor);
        EditorPage page = new(form)
        {
            Article = article,
            Authors = [.. details.Authors.Select(a => new AuthorChoice(a.Id, a.DisplayName))],
            Facts = [.. details.Events.Select(e => new ArticleFact(e.Act, e.By, e.Text, e.At))],
            OthersHere = [.. details.OthersHere.Order()],
            DraftKeptAt = posted is null && !isDraftWanted ? details.DraftKeptAt : null,
            DraftNumber = posted?.DraftNumber ?? details.DraftNumber,
            IsNoted = details.SeenAt > since + (ArticlePresence.Fresh / 2),
            CoverPath = photos.Read(form.CoverToken)?.Path ?? (details.CoverKey is { } key ? $"/media/{key}" : null),
            MayWrite = article.MayWrite(account.Actor),
            MayDelete = article.MayDelete(account.Actor),
            MayCredit = account.Actor.IsStaff,
            IsEditor = roles.HasFlag(ArticleRoles.Editor),
            Acts = [.. ArticleTransitions.Possible(article.State, roles)],
        };
        return page.MayWrite ? await WithChoicesAsync(page, cancellationToken) : page;
    }

    /// <summary>Notes that this person has the editor open, and tells who else has.</summary>
    public async Task<IReadOnlyList<string>> MeetAsync(long id, CancellationToken cancellationToken)
    {
        await ArriveAsync(id, cancellationToken);
        DateTime since = time.GetUtcNow().UtcDateTime - ArticlePresence.Fresh;
        return await db.Set<ArticlePresence>().Where(p => p.ArticleId == id && p.AccountId != account.Id && p.SeenAt >= since)
            .Join(db.Users, p => p.AccountId, u => u.Id, (_, u) => u.DisplayName).OrderBy(name => name).ToListAsync(cancellationToken);
    }

    /// <summary>Notes that this person has the editor open.</summary>
    public async Task ArriveAsync(long id, CancellationToken cancellationToken)
    {
        long me = account.RequiredId;
        DateTime now = time.GetUtcNow().UtcDateTime;
        int known = await db.Set<ArticlePresence>().Where(p => p.ArticleId == id && p.AccountId == me)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.SeenAt, now), cancellationToken);
        if (known == 0)
        {
            ArticlePresence presence = new(id, me, now);
            db.Add(presence);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException)
            {
                // Another window of the same person was a moment earlier.
                db.Entry(presence).State = EntityState.Detached;
            }
        }
    }

    private async Task TakeDraftAsync(Article article, ArticleForm form, CancellationToken cancellationToken)
    {
        if (await db.Set<ArticleDraft>().AsNoTracking().SingleOrDefaultAsync(d => d.ArticleId == article.Id && d.AccountId == account.Id, cancellationToken) is not { } draft)
        {
            return;
        }

        form.Title = draft.Title;
        form.Summary = draft.Summary;
        form.Text = draft.Text;
        if (draft.BasedOn != article.Version)
        {
            // From which wording it was begun is not known any more: each difference is going to be asked about.
            form.Version = draft.BasedOn;
            form.Revision = 0;
        }
    }

    private async Task<EditorPage> WithChoicesAsync(EditorPage page, CancellationToken cancellationToken)
    {
        var all = await db.Set<BlogCategory>().Select(c => new { IsSeries = false, c.Id, c.ParentId, c.Order, c.Name.Ko, c.Name.En, c.Name.Ja })
            .Concat(db.ArticleSeries.Select(s => new { IsSeries = true, s.Id, ParentId = (long?)null, Order = 0, Ko = s.Title, En = (string?)null, Ja = (string?)null }))
            .AsNoTracking().ToListAsync(cancellationToken);
        var categories = all.Where(o => !o.IsSeries).OrderBy(o => o.Order).ThenBy(o => o.Id).ToList();
        return page with
        {
            Categories =
            [
                .. categories.Where(c => c.ParentId is null).SelectMany(top => categories.Where(c => c.ParentId == top.Id)
                    .Select(c => (Depth: 1, Row: c)).Prepend((Depth: 0, Row: top)))
                    .Select(c => new SelectListItem(
                        (c.Depth == 0 ? "" : "– ") + new LocalText(c.Row.Ko, c.Row.En, c.Row.Ja), c.Row.Id.ToString(CultureInfo.InvariantCulture))),
            ],
            Series = [.. all.Where(o => o.IsSeries).OrderBy(o => o.Ko).Select(o => new SelectListItem(o.Ko, o.Id.ToString(CultureInfo.InvariantCulture)))],
        };
    }
}
