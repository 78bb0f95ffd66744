using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

/// <summary>What came of writing: the comment, or why there is none.</summary>
public sealed record Commented(Comment? Comment, CommentRefusal? Refusal = null)
{
    /// <summary>There is no such subject, or no such comment, for this person.</summary>
    public static Commented NotFound { get; } = new(null, null);
}

/// <summary>Writes, corrects and takes away comments: counts, cases for the moderators and notices are saved in the same transaction.</summary>
public sealed class Commenting(
    CityDb db, IDatabaseProvider provider, ConversationSubjects subjects, SpamCheck spam, ConversationNotices notices, TimeProvider time)
{
    /// <summary>Writes a comment. A second time with the same key answers with the first.</summary>
    /// <param name="subject">What is talked about.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="aboveId">The comment that this one replies to.</param>
    /// <param name="content">The words.</param>
    /// <param name="form">What the form tells of whoever sent it.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="idempotencyKey">Of the form.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Commented> WriteAsync(
        ConversationSubject subject,
        long subjectId,
        long? aboveId,
        CommentContent content,
        FormSigns form,
        Actor actor,
        Guid idempotencyKey,
        CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(
                ct => WriteInsideAsync(subject, subjectId, aboveId, content, form, actor, idempotencyKey, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            db.ChangeTracker.Clear();
            return await FindAgainAsync(idempotencyKey, actor, cancellationToken) ?? throw new InvalidOperationException("A key was taken and is not there.", exception);
        }
    }

    /// <summary>Corrects one's own comment within <see cref="Comment.EditWindow"/>.</summary>
    public Task<Commented> EditAsync(long id, string text, FormSigns form, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(
            id,
            actor,
            async (comment, now, ct) => comment.Edit(text, await spam.CheckAsync(text, form, actor, comment.IsSecret, comment.Id, ct), actor, now),
            cancellationToken);

    /// <summary>Takes one's own comment away, with its case.</summary>
    public Task<Commented> RemoveAsync(long id, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (comment, now, _) => Task.FromResult(comment.Remove(actor, now)), cancellationToken);

    private async Task<Commented?> FindAgainAsync(Guid idempotencyKey, Actor actor, CancellationToken cancellationToken) =>
        await db.Comments.AsNoTracking()
            .SingleOrDefaultAsync(c => c.IdempotencyKey == idempotencyKey && c.AuthorId == actor.AccountId, cancellationToken) is { } first
            ? new Commented(first)
            : null;

    private async Task<Commented> WriteInsideAsync(
        ConversationSubject subject,
        long subjectId,
        long? aboveId,
        CommentContent content,
        FormSigns form,
        Actor actor,
        Guid idempotencyKey,
        CancellationToken cancellationToken)
    {
        if (await FindAgainAsync(idempotencyKey, actor, cancellationToken) is { } first)
        {
            return first;
        }

        if (await subjects.FindAsync(subject, subjectId, actor, cancellationToken) is not { } topic)
        {
            return Commented.NotFound;
        }

        Comment? above = null;
        if (aboveId is not null)
        {
            above = await db.Comments.Of(subject, subjectId).VisibleTo(actor, topic.IsBy(actor)).SingleOrDefaultAsync(c => c.Id == aboveId, cancellationToken);
            if (above is null)
            {
                return Commented.NotFound;
            }
        }

        if (await WhyNotAsync(topic, above, content, actor, cancellationToken) is { } refusal)
        {
            return new Commented(null, refusal);
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        bool isSecret = content.IsSecret || above is { IsSecret: true };
        SpamVerdict verdict = await spam.CheckAsync(content.Text, form, actor, isSecret, null, cancellationToken);
        Comment comment = new(topic, above, content, actor.AccountId ?? 0, verdict, idempotencyKey, now);
        db.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        if (comment.State == CommentState.Held)
        {
            db.Add(new ModerationCase(ModerationTarget.Comment, comment.Id, comment.AuthorId, verdict.Cause ?? ModerationCause.Spam, now));
        }
        else
        {
            await notices.TellOfAsync(comment, above, topic, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (comment.IsCounted)
        {
            await subjects.Of(subject).CountAsync(subjectId, new TalkChange(Comments: 1), cancellationToken);
        }

        return new Commented(comment);
    }

    private async Task<CommentRefusal?> WhyNotAsync(Topic topic, Comment? above, CommentContent content, Actor actor, CancellationToken cancellationToken)
    {
        if (!topic.IsOpen || actor.AccountId is null || (content.DepartmentId is { } department && !actor.Departments().Contains(department)))
        {
            return CommentRefusal.NotAllowed;
        }

        if (actor.Level < topic.Level)
        {
            return CommentRefusal.LevelTooLow;
        }

        if (string.IsNullOrWhiteSpace(content.Text))
        {
            return CommentRefusal.Empty;
        }

        if (above is null)
        {
            return null;
        }

        if (above.State != CommentState.Visible)
        {
            return CommentRefusal.NothingAbove;
        }

        // Of what this person reads: secret replies between others are in no count.
        long threadId = above.ParentId ?? above.Id;
        int replies = await db.Comments.VisibleTo(actor, topic.IsBy(actor)).CountAsync(c => c.ParentId == threadId, cancellationToken);
        return replies >= Comment.MostReplies ? CommentRefusal.ThreadFull : null;
    }

    private async Task<Commented> ChangeAsync(
        long id, Actor actor, Func<Comment, DateTime, CancellationToken, Task<CommentRefusal?>> act, CancellationToken cancellationToken)
    {
        try
        {
            return await ChangeOnceAsync(id, actor, act, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A moderator decided meanwhile: the act is tried upon what it is now.
            return await ChangeOnceAsync(id, actor, act, cancellationToken);
        }
    }

    private Task<Commented> ChangeOnceAsync(
        long id, Actor actor, Func<Comment, DateTime, CancellationToken, Task<CommentRefusal?>> act, CancellationToken cancellationToken) =>
        db.InTransactionAsync(
            async ct =>
            {
                if (await db.Comments.SingleOrDefaultAsync(c => c.Id == id && c.AuthorId == actor.AccountId, ct) is not { } comment)
                {
                    return Commented.NotFound;
                }

                DateTime now = time.GetUtcNow().UtcDateTime;
                (bool wasCounted, bool stood) = (comment.IsCounted, comment.State is not CommentState.Held);
                if (await act(comment, now, ct) is { } refusal)
                {
                    db.ChangeTracker.Clear();
                    return new Commented(comment, refusal);
                }

                await FollowAsync(comment, now, ct);
                await db.SaveChangesAsync(ct);

                // What nobody else could read changes nobody else's page.
                if (!comment.IsSecret && stood)
                {
                    await subjects.Of(comment.Subject).CountAsync(
                        comment.SubjectId, new TalkChange(Comments: (comment.IsCounted ? 1 : 0) - (wasCounted ? 1 : 0)), ct);
                }

                return new Commented(comment);
            },
            cancellationToken);

    /// <summary>A correction that must be looked at opens a case; what is gone needs none.</summary>
    private async Task FollowAsync(Comment comment, DateTime now, CancellationToken cancellationToken)
    {
        ModerationCase? known = await db.ModerationCases.About(ModerationTarget.Comment, comment.Id).SingleOrDefaultAsync(cancellationToken);
        if (comment.State == CommentState.Removed)
        {
            known?.Withdraw(now);
        }
        else if (comment.State == CommentState.Held)
        {
            ModerationCause cause = comment.SpamScore >= SpamVerdict.HeldFrom ? ModerationCause.Spam : ModerationCause.Links;
            if (known is null)
            {
                db.Add(new ModerationCase(ModerationTarget.Comment, comment.Id, comment.AuthorId, cause, now));
            }
            else if (!known.IsWaiting)
            {
                known.Open(cause, null, null, now);
            }
        }
    }
}
