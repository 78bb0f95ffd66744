using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

/// <summary>The named queries of the conversation.</summary>
public static class CommentQueries
{
    public static IQueryable<Comment> Of(this IQueryable<Comment> comments, ConversationSubject subject, long subjectId) =>
        comments.Where(c => c.Subject == subject && c.SubjectId == subjectId);

    /// <summary>What everybody may read: what the counts hold, and all that may ever leave the page.</summary>
    public static IQueryable<Comment> Public(this IQueryable<Comment> comments) =>
        comments.Where(c => c.State == CommentState.Visible && !c.IsSecret);

    /// <summary>
    /// What has a place on this person's page, <see cref="Comment.IsVisibleTo"/> as a query. What was removed has one for the sake of its
    /// replies alone, see <see cref="Threads"/>.
    /// </summary>
    /// <param name="comments">Of one subject.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="isSubjectAuthor">Whether the subject is theirs.</param>
    public static IQueryable<Comment> VisibleTo(this IQueryable<Comment> comments, Actor actor, bool isSubjectAuthor)
    {
        // What was hidden before anybody could read it has no reason on the page, and no place.
        comments = comments.SharedWith(actor, isSubjectAuthor);
        return actor.AccountId is { } me
            ? comments.Where(c => c.AuthorId == me || (c.State != CommentState.Held && (c.State != CommentState.Hidden || c.HiddenFor != null)))
            : comments.Where(c => c.State != CommentState.Held && (c.State != CommentState.Hidden || c.HiddenFor != null));
    }

    /// <summary>The threads that have a place on a person's page, oldest first, from a place on; one more than asked for tells whether there are others.</summary>
    public static IQueryable<Comment> ThreadsAt(
        this CityDb db, ConversationSubject subject, long subjectId, Actor actor, bool isSubjectAuthor, Cursor? at, int size)
    {
        IQueryable<Comment> replies = db.Comments.VisibleTo(actor, isSubjectAuthor).Where(r => r.State != CommentState.Removed);
        long me = actor.AccountId ?? 0;

        // One that is gone, or held again after a change, has a place for the sake of its replies.
        IQueryable<Comment> threads = db.Comments.Of(subject, subjectId).SharedWith(actor, isSubjectAuthor)
            .Where(c => c.ParentId == null
                && (c.State == CommentState.Visible
                    || (c.State == CommentState.Hidden && c.HiddenFor != null)
                    || (me != 0 && c.AuthorId == me && c.State != CommentState.Removed)
                    || replies.Any(r => r.ParentId == c.Id)));
        threads = at switch
        {
            null => threads.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id),
            { Backwards: true, At: var time, Id: var id } => threads
                .Where(c => c.CreatedAt <= time && (c.CreatedAt < time || c.Id < id)).OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id),
            { At: var time, Id: var id } => threads
                .Where(c => c.CreatedAt >= time && (c.CreatedAt > time || c.Id > id)).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id),
        };
        return threads.Take(size + 1);
    }

    /// <summary>A person's page in one command: its threads as <see cref="ThreadsAt"/> has them, then all their replies that this person may read.</summary>
    public static IQueryable<Comment> TalkAt(
        this CityDb db, ConversationSubject subject, long subjectId, Actor actor, bool isSubjectAuthor, Cursor? at, int size)
    {
        IQueryable<Comment> threads = db.ThreadsAt(subject, subjectId, actor, isSubjectAuthor, at, size);
        return threads.Concat(db.Comments.VisibleTo(actor, isSubjectAuthor)
            .Where(r => r.State != CommentState.Removed && threads.Select(t => (long?)t.Id).Contains(r.ParentId)));
    }

    public static IQueryable<Comment> WrittenBy(this IQueryable<Comment> comments, long accountId) => comments.Where(c => c.AuthorId == accountId);

    /// <summary>
    /// What somebody's new comment may be compared with. What was said in confidence is compared with its writer's own words alone, and what
    /// is said in public with public words: or a guess at secret words could be tried, and whoever looks at a held comment would hear of them.
    /// </summary>
    public static IQueryable<Comment> ComparableWith(this IQueryable<Comment> comments, bool isSecret, long writerId) =>
        isSecret ? comments.WrittenBy(writerId) : comments.Where(c => !c.IsSecret);

    /// <summary>Comments of the same letters since a time.</summary>
    public static IQueryable<Comment> SameWordsSince(this IQueryable<Comment> comments, string textMark, DateTime since) =>
        comments.Where(c => c.TextMark == textMark && c.CreatedAt >= since);

    public static IQueryable<Reaction> To(this IQueryable<Reaction> reactions, ConversationSubject subject, long subjectId) =>
        reactions.Where(r => r.Subject == subject && r.SubjectId == subjectId);

    public static IQueryable<ModerationCase> About(this IQueryable<ModerationCase> cases, ModerationTarget target, long targetId) =>
        cases.Where(c => c.Target == target && c.TargetId == targetId);

    /// <summary>The queue of the moderators, what waits longest first, from a place on.</summary>
    public static IQueryable<ModerationCase> QueueAt(this IQueryable<ModerationCase> cases, ModerationCause? cause, bool appealsOnly, Cursor? at, int size)
    {
        IQueryable<ModerationCase> waiting = cases.Where(c => c.IsWaiting);
        if (cause is not null)
        {
            waiting = waiting.Where(c => c.Cause == cause);
        }

        if (appealsOnly)
        {
            waiting = waiting.Where(c => c.State == ModerationState.Appealed);
        }

        waiting = at switch
        {
            null => waiting.OrderBy(c => c.OpenedAt).ThenBy(c => c.Id),
            { Backwards: true, At: var time, Id: var id } => waiting
                .Where(c => c.OpenedAt <= time && (c.OpenedAt < time || c.Id < id)).OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id),
            { At: var time, Id: var id } => waiting
                .Where(c => c.OpenedAt >= time && (c.OpenedAt > time || c.Id > id)).OrderBy(c => c.OpenedAt).ThenBy(c => c.Id),
        };
        return waiting.Take(size + 1);
    }

    /// <summary>Whether this moderator opened the secret words of a case since it waits.</summary>
    public static Task<bool> HasReadAsync(this CityDb db, ModerationCase found, Actor actor, CancellationToken cancellationToken) =>
        db.Set<ModerationFact>().AnyAsync(
            f => f.CaseId == found.Id && f.Act == ModerationAct.Read && f.ActorId == actor.AccountId && f.At >= found.OpenedAt, cancellationToken);

    /// <summary>The decisions of all moderators, the newest first, from a place on.</summary>
    public static IQueryable<ModerationFact> DecisionsAt(this IQueryable<ModerationFact> facts, Cursor? at, int size)
    {
        IQueryable<ModerationFact> decisions = facts.Where(f => f.Act == ModerationAct.Kept || f.Act == ModerationAct.Hidden
            || f.Act == ModerationAct.Confirmed || f.Act == ModerationAct.Reversed);
        decisions = at switch
        {
            null => decisions.OrderByDescending(f => f.At).ThenByDescending(f => f.Id),
            { Backwards: true, At: var time, Id: var id } => decisions
                .Where(f => f.At >= time && (f.At > time || f.Id > id)).OrderBy(f => f.At).ThenBy(f => f.Id),
            { At: var time, Id: var id } => decisions
                .Where(f => f.At <= time && (f.At < time || f.Id < id)).OrderByDescending(f => f.At).ThenByDescending(f => f.Id),
        };
        return decisions.Take(size + 1);
    }

    /// <summary>Without what others said in confidence to somebody else.</summary>
    private static IQueryable<Comment> SharedWith(this IQueryable<Comment> comments, Actor actor, bool isSubjectAuthor) => actor.AccountId is { } me
        ? isSubjectAuthor ? comments : comments.Where(c => !c.IsSecret || c.AuthorId == me || c.SharedWithId == me)
        : comments.Where(c => !c.IsSecret);
}
