using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Conversation;

public enum ModeratingOutcome
{
    Done = 1,
    NotFound = 2,

    /// <summary><see cref="Moderated.Refusal"/> says why.</summary>
    Refused = 3,
}

/// <param name="Target">What was decided about.</param>
/// <param name="WasShown">Whether it stood on its page before.</param>
public sealed record Moderated(
    ModeratingOutcome Outcome, ModerationRefusal? Refusal = null, ModerationTarget Target = ModerationTarget.Comment, bool WasShown = false)
{
    public static Moderated Done { get; } = new(ModeratingOutcome.Done);

    public static Moderated NotFound { get; } = new(ModeratingOutcome.NotFound);
}

/// <summary>Reports, decisions, appeals. What follows (the comment, its count, notices, what the check learns) is saved in the same transaction.</summary>
public sealed class Moderating(
    CityDb db, IDatabaseProvider provider, ConversationSubjects subjects, ConversationNotices notices, AuditLog log, TimeProvider time)
{
    /// <summary>Somebody reports a comment that they can read: once; a second time changes nothing.</summary>
    public async Task<Moderated> ReportAsync(long commentId, ModerationReason reason, string text, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(ct => ReportInsideAsync(commentId, reason, text, actor, ct), cancellationToken);
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || provider.IsUniqueViolation(exception))
        {
            // The same person at another window, or somebody else's report that opened the case first.
            return await db.InTransactionAsync(ct => ReportInsideAsync(commentId, reason, text, actor, ct), cancellationToken);
        }
    }

    /// <summary>Decides a case, or the appeal in it.</summary>
    /// <param name="caseId">Which one.</param>
    /// <param name="reason">Of those that go with the decision.</param>
    /// <param name="text">Why, in words, for the writer.</param>
    /// <param name="blocksSite">Whether nothing more is taken from the site of a mention that is hidden.</param>
    /// <param name="actor">A moderator.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Moderated> DecideAsync(
        long caseId, ModerationReason reason, string text, bool blocksSite, Actor actor, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync(ct => DecideInsideAsync(caseId, reason, text, blocksSite, actor, ct), cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another moderator, or the writer who took it away, was faster.
            db.ChangeTracker.Clear();
            return new Moderated(ModeratingOutcome.Refused, ModerationRefusal.NotOpen);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // Two decisions taught the same new word, or blocked the same site.
            return await db.InTransactionAsync(ct => DecideInsideAsync(caseId, reason, text, blocksSite, actor, ct), cancellationToken);
        }
    }

    /// <summary>The writer appeals: once.</summary>
    public Task<Moderated> AppealAsync(long caseId, string text, Actor actor, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            ModerationCase? found = await db.ModerationCases.Include(c => c.Appeal)
                .SingleOrDefaultAsync(c => c.Id == caseId && c.WriterId == actor.AccountId, ct);
            if (found is null)
            {
                return Moderated.NotFound;
            }

            if (found.AskAgain(text, actor, time.GetUtcNow().UtcDateTime) is { } refusal)
            {
                db.ChangeTracker.Clear();
                return new Moderated(ModeratingOutcome.Refused, refusal);
            }

            await db.SaveChangesAsync(ct);
            return Moderated.Done;
        },
        cancellationToken);

    /// <summary>
    /// Opens what was said in confidence and was reported: the case and the audit log note who read whose words. The words themselves;
    /// null when there is nothing that this moderator may open.
    /// </summary>
    public Task<Comment?> ReadSecretAsync(long caseId, Actor actor, string? address, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            ModerationCase? found = await db.ModerationCases.SingleOrDefaultAsync(
                c => c.Id == caseId && c.IsWaiting && c.Target == ModerationTarget.Comment, ct);
            if (found is null || await db.Comments.SingleOrDefaultAsync(c => c.Id == found.TargetId && c.IsSecret, ct) is not { } comment)
            {
                return null;
            }

            found.Read(actor, time.GetUtcNow().UtcDateTime);
            log.Add(AuditKind.Access, AuditActions.SecretRead, FormattableString.Invariant($"account:{comment.AuthorId}"), actor.AccountId, address, FormattableString.Invariant($"comment {comment.Id}"));
            await db.SaveChangesAsync(ct);
            return comment;
        },
        cancellationToken);

    private async Task<Moderated> ReportInsideAsync(long commentId, ModerationReason reason, string text, Actor actor, CancellationToken cancellationToken)
    {
        Comment? comment = await db.Comments.SingleOrDefaultAsync(c => c.Id == commentId && c.State == CommentState.Visible, cancellationToken);
        if (comment is null || actor.AccountId is not { } me
            || await subjects.FindAsync(comment.Subject, comment.SubjectId, actor, cancellationToken) is not { } topic
            || !comment.IsVisibleTo(actor, topic.IsBy(actor)))
        {
            return Moderated.NotFound;
        }

        if (!reason.Hides() || comment.IsBy(actor))
        {
            return new Moderated(ModeratingOutcome.Refused, ModerationRefusal.WrongReason);
        }

        if (await db.AbuseReports.AnyAsync(r => r.Target == ModerationTarget.Comment && r.TargetId == commentId && r.AccountId == me, cancellationToken))
        {
            return Moderated.Done;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        db.Add(new AbuseReport(ModerationTarget.Comment, comment.Id, me, reason, text.Trim(), now));
        ModerationCase? known = await db.ModerationCases.About(ModerationTarget.Comment, comment.Id).SingleOrDefaultAsync(cancellationToken);
        if (known is null)
        {
            known = new ModerationCase(ModerationTarget.Comment, comment.Id, comment.AuthorId, ModerationCause.Reported, now);
            db.Add(known);
        }

        known.Open(ModerationCause.Reported, me, reason, now);
        await db.SaveChangesAsync(cancellationToken);
        return Moderated.Done;
    }

    private async Task<Moderated> DecideInsideAsync(
        long caseId, ModerationReason reason, string text, bool blocksSite, Actor actor, CancellationToken cancellationToken)
    {
        ModerationCase? found = await db.ModerationCases.Include(c => c.Appeal).SingleOrDefaultAsync(c => c.Id == caseId, cancellationToken);
        return found?.Target switch
        {
            null => Moderated.NotFound,
            ModerationTarget.Mention => await DecideOnMentionAsync(found, reason, text, blocksSite, actor, cancellationToken),
            _ => await DecideOnCommentAsync(found, reason, text, actor, cancellationToken),
        };
    }

    private async Task<Moderated> DecideOnMentionAsync(
        ModerationCase found, ModerationReason reason, string text, bool blocksSite, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Mentions.SingleOrDefaultAsync(m => m.Id == found.TargetId, cancellationToken) is not { } mention)
        {
            return Moderated.NotFound;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        ModerationRefusal? refused = found.WhyNot(actor) ?? (mention.IsFounded ? null : ModerationRefusal.LinkGone);
        if ((refused ?? found.Decide(reason, text, actor, now)) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return new Moderated(ModeratingOutcome.Refused, refusal, ModerationTarget.Mention);
        }

        List<Mention> changed = [mention];
        List<Mention> shown = mention.IsShown ? [mention] : [];
        bool wasShown = mention.IsShown;
        if (reason.Hides())
        {
            mention.Hide();
        }
        else
        {
            mention.Show(now);
        }

        if (reason.Hides() && blocksSite)
        {
            if (!await db.BlockedSites.AnyAsync(s => s.Host == mention.Host, cancellationToken))
            {
                db.Add(new BlockedSite(mention.Host, actor.AccountId, now));
            }

            List<Mention> others = await db.Mentions.OfSite(mention.Host).Where(m => m.Id != mention.Id).ToListAsync(cancellationToken);
            shown.AddRange(others.Where(m => m.IsShown));
            changed.AddRange(others);
            await HideAsync(others, reason, text, actor, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        foreach (Mention one in changed.Where(m => m.IsShown != shown.Contains(m)))
        {
            await subjects.Of(one.Subject).CountAsync(one.SubjectId, new TalkChange(Mentions: one.IsShown ? 1 : -1), cancellationToken);
        }

        return Moderated.Done with { Target = ModerationTarget.Mention, WasShown = wasShown };
    }

    /// <summary>What else a site said that nobody wants any more: the same decision, noted in each case.</summary>
    private async Task HideAsync(
        IReadOnlyList<Mention> mentions, ModerationReason reason, string text, Actor actor, DateTime now, CancellationToken cancellationToken)
    {
        List<long> ids = [.. mentions.Select(m => m.Id)];
        List<ModerationCase> cases = await db.ModerationCases.Where(c => c.Target == ModerationTarget.Mention && ids.Contains(c.TargetId)).ToListAsync(cancellationToken);
        foreach (Mention mention in mentions)
        {
            mention.Hide();
            cases.Find(c => c.TargetId == mention.Id)?.Decide(reason, text, actor, now);
        }
    }

    private async Task<Moderated> DecideOnCommentAsync(
        ModerationCase found, ModerationReason reason, string text, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Comments.SingleOrDefaultAsync(c => c.Id == found.TargetId, cancellationToken) is not { } comment)
        {
            return Moderated.NotFound;
        }

        if (comment.IsSecret && found.WhyNot(actor) is null && !await db.HasReadAsync(found, actor, cancellationToken))
        {
            return new Moderated(ModeratingOutcome.Refused, ModerationRefusal.NotRead);
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        (ModerationState before, ModerationReason? earlier, bool wasDecided) = (found.State, found.Reason, found.DecidedAt is not null);
        if (found.Decide(reason, text, actor, now) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return new Moderated(ModeratingOutcome.Refused, refusal);
        }

        (bool wasCounted, bool wasHeld, bool wasShown) = (comment.IsCounted, comment.State == CommentState.Held, comment.State == CommentState.Visible);
        if (reason.Hides())
        {
            comment.Hide(reason);
        }
        else
        {
            comment.Show();
        }

        await LearnAsync(comment, before, earlier, wasDecided, reason, cancellationToken);
        await TellAsync(found, comment, before, wasHeld, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        if (!comment.IsSecret)
        {
            await subjects.Of(comment.Subject).CountAsync(
                comment.SubjectId, new TalkChange(Comments: (comment.IsCounted ? 1 : 0) - (wasCounted ? 1 : 0)), cancellationToken);
        }

        return Moderated.Done with { WasShown = wasShown };
    }

    /// <summary>Each comment teaches once on one side; what was said in confidence teaches nothing.</summary>
    private async Task LearnAsync(
        Comment comment, ModerationState before, ModerationReason? earlier, bool wasDecided, ModerationReason reason, CancellationToken cancellationToken)
    {
        int was = !wasDecided || earlier is not { } taught ? 0 : taught.TeachesSpam() ? 1 : taught.Hides() ? 0 : -1;
        int now = reason.TeachesSpam() ? 1 : reason.Hides() ? 0 : -1;
        if (comment.IsSecret || was == now || (before == ModerationState.Appealed && reason.Hides()))
        {
            return;
        }

        await new SpamWords(db).LearnAsync(
            comment.Text, (now == 1 ? 1 : 0) - (was == 1 ? 1 : 0), (now == -1 ? 1 : 0) - (was == -1 ? 1 : 0), cancellationToken);
    }

    private async Task TellAsync(
        ModerationCase decided, Comment comment, ModerationState before, bool wasHeld, DateTime now, CancellationToken cancellationToken)
    {
        TopicName? name = (await subjects.Of(comment.Subject).NamesAsync([comment.SubjectId], cancellationToken)).SingleOrDefault();
        if (name is null)
        {
            return;
        }

        string page = ConversationNotices.PathOf(comment.Id);
        if (before == ModerationState.Appealed)
        {
            await notices.TellWriterAsync(NoticeKind.AppealDecided, decided, name, page, now, cancellationToken);
        }
        else if (decided.State == ModerationState.Hidden)
        {
            await notices.TellWriterAsync(NoticeKind.CommentHidden, decided, name, ConversationNotices.AppealPathOf(decided.Id), now, cancellationToken);
        }
        else if (wasHeld)
        {
            await notices.TellWriterAsync(NoticeKind.CommentShown, decided, name, page, now, cancellationToken);
        }

        if (wasHeld && comment.State == CommentState.Visible
            && await subjects.FindAsync(comment.Subject, comment.SubjectId, Actor.Guest, cancellationToken) is { } topic)
        {
            Comment? above = comment.ParentId is { } parent ? await db.Comments.SingleOrDefaultAsync(c => c.Id == parent, cancellationToken) : null;
            await notices.TellOfAsync(comment, above, topic, now, cancellationToken);
        }
    }
}
