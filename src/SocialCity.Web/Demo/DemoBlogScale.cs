using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;
using SocialCity.Web.Demo.Stories;

namespace SocialCity.Web.Demo;

/// <summary>
/// Makes the blog of the demonstration city as large as one likes, for measuring: articles of ten years by its writers, with ten comments
/// each on average and five hundred below every thousandth, with search entries and counts as if they had come in one by one.
/// </summary>
public sealed class DemoBlogScale(CityDb db, BlogCounts counts, IHostEnvironment environment, TimeProvider time)
{
    public const int Most = 100_000;

    private const int AtOnce = 1_000;
    private const int Years = 10;
    private const int MostComments = 20;
    private const int CrowdedEach = 1_000;
    private const int CrowdedComments = 500;
    private const int MostReactions = 8;
    private const int MostPeople = 20_000;

    private static readonly Type[] Written =
        [typeof(Article), typeof(ArticleAuthor), typeof(ArticleTag), typeof(ArticleEvent), typeof(ArticleRevision), typeof(Comment), typeof(Reaction)];

    private static readonly ReactionKind[] Kinds = Enum.GetValues<ReactionKind>();

    private static readonly string[] Paragraphs = [.. BlogStories.All.SelectMany(s => s.Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)).Where(p => !p.StartsWith('!'))];

    /// <summary>Adds articles to the city, which must be there.</summary>
    /// <param name="count">How many; at most <see cref="Most"/>.</param>
    /// <param name="progress">Told after each part.</param>
    /// <param name="cancellationToken">Ends the work; what was written stays and is counted.</param>
    /// <exception cref="InvalidOperationException">This is no development environment.</exception>
    public async Task GrowAsync(int count, Action<int> progress, CancellationToken cancellationToken)
    {
        DemoCity.Refuse(environment);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Most);

        await db.Database.OpenConnectionAsync(cancellationToken);
        Newsroom newsroom = await LoadAsync(cancellationToken);
        bool isMost = await db.Articles.CountAsync(cancellationToken) <= count;
        DemoIndexes indexes = await DemoIndexes.SetAsideAsync(db, isMost, Written, cancellationToken);
        try
        {
            await WriteAsync(newsroom, count, progress, cancellationToken);
        }
        finally
        {
            await indexes.RestoreAsync();
            await counts.RebuildAsync(CancellationToken.None);
        }
    }

    private async Task<Newsroom> LoadAsync(CancellationToken cancellationToken)
    {
        List<long> writing = await db.Set<Byline>().Select(b => b.AccountId).ToListAsync(cancellationToken);
        List<Account> writers = await db.Users.AsNoTracking().Where(u => writing.Contains(u.Id)).OrderBy(u => u.Id).ToListAsync(cancellationToken);
        ILookup<long, RightGrant> rights = (await db.RightGrants.AsNoTracking().Where(g => g.RevokedAt == null).ToListAsync(cancellationToken)).ToLookup(g => g.AccountId);
        Account editor = await db.Users.AsNoTracking().SingleAsync(u => u.Email == DemoPeople.Editor, cancellationToken);
        return new Newsroom(
            [.. writers.Select(ActorOf)],
            ActorOf(editor),
            await db.Set<BlogCategory>().AsNoTracking().OrderBy(c => c.Id).ToListAsync(cancellationToken),
            await db.Set<BlogTag>().OrderBy(t => t.Id).Select(t => t.Id).ToArrayAsync(cancellationToken),
            await db.Users.OrderBy(u => u.Id).Select(u => u.Id).Take(MostPeople).ToArrayAsync(cancellationToken),
            await db.Articles.MaxAsync(a => (long?)a.Id, cancellationToken) ?? 0,
            time.GetUtcNow().UtcDateTime);

        Actor ActorOf(Account account) => new(account.Id, account.Level, [.. rights[account.Id].Select(g => new HeldRight(g.Right, g.DepartmentId))]);
    }

    private async Task WriteAsync(Newsroom newsroom, int count, Action<int> progress, CancellationToken cancellationToken)
    {
        await using DemoBulk<Article> articles = new(db, withKey: true);
        await using DemoBulk<ArticleAuthor> authors = new(db, withKey: true);
        await using DemoBulk<ArticleTag> tags = new(db, withKey: true);
        await using DemoBulk<ArticleEvent> events = new(db, withKey: false);
        await using DemoBulk<ArticleRevision> revisions = new(db, withKey: false);
        await using DemoBulk<Comment> comments = new(db, withKey: true);
        await using DemoBulk<Reaction> reactions = new(db, withKey: false);
        await using DemoBulk<SearchEntry> entries = new(db, withKey: false);
        long lastComment = await db.Comments.MaxAsync(c => (long?)c.Id, cancellationToken) ?? 0;

        await foreach ((int start, List<Piece> made) in DemoParts.MakeAsync(count, AtOnce, (first, size) => Task.FromResult(Make(newsroom, first, size, count)), cancellationToken))
        {
            await using IDbContextTransaction transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            foreach (Piece one in made)
            {
                Article article = one.Article;
                articles.Insert(
                    article,
                    transaction,
                    (nameof(Article.Id), one.Id),
                    (nameof(Article.Version), Guid.NewGuid()),
                    (nameof(Article.CommentCount), one.Comments.Count(c => c.Comment.IsCounted)),
                    (nameof(Article.ReactionCount), one.Reactions.Count));
                foreach (ArticleAuthor author in article.Authors)
                {
                    authors.Insert(author, transaction, (nameof(ArticleAuthor.ArticleId), one.Id));
                }

                foreach (ArticleTag tag in article.Tags)
                {
                    tags.Insert(tag, transaction, (nameof(ArticleTag.ArticleId), one.Id));
                }

                foreach (ArticleEvent fact in article.Events)
                {
                    events.Insert(fact, transaction, (nameof(ArticleEvent.ArticleId), one.Id));
                }

                foreach (ArticleRevision revision in article.Revisions)
                {
                    revisions.Insert(revision, transaction, (nameof(ArticleRevision.ArticleId), one.Id));
                }

                long firstComment = lastComment + 1;
                foreach (var (place, (comment, above)) in one.Comments.Index())
                {
                    comments.Insert(
                        comment,
                        transaction,
                        (nameof(Comment.Id), firstComment + place),
                        (nameof(Comment.ParentId), firstComment + above),
                        (nameof(Comment.Version), Guid.NewGuid()));
                }

                lastComment += one.Comments.Count;
                foreach (Reaction reaction in one.Reactions)
                {
                    reactions.Insert(reaction, transaction);
                }

                entries.Insert(article.ToSearchEntry(one.Id), transaction);
            }

            await transaction.CommitAsync(cancellationToken);
            progress(start + made.Count);
        }
    }

    /// <summary>A part of the articles, made beside the writing of another.</summary>
    private static List<Piece> Make(Newsroom newsroom, int first, int size, int count)
    {
        Random random = new(first);
        TimeSpan span = newsroom.Now - newsroom.Now.AddYears(-Years);
        List<Piece> made = new(size);
        for (int i = first; i < first + size; i++)
        {
            DateTime at = newsroom.Now - (span * ((double)(count - i) / count));
            long id = newsroom.LastId + i + 1;
            Article article = WriteOne(newsroom, random, id, at);
            bool isCrowded = (i + 1) % CrowdedEach == 0 || i == count - 1;
            Topic topic = ArticleConversation.TopicOf(article, [.. article.Authors.Select(a => a.AccountId)]) with { Id = id };
            made.Add(new Piece(
                id,
                article,
                Talk(newsroom, random, topic, at, isCrowded ? CrowdedComments : random.Next(MostComments)),
                [.. random.GetItems(newsroom.PeopleIds, random.Next(MostReactions)).Distinct()
                    .Select(person => new Reaction(topic.Subject, id, person, Kinds[random.Next(Kinds.Length)], at.AddSeconds(1)))]));
        }

        return made;
    }

    private static Article WriteOne(Newsroom newsroom, Random random, long id, DateTime at)
    {
        Actor author = newsroom.Writers[random.Next(newsroom.Writers.Length)];
        string title = string.Create(CultureInfo.InvariantCulture, $"{BlogStories.All[random.Next(BlogStories.All.Length)].Title} ({id})");
        Article article = new(
            new ArticleContent
            {
                Title = title,
                Slug = Slug.From(title, "article", Article.SlugLength),
                Text = string.Join("\n\n", random.GetItems(Paragraphs, random.Next(4, 16))),
                Category = newsroom.Categories[random.Next(newsroom.Categories.Count)],
                TagIds = [.. random.GetItems(newsroom.TagIds, random.Next(1, 5)).Distinct()],
            },
            author,
            author.Departments() is [var department, ..] ? department : null,
            at.AddHours(-3));
        article.Consent(author, at.AddHours(-3));
        return (article.Submit(author, at.AddHours(-2)) ?? article.Publish(newsroom.Editor, at)) is { } refused
            ? throw new InvalidOperationException($"'{title}' was refused: {refused}.")
            : article;
    }

    private static List<(Comment Comment, int? Above)> Talk(Newsroom newsroom, Random random, Topic topic, DateTime at, int count)
    {
        List<(Comment Comment, int? Above)> written = new(count);
        TimeSpan pause = TimeSpan.FromSeconds(Math.Min(60, (newsroom.Now - at).TotalSeconds / (count + 1)));
        int? thread = null;
        for (int i = 0; i < count; i++)
        {
            bool isReply = thread is not null && random.Next(3) == 0;
            string[] texts = isReply ? DemoTalk.Replies : DemoTalk.Comments;
            Comment comment = new(
                topic,
                isReply && thread is { } place ? written[place].Comment : null,
                new CommentContent(texts[random.Next(texts.Length)], IsSecret: random.Next(50) == 0),
                newsroom.PeopleIds[random.Next(newsroom.PeopleIds.Length)],
                SpamVerdict.None,
                Guid.NewGuid(),
                at + (pause * (i + 1)));
            written.Add((comment, isReply ? thread : null));
            thread = isReply ? thread : i;
        }

        return written;
    }

    /// <summary>Who writes and reads, and where it stands.</summary>
    private sealed record Newsroom(
        Actor[] Writers, Actor Editor, List<BlogCategory> Categories, long[] TagIds, long[] PeopleIds, long LastId, DateTime Now);

    /// <summary>An article with the talk below it; a reply names the place of the comment above.</summary>
    private sealed record Piece(long Id, Article Article, List<(Comment Comment, int? Above)> Comments, List<Reaction> Reactions);
}
