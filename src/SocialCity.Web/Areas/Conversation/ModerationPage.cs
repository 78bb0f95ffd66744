using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>What the queue shows: everything, what has one cause, or appeals.</summary>
public sealed record QueueFilter(ModerationCause? Cause, bool AppealsOnly)
{
    private const string Appeals = "appeals";

    public string? Value => AppealsOnly ? Appeals : Cause?.ToString().ToLowerInvariant();

    public static QueueFilter Parse(string? show) => show == Appeals
        ? new QueueFilter(null, true)
        : new QueueFilter(Enum.TryParse(show, ignoreCase: true, out ModerationCause cause) && Enum.IsDefined(cause) ? cause : null, false);

    public string PathAt(Cursor? at = null)
    {
        string query = string.Join('&', new[] { Value is { } show ? $"show={show}" : null, at is null ? null : $"at={at}" }.OfType<string>());
        return query.Length == 0 ? ModerationPages.Path : $"{ModerationPages.Path}?{query}";
    }
}

/// <summary>A case in the queue. The words of a secret comment are not among it.</summary>
public sealed record CaseRow(
    long Id,
    DateTime OpenedAt,
    ModerationCause Cause,
    ModerationState State,
    int ReportCount,
    bool IsSecret,
    string Excerpt,
    string Writer,
    string? SubjectTitle,
    int SpamScore,
    IReadOnlyList<SpamSign> Signs,
    bool IsMine)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{ModerationPages.Path}/{Id}");
}

public sealed record QueuePage(QueueFilter Filter, Page<CaseRow> Rows);

public sealed record CaseReport(string Reporter, ModerationReason Reason, string Text, DateTime At);

public sealed record CaseFact(ModerationAct Act, string? Actor, ModerationReason? Reason, string Text, DateTime At);

/// <summary>One case, with everything that a decision needs.</summary>
public sealed record CasePage(ModerationCase Case, string Writer, string? SubjectTitle, string? SubjectPath, IReadOnlyList<CaseReport> Reports, IReadOnlyList<CaseFact> Facts)
{
    /// <summary>Null while it is secret and was not opened.</summary>
    public string? Html { get; init; }

    public string? AboveHtml { get; init; }

    public required bool IsSecret { get; init; }

    public required int SpamScore { get; init; }

    public required IReadOnlyList<SpamSign> Signs { get; init; }

    public required string CommentPath { get; init; }

    /// <summary>Why this moderator may not decide; null when they may.</summary>
    public ModerationRefusal? WhyNot { get; init; }

    /// <summary>The decision whose form is shown; null while none is chosen.</summary>
    public DecisionForm? Form { get; init; }

    public string Path => string.Create(CultureInfo.InvariantCulture, $"{ModerationPages.Path}/{Case.Id}");
}

public sealed record DecisionRow(long FactId, long CaseId, DateTime At, ModerationAct Act, ModerationReason? Reason, string Text, string Moderator);

public sealed record DecisionsPage(Page<DecisionRow> Rows)
{
    public static string? PathAt(Cursor? at) => at is null ? null : $"{ModerationPages.Path}/log?at={at}";
}

/// <summary>Reads the moderators' queue, its cases and the log of decisions.</summary>
public sealed class ModerationPages(CityDb db, ConversationSubjects subjects)
{
    public const string Path = "/office/moderation";

    private const int PageSize = 30;
    private const int ExcerptLength = 300;

    public async Task<QueuePage> QueueAsync(QueueFilter filter, Cursor? at, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await db.ModerationCases.AsNoTracking().QueueAt(filter.Cause, filter.AppealsOnly, at, PageSize)
            .Join(db.Comments, m => m.TargetId, c => c.Id, (m, c) => new
            {
                m.Id,
                m.OpenedAt,
                m.Cause,
                m.State,
                m.ReportCount,
                m.WriterId,
                m.DecidedById,
                c.Subject,
                c.SubjectId,
                c.IsSecret,
                Text = c.IsSecret ? "" : c.Text,
                Writer = c.AuthorName ?? db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault(),
                c.SpamScore,
                c.SpamSigns,
            })
            .ToListAsync(cancellationToken);

        // The join keeps the rows, not their order.
        var ordered = at?.Backwards ?? false ? rows.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id) : rows.OrderBy(r => r.OpenedAt).ThenBy(r => r.Id);
        Dictionary<(ConversationSubject, long), TopicName> names = [];
        foreach (var group in rows.GroupBy(r => r.Subject))
        {
            foreach (TopicName name in await subjects.Of(group.Key).NamesAsync([.. group.Select(r => r.SubjectId).Distinct()], cancellationToken))
            {
                names[(group.Key, name.Id)] = name;
            }
        }

        return new QueuePage(filter, Page<CaseRow>.From(
            [
                .. ordered.Select(r => new CaseRow(
                    r.Id,
                    r.OpenedAt,
                    r.Cause,
                    r.State,
                    r.ReportCount,
                    r.IsSecret,
                    SocialCity.Text.CleanText.Shorten(r.Text, ExcerptLength),
                    r.Writer ?? "",
                    names.GetValueOrDefault((r.Subject, r.SubjectId))?.Title,
                    r.SpamScore,
                    r.SpamSigns,
                    r.WriterId == actor.AccountId || (r.State == ModerationState.Appealed && r.DecidedById == actor.AccountId))),
            ],
            PageSize,
            at,
            r => (r.OpenedAt, r.Id)));
    }

    /// <summary>One case; the words of a secret comment only when they were opened just now.</summary>
    /// <param name="id">Of the case.</param>
    /// <param name="opened">The secret comment that was opened.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<CasePage?> CaseAsync(long id, Comment? opened, Actor actor, CancellationToken cancellationToken)
    {
        ModerationCase? found = await db.ModerationCases.AsNoTracking().Include(c => c.Appeal).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (found is null || await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == found.TargetId, cancellationToken) is not { } comment)
        {
            return null;
        }

        TopicName? topic = (await subjects.Of(comment.Subject).NamesAsync([comment.SubjectId], cancellationToken)).SingleOrDefault();
        string? writer = comment.AuthorName ?? await db.Users.Where(a => a.Id == comment.AuthorId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        string? above = await db.Comments.AsNoTracking().Where(c => c.Id == comment.ParentId).Public().Select(c => c.Html).SingleOrDefaultAsync(cancellationToken);
        var reports = await (
            from r in db.AbuseReports.AsNoTracking().Where(r => r.Target == found.Target && r.TargetId == found.TargetId)
            join a in db.Users on r.AccountId equals a.Id
            orderby r.Id
            select new CaseReport(a.DisplayName, r.Reason, r.Text, r.At)).ToListAsync(cancellationToken);
        var facts = await db.Set<ModerationFact>().AsNoTracking().Where(f => f.CaseId == id).OrderBy(f => f.At).ThenBy(f => f.Id)
            .Select(f => new CaseFact(f.Act, db.Users.Where(a => a.Id == f.ActorId).Select(a => a.DisplayName).FirstOrDefault(), f.Reason, f.Text, f.At))
            .ToListAsync(cancellationToken);
        return new CasePage(found, writer ?? "", topic?.Title, topic?.Path, reports, facts)
        {
            Html = !comment.IsSecret || opened?.Id == comment.Id ? comment.Html : null,
            AboveHtml = comment.IsSecret ? null : above,
            IsSecret = comment.IsSecret,
            SpamScore = comment.SpamScore,
            Signs = comment.SpamSigns,
            CommentPath = ConversationNotices.PathOf(comment.Id),
            WhyNot = found.WhyNot(actor),
        };
    }

    public async Task<DecisionsPage> DecisionsAsync(Cursor? at, CancellationToken cancellationToken)
    {
        var rows = await db.Set<ModerationFact>().AsNoTracking().DecisionsAt(at, PageSize)
            .Select(f => new DecisionRow(
                f.Id, f.CaseId, f.At, f.Act, f.Reason, f.Text, db.Users.Where(a => a.Id == f.ActorId).Select(a => a.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(cancellationToken);
        return new DecisionsPage(Page<DecisionRow>.From(rows, PageSize, at, r => (r.At, r.FactId)));
    }
}
