using System.Security.Cryptography;
using System.Text;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Conversation;

public enum CommentState
{
    /// <summary>Stands on the page.</summary>
    Visible = 1,

    /// <summary>Waits for a moderator; its writer alone sees it.</summary>
    Held = 2,

    /// <summary>A moderator hid it: its place says for what reason, where it had one.</summary>
    Hidden = 3,

    /// <summary>Its writer took it away: nothing of it is left but its place, where somebody had replied.</summary>
    Removed = 4,
}

/// <summary>Why something about a comment was not done.</summary>
public enum CommentRefusal
{
    NotAllowed = 1,

    /// <summary>The portal must know better who writes here.</summary>
    LevelTooLow = 2,

    /// <summary>The time for corrections is over.</summary>
    TooLate = 3,

    /// <summary>Nothing is left to reply to.</summary>
    NothingAbove = 4,

    /// <summary>The thread has <see cref="Comment.MostReplies"/> replies.</summary>
    ThreadFull = 5,

    Empty = 6,
}

/// <summary>What somebody writes.</summary>
/// <param name="Text">Markdown of the plain profile.</param>
/// <param name="IsSecret">비밀댓글: for the authors of the subject alone.</param>
/// <param name="DepartmentId">In whose name an official writes.</param>
public sealed record CommentContent(string Text, bool IsSecret = false, long? DepartmentId = null);

/// <summary>
/// A comment upon a <see cref="ConversationSubject"/>, or a reply to one: there is one level of them. A secret one is for its writer and
/// the authors of the subject; a reply to a secret one is secret too, and also for the writer of the one above.
/// </summary>
public sealed class Comment : IVersioned
{
    public const int TextLength = 3_000;
    public const int AuthorNameLength = Account.DisplayNameLength;

    /// <summary>Beyond that a thread cannot be read; a new one is begun instead.</summary>
    public const int MostReplies = 300;

    /// <summary>How long a comment can be corrected.</summary>
    public static readonly TimeSpan EditWindow = TimeSpan.FromMinutes(15);

    private Comment()
    {
    }

    /// <summary>Writes a comment, or a reply to one.</summary>
    /// <param name="topic">What it is about.</param>
    /// <param name="above">The comment that it replies to; null to begin a thread.</param>
    /// <param name="content">The words.</param>
    /// <param name="authorId">Whose account writes.</param>
    /// <param name="spam">What the words look like.</param>
    /// <param name="idempotencyKey">Of the form: a second comment with it is not stored.</param>
    /// <param name="now">UTC.</param>
    public Comment(Topic topic, Comment? above, CommentContent content, long authorId, SpamVerdict spam, Guid idempotencyKey, DateTime now)
    {
        Subject = topic.Subject;
        SubjectId = topic.Id;
        AuthorId = authorId;
        DepartmentId = content.DepartmentId;
        IdempotencyKey = idempotencyKey;
        CreatedAt = now;
        Follow(above, topic.AuthorIds);
        IsSecret |= content.IsSecret;
        Say(content.Text, spam);
    }

    public long Id { get; private set; }

    public ConversationSubject Subject { get; private set; }

    public long SubjectId { get; private set; }

    /// <summary>The comment that begins the thread; null when this one does.</summary>
    public long? ParentId { get; private set; }

    /// <summary>Null when it came from elsewhere, or its writer has closed the account.</summary>
    public long? AuthorId { get; private set; }

    /// <summary>The name under which it came from elsewhere.</summary>
    public string? AuthorName { get; private set; }

    /// <summary>The department in whose name an official wrote it.</summary>
    public long? DepartmentId { get; private set; }

    public bool IsSecret { get; private set; }

    /// <summary>The writer of the secret comment above, who reads this secret reply too.</summary>
    public long? SharedWithId { get; private set; }

    public CommentState State { get; private set; }

    /// <summary>Why it is hidden, for its place on the page; null for what was hidden before anybody could read it: that has none.</summary>
    public ModerationReason? HiddenFor { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>The text as it stands on the page: made when it is written, not when it is read.</summary>
    public string Html { get; private set; } = "";

    /// <summary>The same for texts of the same letters, so that repetition is found by index. Empty for what says nothing.</summary>
    public string TextMark { get; private set; } = "";

    /// <summary>0 to 100, see <see cref="SpamVerdict"/>.</summary>
    public int SpamScore { get; private set; }

    /// <summary>What the score is made of, see <see cref="SpamVerdict.Signs"/>.</summary>
    public IReadOnlyList<SpamSign> SpamSigns { get; private set; } = [];

    public Guid IdempotencyKey { get; private set; }

    public DateTime CreatedAt { get; private set; }

    public DateTime? EditedAt { get; private set; }

    public DateTime? RemovedAt { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Whether the count of the subject holds it: what everybody may read.</summary>
    public bool IsCounted => State == CommentState.Visible && !IsSecret;

    /// <summary>Whether nobody but its writer ever had it on their page, or has now.</summary>
    private bool IsWithheld => State == CommentState.Held || (State == CommentState.Hidden && HiddenFor is null);

    /// <summary>Takes over a comment from another system as it was. Its writer has a name there and no account here.</summary>
    public static Comment Import(
        ConversationSubject subject, long subjectId, Comment? above, string authorName, string text, bool isSecret, DateTime at)
    {
        Comment comment = new()
        {
            Subject = subject,
            SubjectId = subjectId,
            AuthorName = CleanText.Shorten(CleanText.Line(authorName), AuthorNameLength),
            CreatedAt = at,
            IdempotencyKey = Guid.NewGuid(),
        };
        comment.Follow(above, []);
        comment.IsSecret |= isSecret;
        comment.Say(text, SpamVerdict.None);
        return comment;
    }

    /// <summary>Whether this account may read it, as <see cref="CommentQueries.VisibleTo"/> says it.</summary>
    public bool IsVisibleTo(Actor actor, bool isSubjectAuthor) =>
        (!IsWithheld || IsBy(actor))
        && (!IsSecret || isSubjectAuthor || IsBy(actor) || (actor.AccountId is { } me && SharedWithId == me));

    public bool IsBy(Actor actor) => actor.AccountId is { } me && AuthorId == me;

    public bool MayEdit(Actor actor, DateTime now) =>
        IsBy(actor) && State is CommentState.Visible or CommentState.Held && now - CreatedAt <= EditWindow;

    /// <summary>Corrects the words within <see cref="EditWindow"/>. Whether they must be looked at is decided anew.</summary>
    public CommentRefusal? Edit(string text, SpamVerdict spam, Actor actor, DateTime now)
    {
        if (!IsBy(actor) || State is CommentState.Hidden or CommentState.Removed)
        {
            return CommentRefusal.NotAllowed;
        }

        if (now - CreatedAt > EditWindow)
        {
            return CommentRefusal.TooLate;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return CommentRefusal.Empty;
        }

        // What already waits for a moderator goes on waiting.
        bool waits = State == CommentState.Held;
        Say(text, spam);
        State = waits ? CommentState.Held : State;
        EditedAt = now;
        return null;
    }

    /// <summary>Its writer takes it away, at any time: the words are gone for good.</summary>
    public CommentRefusal? Remove(Actor actor, DateTime now)
    {
        if (!IsBy(actor) || State == CommentState.Removed)
        {
            return CommentRefusal.NotAllowed;
        }

        Erase(now);
        return null;
    }

    /// <summary>Takes away the words and the name of somebody who closed the account; its place stays where somebody had replied.</summary>
    public void Forget(DateTime now)
    {
        if (State != CommentState.Removed)
        {
            Erase(now);
        }

        AuthorId = null;
        SharedWithId = null;
        DepartmentId = null;
    }

    /// <summary>A moderator lets it stand.</summary>
    internal void Show()
    {
        if (State is CommentState.Held or CommentState.Hidden)
        {
            State = CommentState.Visible;
            HiddenFor = null;
        }
    }

    /// <summary>A moderator hides it.</summary>
    internal void Hide(ModerationReason reason)
    {
        if (State is not CommentState.Removed)
        {
            HiddenFor = IsWithheld ? null : reason;
            State = CommentState.Hidden;
        }
    }

    private void Follow(Comment? above, IReadOnlyList<long> subjectAuthorIds)
    {
        // A reply to a reply stands beside it.
        ParentId = above?.ParentId ?? above?.Id;
        IsSecret = above?.IsSecret ?? false;
        if (above is { IsSecret: true })
        {
            // The authors of the subject read it anyhow: it is shared with the one to whom they talk.
            SharedWithId = above.AuthorId is { } writer && subjectAuthorIds.Contains(writer) ? above.SharedWithId ?? writer : above.AuthorId;
        }
    }

    private void Say(string text, SpamVerdict spam)
    {
        Text = text;
        Html = MarkdownText.ToHtml(text, MarkdownProfile.Plain);
        TextMark = MarkOf(text);
        SpamScore = spam.Score;
        SpamSigns = spam.Signs;

        // Nobody looks at what was said in confidence until somebody who may read it reports it.
        State = spam.IsHeld && !IsSecret ? CommentState.Held : CommentState.Visible;
    }

    private void Erase(DateTime now)
    {
        State = CommentState.Removed;
        RemovedAt = now;
        HiddenFor = null;
        Text = "";
        Html = "";
        TextMark = "";
        AuthorName = null;
        SpamScore = 0;
        SpamSigns = [];
    }

    public static string MarkOf(string text) => KoreanTerms.ForIndex(text) is { Length: > 0 } terms
        ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(terms)))[..MarkLength]
        : "";

    internal const int MarkLength = 32;
}
