namespace SocialCity.Conversation;

/// <summary>What somebody feels about something, without words.</summary>
public enum ReactionKind
{
    /// <summary>공감</summary>
    Sympathy = 1,

    /// <summary>고마워요</summary>
    Thanks = 2,

    /// <summary>유용해요</summary>
    Useful = 3,

    /// <summary>응원해요</summary>
    Cheer = 4,

    /// <summary>아쉬워요</summary>
    Regret = 5,
}

/// <summary>One person's reaction to one subject: there is one of each, and it can be changed.</summary>
public sealed class Reaction
{
    private Reaction()
    {
    }

    public Reaction(ConversationSubject subject, long subjectId, long accountId, ReactionKind kind, DateTime at)
    {
        Subject = subject;
        SubjectId = subjectId;
        AccountId = accountId;
        Kind = kind;
        At = at;
    }

    public long Id { get; private set; }

    public ConversationSubject Subject { get; private set; }

    public long SubjectId { get; private set; }

    public long AccountId { get; private set; }

    public ReactionKind Kind { get; private set; }

    public DateTime At { get; private set; }
}
