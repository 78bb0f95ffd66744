using Microsoft.EntityFrameworkCore;
using Quartz;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Complaints;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Notices;
using SocialCity.Web.Shared.KeptForms;

namespace SocialCity.Web.Startup;

/// <summary>Sends the mails that wait in the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class OutboxJob(Outbox outbox, ICarrier<Notice> mails) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await outbox.DispatchAsync(mails, cancellationToken);
}

/// <summary>Talks with other sites about links: apart from the mails, for which somebody waits, since a slow site takes its time.</summary>
[DisallowConcurrentExecution]
public sealed class MentionJob(Outbox outbox, ICarrier<OutgoingMention> told, ICarrier<Mention> visits) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await outbox.DispatchAsync(told, cancellationToken);
        await outbox.DispatchAsync(visits, cancellationToken);
    }
}

/// <summary>Has shown mentions visited again, and lets go of claims that were not true.</summary>
[DisallowConcurrentExecution]
public sealed class MentionUpkeepJob(MentionUpkeep upkeep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await upkeep.RunAsync(cancellationToken);
}

/// <summary>Brings out the articles whose time has come. When some could not, the run has failed, after all others: the office shows it.</summary>
[DisallowConcurrentExecution]
public sealed class ArticleJob(ArticleSchedule schedule) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        ArticlesDue due = await schedule.PublishDueAsync(cancellationToken);
        if (due.Failed.Count > 0)
        {
            throw new InvalidOperationException($"Due, and could not be published: articles {string.Join(", ", due.Failed)}.");
        }
    }
}

/// <summary>Puts the digests of the newsletter that are due into the outbox.</summary>
[DisallowConcurrentExecution]
public sealed class NewsletterJob(NewsletterDigests digests) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await digests.PutDueAsync(cancellationToken);
}

/// <summary>Deletes subscriptions that were never confirmed, and keeps the counts of the others small.</summary>
[DisallowConcurrentExecution]
public sealed class NewsletterSweepJob(NewsletterSubscribing subscribing, NewsletterTallies tallies) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await subscribing.SweepAsync(cancellationToken);
        await tallies.FoldAsync(cancellationToken);
    }
}

/// <summary>What happens to complaints without anybody acting on them.</summary>
[DisallowConcurrentExecution]
public sealed class DeadlinesJob(ComplaintDeadlines deadlines) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await deadlines.ReclaimAsync(cancellationToken);
        await deadlines.WarnAsync(cancellationToken);
        await deadlines.CloseSilentAsync(cancellationToken);
        await deadlines.SweepUnconfirmedAsync(cancellationToken);
    }
}

/// <summary>Keeps the counts of the board small.</summary>
[DisallowConcurrentExecution]
public sealed class TallyJob(TallyFolding tallies) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await tallies.FoldAsync(cancellationToken);
}

/// <summary>Seals the audit log.</summary>
[DisallowConcurrentExecution]
public sealed class AuditSealJob(AuditLog audit) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await audit.SealAsync(cancellationToken);
}

/// <summary>Removes photos that belong to nothing.</summary>
[DisallowConcurrentExecution]
public sealed class MediaSweepJob(MediaSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.SweepAsync(cancellationToken);
}

/// <summary>Adds the holidays of the years ahead, and counts the open due dates by them.</summary>
[DisallowConcurrentExecution]
public sealed class HolidaysJob(Foundation foundation, ComplaintDeadlines deadlines) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        await foundation.LayAsync(cancellationToken);
        await deadlines.RecountAsync(cancellationToken);
    }
}

/// <summary>Removes forms whose writers did not come back, and the keys of those that were sent long ago.</summary>
[DisallowConcurrentExecution]
public sealed class KeptFormsJob(KeptFormStore store, CityDb db, TimeProvider time) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        store.Sweep();
        DateTime before = time.GetUtcNow().UtcDateTime - SentForm.KeptFor;
        await db.SentForms.Where(f => f.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}

/// <summary>Deletes old mails to people without an account.</summary>
[DisallowConcurrentExecution]
public sealed class NoticeSweepJob(NoticeSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.SweepAsync(cancellationToken);
}

/// <summary>Deletes accounts that were never confirmed and sessions long over.</summary>
[DisallowConcurrentExecution]
public sealed class AccountSweepJob(AccountSweep sweep) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) => await sweep.SweepAsync(cancellationToken);
}
