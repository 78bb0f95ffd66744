using System.Data;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog.Import;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>How people talk about articles.</summary>
public sealed class ArticleConversation(CityDb db) : IConversationSubjects
{
    public ConversationSubject Subject => ConversationSubject.Article;

    /// <summary>The topic of an article that was read for somebody who may see it.</summary>
    /// <param name="article">The article itself.</param>
    /// <param name="authorIds">Its authors, in the order of their names.</param>
    public static Topic TopicOf(Article article, IReadOnlyList<long> authorIds) => new()
    {
        Subject = ConversationSubject.Article,
        Id = article.Id,
        Title = article.Title,
        Path = article.Path,
        AuthorIds = [.. authorIds],
        IsOpen = article is { IsPublished: true, TakesComments: true },
        Level = IdentityLevel.EmailConfirmed,
        CommentCount = article.CommentCount,
        MentionCount = article.MentionCount,
    };

    public Task<Topic?> FindAsync(long id, Actor actor, CancellationToken cancellationToken) =>
        db.Articles.AsNoTracking().AsSingleQuery().VisibleTo(actor).Where(a => a.Id == id).Select(a => new Topic
        {
            Subject = ConversationSubject.Article,
            Id = a.Id,
            Title = a.Title,
            Path = "/blog/" + a.Slug,
            AuthorIds = a.Authors.OrderBy(author => author.Place).Select(author => author.AccountId).ToList(),
            IsOpen = a.State == ArticleState.Published && a.TakesComments,
            Level = IdentityLevel.EmailConfirmed,
            CommentCount = a.CommentCount,
            MentionCount = a.MentionCount,
        }).SingleOrDefaultAsync(cancellationToken);

    public async Task<long?> FindAtAsync(string path, CancellationToken cancellationToken)
    {
        if (OldPath.Of(path) is not { } known)
        {
            return null;
        }

        string? slug = Article.SlugIn(known);
        IQueryable<Article> now = db.Articles.Readable().Where(a => a.Slug == slug && a.TakesComments);
        IQueryable<Article> before = db.KnownAs(known).Where(a => a.TakesComments);
        return await now.Select(a => (long?)a.Id).SingleOrDefaultAsync(cancellationToken)
            ?? await before.Select(a => (long?)a.Id).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TopicName>> NamesAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken) =>
        await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new TopicName(a.Id, a.Title, "/blog/" + a.Slug)).ToListAsync(cancellationToken);

    public async Task CountAsync(long id, TalkChange change, CancellationToken cancellationToken)
    {
        await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(
            set => set
                .SetProperty(a => a.CommentCount, a => a.CommentCount + change.Comments)
                .SetProperty(a => a.ReactionCount, a => a.ReactionCount + change.Reactions)
                .SetProperty(a => a.MentionCount, a => a.MentionCount + change.Mentions)
                .SetProperty(a => a.TalkVersion, a => a.TalkVersion + 1),
            cancellationToken);
        await BlogCounts.NewTalkAsync(db, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Nobody may add theirs between the reading and the writing, hence the isolation.</remarks>
    public Task<int> RecountAsync(CancellationToken cancellationToken)
    {
        IQueryable<Comment> comments = db.Comments.Public().Where(c => c.Subject == ConversationSubject.Article);
        IQueryable<Reaction> reactions = db.Reactions.Where(r => r.Subject == ConversationSubject.Article);
        IQueryable<Mention> mentions = db.Mentions.Where(m => m.Subject == ConversationSubject.Article && m.State == MentionState.Shown);
        return db.InTransactionAsync(
            async ct =>
            {
                int differed = await db.Articles
                    .Where(a => a.CommentCount != comments.Count(c => c.SubjectId == a.Id) || a.ReactionCount != reactions.Count(r => r.SubjectId == a.Id)
                        || a.MentionCount != mentions.Count(m => m.SubjectId == a.Id))
                    .ExecuteUpdateAsync(
                        set => set
                            .SetProperty(a => a.CommentCount, a => comments.Count(c => c.SubjectId == a.Id))
                            .SetProperty(a => a.ReactionCount, a => reactions.Count(r => r.SubjectId == a.Id))
                            .SetProperty(a => a.MentionCount, a => mentions.Count(m => m.SubjectId == a.Id))
                            .SetProperty(a => a.TalkVersion, a => a.TalkVersion + 1),
                        ct);
                await BlogCounts.NewTalkAsync(db, ct);
                return differed;
            },
            IsolationLevel.Serializable,
            cancellationToken);
    }
}
