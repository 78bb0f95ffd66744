using SocialCity.Accounts;

namespace SocialCity.Conversation;

/// <summary>What people talk about. The stored names are kept: they are part of each comment.</summary>
public enum ConversationSubject
{
    /// <summary>An article of the city blog.</summary>
    Article = 1,
}

/// <summary>What the conversation needs to know of the thing that it is about, as one person sees it.</summary>
public sealed record Topic
{
    public required ConversationSubject Subject { get; init; }

    public required long Id { get; init; }

    public required string Title { get; init; }

    /// <summary>The path of its page within the portal.</summary>
    public required string Path { get; init; }

    /// <summary>Whose it is: they are told of comments and read the secret ones.</summary>
    public required IReadOnlyList<long> AuthorIds { get; init; }

    /// <summary>Whether comments and reactions can be added.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>How well the portal must know who comments here.</summary>
    public required IdentityLevel Level { get; init; }

    /// <summary>Comments that everybody may read, as they are kept with it.</summary>
    public required int CommentCount { get; init; }

    /// <summary>Pages elsewhere that are shown as speaking of it, as they are kept with it.</summary>
    public required int MentionCount { get; init; }

    public bool IsBy(Actor actor) => actor.AccountId is { } me && AuthorIds.Contains(me);
}

/// <summary>
/// How a feature lets people talk about what is its own. Each feature has one; the conversation knows nothing else of it.
/// </summary>
public interface IConversationSubjects
{
    ConversationSubject Subject { get; }

    /// <summary>The thing as this person sees it; null when it does not exist for them.</summary>
    Task<Topic?> FindAsync(long id, Actor actor, CancellationToken cancellationToken);

    /// <summary>The thing whose page has this path, or had it before, when everybody reads it and it takes comments; null for nothing.</summary>
    /// <param name="path">Within the portal, in letters.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    Task<long?> FindAtAsync(string path, CancellationToken cancellationToken);

    /// <summary>Titles and paths for those who moderate, whatever became of the thing; of all that are there.</summary>
    Task<IReadOnlyList<TopicName>> NamesAsync(IReadOnlyList<long> ids, CancellationToken cancellationToken);

    /// <summary>
    /// What everybody sees of the talk has changed, within the running transaction: the counts are kept with the thing, and pages that
    /// were kept are made anew. Never called for what is secret.
    /// </summary>
    Task CountAsync(long id, TalkChange change, CancellationToken cancellationToken);

    /// <summary>Counts afresh and mends what differed. Returns of how many that was.</summary>
    Task<int> RecountAsync(CancellationToken cancellationToken);
}

public sealed record TopicName(long Id, string Title, string Path);

/// <summary>By how much what everybody sees of the talk grew or shrank.</summary>
public readonly record struct TalkChange(int Comments = 0, int Reactions = 0, int Mentions = 0);

/// <summary>A subject that can be linked to from elsewhere.</summary>
public sealed record MentionPlace(ConversationSubject Subject, long Id);

/// <summary>Finds the feature to which a subject belongs.</summary>
public sealed class ConversationSubjects(IEnumerable<IConversationSubjects> features)
{
    public IReadOnlyList<IConversationSubjects> All { get; } = [.. features];

    /// <exception cref="InvalidOperationException">No feature of this portal has such subjects.</exception>
    public IConversationSubjects Of(ConversationSubject subject) =>
        All.FirstOrDefault(f => f.Subject == subject) ?? throw new InvalidOperationException($"Nothing is known of subjects of the kind {subject}.");

    /// <summary>What everybody reads at a path; null when there is nothing, or it takes no comments.</summary>
    /// <param name="path">Within the portal, in letters.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<MentionPlace?> FindAtAsync(string path, CancellationToken cancellationToken)
    {
        foreach (IConversationSubjects feature in All)
        {
            if (await feature.FindAtAsync(path, cancellationToken) is { } id)
            {
                return new MentionPlace(feature.Subject, id);
            }
        }

        return null;
    }

    /// <summary>The thing as this person sees it; null when it does not exist for them, or nobody has such things.</summary>
    public async Task<Topic?> FindAsync(ConversationSubject subject, long id, Actor actor, CancellationToken cancellationToken) =>
        All.FirstOrDefault(f => f.Subject == subject) is { } feature ? await feature.FindAsync(id, actor, cancellationToken) : null;
}
