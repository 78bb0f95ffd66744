using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Time;

namespace SocialCity.Blog;

public enum EditingOutcome
{
    Done = 1,

    /// <summary>There is no such article for this person.</summary>
    NotFound = 2,

    /// <summary><see cref="Edited.Refusal"/> says why.</summary>
    Refused = 3,

    /// <summary>Somebody else changed it since the form was opened.</summary>
    Conflict = 4,
}

public sealed record Edited(EditingOutcome Outcome, long Id = 0, ArticleRefusal? Refusal = null);

/// <summary>An act upon a loaded article.</summary>
public delegate ArticleRefusal? ArticleActing(Article article, DateTime now);

/// <summary>
/// Writes and changes articles: the article decides, and what follows (counts, the entry of the search, notices, what other sites are
/// told) is saved in the same transaction.
/// </summary>
public sealed class ArticleEditing(CityDb db, IDatabaseProvider provider, BlogCounts counts, Mentioning mentioning, TimeProvider time)
{
    /// <summary>Begins a draft.</summary>
    public async Task<Edited> BeginAsync(ArticleContent content, Actor actor, long? departmentId, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(
                async ct =>
                {
                    Article article = new(content, actor, departmentId, time.GetUtcNow().UtcDateTime);
                    await db.SizePhotosAsync(article, ct);
                    db.Add(article);
                    await db.SaveChangesAsync(ct);
                    return new Edited(EditingOutcome.Done, article.Id);
                },
                cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return new Edited(EditingOutcome.Refused, 0, ArticleRefusal.AddressTaken);
        }
    }

    /// <summary>Does one act to one article.</summary>
    /// <param name="id">Of the article.</param>
    /// <param name="version">The version that the form was opened with; null when it does not matter.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="act">The entity's method with its arguments.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Edited> DoAsync(long id, Guid? version, Actor actor, ArticleActing act, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(ct => DoInsideAsync(id, version, actor, act, ct), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return new Edited(EditingOutcome.Conflict, id);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return new Edited(EditingOutcome.Refused, id, ArticleRefusal.AddressTaken);
        }
    }

    private async Task<Edited> DoInsideAsync(long id, Guid? version, Actor actor, ArticleActing act, CancellationToken cancellationToken)
    {
        IQueryable<Article> articles = actor.IsSystem ? db.Articles : db.Articles.VisibleTo(actor);
        Article? article = await articles.ForChange().SingleOrDefaultAsync(a => a.Id == id, cancellationToken);
        if (article is null)
        {
            return new Edited(EditingOutcome.NotFound, id);
        }

        if (version is { } opened && opened != article.Version)
        {
            return new Edited(EditingOutcome.Conflict, id);
        }

        Listing before = Listing.Of(article);
        (string Title, string Text, string Path) said = PublicWords(article);
        int events = article.Events.Count;
        bool wasPublished = article.IsPublished;
        if (act(article, time.GetUtcNow().UtcDateTime) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return new Edited(EditingOutcome.Refused, id, refusal);
        }

        await db.SizePhotosAsync(article, cancellationToken);
        await db.MakeFindableAsync(article, cancellationToken);
        await TellAuthorsAsync(article, article.Events.Skip(events), actor, cancellationToken);
        await TellEditorsAsync(article, article.Events.Skip(events), actor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (wasPublished && article.IsPublished && article.Revisions is [.., var newest])
        {
            await TellOfRewritingAsync(article, newest, actor, cancellationToken);
        }

        await counts.RefreshAsync(before, Listing.Of(article), cancellationToken);
        if (PublicWords(article) != said)
        {
            await mentioning.NoteAsync(ConversationSubject.Article, article.Id, PublicWords(article).Text, cancellationToken);
        }

        return new Edited(EditingOutcome.Done, id);
    }

    /// <summary>What everybody reads, and where; nothing while it is not public.</summary>
    private static (string Title, string Text, string Path) PublicWords(Article article) =>
        article.IsPublished ? (article.Title, article.Html, article.Path) : ("", "", "");

    private async Task TellAuthorsAsync(Article article, IEnumerable<ArticleEvent> facts, Actor actor, CancellationToken cancellationToken)
    {
        foreach (ArticleEvent fact in facts)
        {
            NoticeKind? kind = ArticleTransitions.All.FirstOrDefault(t => t.Act == fact.Act && t.Notice is not null)?.Notice;
            if (kind is not { } notice)
            {
                continue;
            }

            List<long> ids = [.. article.Authors.Select(a => a.AccountId).Where(a => a != actor.AccountId)];
            foreach (Account author in await db.Users.Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken))
            {
                db.Add(Notice.To(
                    author,
                    notice,
                    new Dictionary<string, string>
                    {
                        [NoticeFacts.Title] = article.Title,
                        [NoticeFacts.Path] = article.IsPublished ? article.Path : Article.EditorPathOf(article.Id),
                        [NoticeFacts.Text] = fact.Text,
                    },
                    fact.At));
            }
        }
    }

    /// <summary>Editors are told on the site alone: a mail for each story would be one too many.</summary>
    private async Task TellEditorsAsync(Article article, IEnumerable<ArticleEvent> facts, Actor actor, CancellationToken cancellationToken)
    {
        foreach (ArticleEvent fact in facts)
        {
            if (ArticleTransitions.All.FirstOrDefault(t => t.Act == fact.Act)?.ToEditors is { } kind)
            {
                await TellEditorsAsync(kind, article, Article.EditorPathOf(article.Id), fact.Text, fact.At, actor, [], cancellationToken);
            }
        }
    }

    /// <summary>
    /// Officials correct what they said without asking; the editors learn of it, with the way to the comparison. It compares what stood there
    /// with what stands there when it is opened: until then one notice says it all, however often the article is saved.
    /// </summary>
    private async Task TellOfRewritingAsync(Article article, ArticleRevision newest, Actor actor, CancellationToken cancellationToken)
    {
        if (actor.IsSystem)
        {
            return;
        }

        string revisions = $"{Article.EditorPathOf(article.Id)}/revisions/";
        long? before = await db.Set<ArticleRevision>().Where(r => r.ArticleId == article.Id && r.Id < newest.Id).MaxAsync(r => (long?)r.Id, cancellationToken);
        string path = string.Create(CultureInfo.InvariantCulture, $"{revisions}{before ?? newest.Id}?now=true");
        List<long> editors = await db.HoldersOf(Right.Editor).Select(a => a.Id).ToListAsync(cancellationToken);
        List<long> told = await db.Notices.UnreadBy(editors, NoticeKind.ArticleRewritten, NoticeFacts.Path, revisions)
            .Select(n => n.AccountId ?? 0).ToListAsync(cancellationToken);
        await TellEditorsAsync(NoticeKind.ArticleRewritten, article, path, "", newest.At, actor, told, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task TellEditorsAsync(
        NoticeKind kind, Article article, string path, string text, DateTime at, Actor actor, IReadOnlyCollection<long> except, CancellationToken cancellationToken)
    {
        if (actor.Has(Right.Editor))
        {
            return;
        }

        string? by = await db.Users.Where(a => a.Id == actor.AccountId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        foreach (Account editor in await db.HoldersOf(Right.Editor).Where(a => !except.Contains(a.Id)).ToListAsync(cancellationToken))
        {
            db.Add(Notice.To(
                editor,
                kind,
                new Dictionary<string, string>
                {
                    [NoticeFacts.Title] = article.Title,
                    [NoticeFacts.Name] = by ?? "",
                    [NoticeFacts.Path] = path,
                    [NoticeFacts.Text] = text,
                },
                at,
                byMail: false));
        }
    }
}
