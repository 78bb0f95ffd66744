using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

/// <summary>What a person said, felt and reported, and what was decided about it. Nothing of whom they talked with.</summary>
public sealed class ConversationPersonalData(CityDb db, ConversationSubjects subjects, TimeProvider time) : IPersonalData
{
    public async Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddJsonAsync(
            "comments.json",
            db.Comments.AsNoTracking().WrittenBy(accountId).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
                .Select(c => new { c.Subject, c.SubjectId, c.ParentId, c.Id, c.Text, c.IsSecret, c.State, c.HiddenFor, c.CreatedAt, c.EditedAt, c.RemovedAt })
                .AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "reactions.json",
            db.Reactions.AsNoTracking().Where(r => r.AccountId == accountId).OrderBy(r => r.Id)
                .Select(r => new { r.Subject, r.SubjectId, r.Kind, r.At }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "reports.json",
            db.AbuseReports.AsNoTracking().Where(r => r.AccountId == accountId).OrderBy(r => r.Id)
                .Select(r => new { r.Target, r.TargetId, r.Reason, r.Text, r.At }).AsAsyncEnumerable(),
            cancellationToken);
        await archive.AddJsonAsync(
            "appeals.json",
            db.Set<Appeal>().AsNoTracking().Where(a => a.AccountId == accountId).OrderBy(a => a.Id)
                .Select(a => new { a.Text, a.At, a.IsGranted, a.DecidedAt, a.Answer }).AsAsyncEnumerable(),
            cancellationToken);
    }

    /// <summary>The words go, and with them their counts; where somebody had replied, an empty place stays. Decisions stay without the writer.</summary>
    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        List<Comment> comments = await db.Comments.WrittenBy(accountId).ToListAsync(cancellationToken);
        var counts = comments.Where(c => c.IsCounted).GroupBy(c => (c.Subject, c.SubjectId)).Select(g => (g.Key, Count: g.Count())).ToList();
        comments.ForEach(c => c.Forget(now));
        foreach (ModerationCase known in await db.ModerationCases.Include(c => c.Appeal).Where(c => c.WriterId == accountId).ToListAsync(cancellationToken))
        {
            known.Forget(accountId, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.Comments.Where(c => c.SharedWithId == accountId).ExecuteUpdateAsync(set => set.SetProperty(c => c.SharedWithId, (long?)null), cancellationToken);
        await db.Set<ModerationFact>().Where(f => f.ActorId == accountId && (f.Act == ModerationAct.Reported || f.Act == ModerationAct.Appealed))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ActorId, (long?)null), cancellationToken);
        await db.AbuseReports.Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        foreach (var ((subject, id), count) in counts)
        {
            await subjects.Of(subject).CountAsync(id, new TalkChange(Comments: -count), cancellationToken);
        }

        foreach (var reacted in await db.Reactions.Where(r => r.AccountId == accountId).Select(r => new { r.Subject, r.SubjectId }).ToListAsync(cancellationToken))
        {
            await subjects.Of(reacted.Subject).CountAsync(reacted.SubjectId, new TalkChange(Reactions: -1), cancellationToken);
        }

        await db.Reactions.Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }
}
