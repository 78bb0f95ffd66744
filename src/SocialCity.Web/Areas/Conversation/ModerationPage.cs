using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
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

/// <summary>A case in the queue. The words of a secret comment are not among it, nor what the check says of them.</summary>
/// <param name="Writer">Whose words these are; of a page elsewhere its title.</param>
/// <param name="Site">Where a page elsewhere stands; null for a comment.</param>
/// <param name="IsShown">Whether it stands on its page now: to let it stand keeps it there, else it brings it there.</param>
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
    bool IsMine,
    string? Site,
    bool IsShown)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{ModerationPages.Path}/{Id}");
}

/// <param name="LacksSecondModerator">Whether an appeal waits for another moderator, and there is none.</param>
public sealed record QueuePage(QueueFilter Filter, bool LacksSecondModerator, Page<CaseRow> Rows);

public sealed record CaseReport(string Reporter, ModerationReason Reason, string Text, DateTime At);

/// <param name="Before">What had happened before, readings left out; null at the beginning.</param>
public sealed record CaseFact(ModerationAct Act, ModerationAct? Before, string? Actor, ModerationReason? Reason, string Text, DateTime At);

/// <summary>The page elsewhere that a case is about.</summary>
/// <param name="Author">Empty when the page does not say.</param>
/// <param name="Excerpt">What stands around its link.</param>
/// <param name="WrittenAt">When, as the page says.</param>
public sealed record MentionPage(string Source, string Host, string Title, string Author, string Excerpt, DateTime? WrittenAt);

/// <summary>One case, with everything that a decision needs.</summary>
public sealed record CasePage(ModerationCase Case, string Writer, string? SubjectTitle, string? SubjectPath, IReadOnlyList<CaseReport> Reports, IReadOnlyList<CaseFact> Facts)
{
    /// <summary>The page elsewhere; null when the case is about a comment.</summary>
    public MentionPage? Mention { get; init; }

    /// <summary>Of a comment; null while it is secret and was not opened.</summary>
    public string? Html { get; init; }

    public string? AboveHtml { get; init; }

    public bool IsSecret { get; init; }

    /// <inheritdoc cref="CaseRow.IsShown"/>
    public bool IsShown { get; init; }

    public int SpamScore { get; init; }

    public IReadOnlyList<SpamSign> Signs { get; init; } = [];

    /// <summary>Why this moderator may not decide; null when they may.</summary>
    public ModerationRefusal? WhyNot { get; init; }

    /// <summary>The decision whose form is shown; null while none is chosen.</summary>
    public DecisionForm? Form { get; init; }

    public string Path => string.Create(CultureInfo.InvariantCulture, $"{ModerationPages.Path}/{Case.Id}");
}

/// <summary>A decision in the log, with what it was about. The words of a secret comment are not among it.</summary>
/// <param name="Before">As <see cref="CaseFact.Before"/>.</param>
public sealed record DecisionRow(
    long FactId, long CaseId, DateTime At, ModerationAct Act, ModerationAct? Before, ModerationReason? Reason, string Text, string Moderator,
    string Writer, bool IsSecret, string Excerpt, string? SubjectTitle);

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
    private const int LogExcerptLength = 80;

    public async Task<QueuePage> QueueAsync(QueueFilter filter, Cursor? at, Actor actor, CancellationToken cancellationToken)
    {
        var rows = await (
            from matter in WithMatters(db.ModerationCases.AsNoTracking().QueueAt(filter.Cause, filter.AppealsOnly, at, PageSize).Select(m => new Matter<ModerationCase> { Of = m, Case = m }))
            let m = matter.Case
            let c = matter.Comment
            let e = matter.Mention
            select new
            {
                m.Id,
                m.OpenedAt,
                m.Cause,
                m.State,
                m.ReportCount,
                m.WriterId,
                m.DecidedById,
                Subject = c != null ? c.Subject : e.Subject,
                SubjectId = c != null ? c.SubjectId : e.SubjectId,
                IsSecret = c != null && c.IsSecret,
                Text = c == null ? e.Excerpt : c.IsSecret ? "" : c.Text,
                Writer = c == null ? e.Title : c.AuthorName ?? db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault(),
                SpamScore = c == null ? 0 : c.SpamScore,
                Signs = c == null ? null : c.SpamSigns,
                Host = e == null ? null : e.Host,
                IsShown = c == null ? e.State == MentionState.Shown : c.State == CommentState.Visible,
            }).ToListAsync(cancellationToken);

        // The join keeps the rows, not their order.
        var ordered = at?.Backwards ?? false ? rows.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id) : rows.OrderBy(r => r.OpenedAt).ThenBy(r => r.Id);
        var names = await NamesAsync(rows.Select(r => (r.Subject, r.SubjectId)), cancellationToken);
        bool isOwnAppealHere = rows.Exists(r => r.State == ModerationState.Appealed && r.DecidedById == actor.AccountId);
        bool lacksSecond = isOwnAppealHere
            && !await db.HoldersOf(Right.Moderator).AnyAsync(a => a.Id != actor.AccountId, cancellationToken);
        return new QueuePage(filter, lacksSecond, Page<CaseRow>.From(
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
                    r.IsSecret ? 0 : r.SpamScore,
                    r.IsSecret ? [] : r.Signs ?? [],
                    (r.WriterId is not null && r.WriterId == actor.AccountId) || (r.State == ModerationState.Appealed && r.DecidedById == actor.AccountId),
                    r.Host,
                    r.IsShown)),
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
        return found?.Target switch
        {
            null => null,
            ModerationTarget.Mention => await MentionCaseAsync(found, actor, cancellationToken),
            _ => await CommentCaseAsync(found, opened, actor, cancellationToken),
        };
    }

    private async Task<CasePage?> MentionCaseAsync(ModerationCase found, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Mentions.AsNoTracking().SingleOrDefaultAsync(m => m.Id == found.TargetId, cancellationToken) is not { } mention)
        {
            return null;
        }

        CasePage page = await OpenAsync(found, mention.Title, mention.Subject, mention.SubjectId, actor, cancellationToken);
        return page with
        {
            Mention = new MentionPage(mention.Source, mention.Host, mention.Title, mention.Author, mention.Excerpt, mention.WrittenAt),
            IsShown = mention.IsShown,
            WhyNot = page.WhyNot ?? (mention.IsFounded ? null : ModerationRefusal.LinkGone),
        };
    }

    private async Task<CasePage?> CommentCaseAsync(ModerationCase found, Comment? opened, Actor actor, CancellationToken cancellationToken)
    {
        if (await db.Comments.AsNoTracking().SingleOrDefaultAsync(c => c.Id == found.TargetId, cancellationToken) is not { } comment)
        {
            return null;
        }

        string? writer = comment.AuthorName ?? await db.Users.Where(a => a.Id == comment.AuthorId).Select(a => a.DisplayName).SingleOrDefaultAsync(cancellationToken);
        string? above = await db.Comments.AsNoTracking().Where(c => c.Id == comment.ParentId).Public().Select(c => c.Html).SingleOrDefaultAsync(cancellationToken);
        CasePage page = await OpenAsync(found, writer ?? "", comment.Subject, comment.SubjectId, actor, cancellationToken);
        bool isOpen = !comment.IsSecret || opened?.Id == comment.Id;
        return page with
        {
            Html = isOpen ? comment.Html : null,
            AboveHtml = comment.IsSecret ? null : above,
            IsSecret = comment.IsSecret,
            IsShown = comment.State == CommentState.Visible,
            SpamScore = isOpen ? comment.SpamScore : 0,
            Signs = isOpen ? comment.SpamSigns : [],
            WhyNot = page.WhyNot
                ?? (comment.IsSecret && !await db.HasReadAsync(found, actor, cancellationToken) ? ModerationRefusal.NotRead : null),
        };
    }

    /// <summary>What there is to know of any case.</summary>
    private async Task<CasePage> OpenAsync(
        ModerationCase found, string writer, ConversationSubject subject, long subjectId, Actor actor, CancellationToken cancellationToken)
    {
        TopicName? topic = (await subjects.Of(subject).NamesAsync([subjectId], cancellationToken)).SingleOrDefault();
        var reports = await (
            from r in db.AbuseReports.AsNoTracking().Where(r => r.Target == found.Target && r.TargetId == found.TargetId)
            join a in db.Users on r.AccountId equals a.Id
            orderby r.Id
            select new CaseReport(a.DisplayName, r.Reason, r.Text, r.At)).ToListAsync(cancellationToken);
        var facts = await db.Set<ModerationFact>().AsNoTracking().Where(f => f.CaseId == found.Id).OrderBy(f => f.At).ThenBy(f => f.Id)
            .Select(f => new CaseFact(f.Act, null, db.Users.Where(a => a.Id == f.ActorId).Select(a => a.DisplayName).FirstOrDefault(), f.Reason, f.Text, f.At))
            .ToListAsync(cancellationToken);
        ModerationAct? before = null;
        for (int i = 0; i < facts.Count; i++)
        {
            facts[i] = facts[i] with { Before = before };
            before = facts[i].Act == ModerationAct.Read ? before : facts[i].Act;
        }

        return new CasePage(found, writer, topic?.Title, topic?.Path, reports, facts) { WhyNot = found.WhyNot(actor) };
    }

    public async Task<DecisionsPage> DecisionsAsync(Cursor? at, CancellationToken cancellationToken)
    {
        var rows = await (
            from matter in WithMatters(db.Set<ModerationFact>().AsNoTracking().DecisionsAt(at, PageSize)
                .Join(db.ModerationCases, f => f.CaseId, m => m.Id, (f, m) => new Matter<ModerationFact> { Of = f, Case = m }))
            let f = matter.Of
            let c = matter.Comment
            let e = matter.Mention
            select new
            {
                f.Id,
                f.CaseId,
                f.At,
                f.Act,
                Before = db.Set<ModerationFact>().Where(b => b.CaseId == f.CaseId && b.Id < f.Id && b.Act != ModerationAct.Read)
                    .OrderByDescending(b => b.Id).Select(b => (ModerationAct?)b.Act).FirstOrDefault(),
                f.Reason,
                f.Text,
                Moderator = db.Users.Where(a => a.Id == f.ActorId).Select(a => a.DisplayName).FirstOrDefault(),
                Writer = c == null ? e.Host : c.AuthorName ?? db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault(),
                IsSecret = c != null && c.IsSecret,
                Words = c == null ? e.Title : c.IsSecret ? "" : c.Text,
                Subject = c != null ? c.Subject : e.Subject,
                SubjectId = c != null ? c.SubjectId : e.SubjectId,
            }).ToListAsync(cancellationToken);
        var names = await NamesAsync(rows.Select(r => (r.Subject, r.SubjectId)), cancellationToken);
        var ordered = at?.Backwards ?? false ? rows.OrderBy(r => r.At).ThenBy(r => r.Id) : rows.OrderByDescending(r => r.At).ThenByDescending(r => r.Id);
        return new DecisionsPage(Page<DecisionRow>.From(
            [
                .. ordered.Select(r => new DecisionRow(
                    r.Id, r.CaseId, r.At, r.Act, r.Before, r.Reason, r.Text, r.Moderator ?? "", r.Writer ?? "", r.IsSecret,
                    SocialCity.Text.CleanText.Shorten(SocialCity.Text.CleanText.Line(r.Words), LogExcerptLength),
                    names.GetValueOrDefault((r.Subject, r.SubjectId))?.Title)),
            ],
            PageSize,
            at,
            r => (r.At, r.FactId)));
    }

    /// <summary>The comment or the mention that each case is about; a case without either is left out.</summary>
    private IQueryable<Matter<T>> WithMatters<T>(IQueryable<Matter<T>> cases) =>
        from one in cases
        join comment in db.Comments on new { one.Case.Target, Id = one.Case.TargetId } equals new { Target = ModerationTarget.Comment, comment.Id } into comments
        from c in comments.DefaultIfEmpty()
        join mention in db.Mentions on new { one.Case.Target, Id = one.Case.TargetId } equals new { Target = ModerationTarget.Mention, mention.Id } into mentions
        from e in mentions.DefaultIfEmpty()
        where c != null || e != null
        select new Matter<T> { Of = one.Of, Case = one.Case, Comment = c, Mention = e };

    private async Task<Dictionary<(ConversationSubject Subject, long Id), TopicName>> NamesAsync(
        IEnumerable<(ConversationSubject Subject, long Id)> wanted, CancellationToken cancellationToken)
    {
        Dictionary<(ConversationSubject, long), TopicName> names = [];
        foreach (var group in wanted.Distinct().GroupBy(w => w.Subject))
        {
            foreach (TopicName name in await subjects.Of(group.Key).NamesAsync([.. group.Select(w => w.Id)], cancellationToken))
            {
                names[(group.Key, name.Id)] = name;
            }
        }

        return names;
    }

    /// <summary>A row together with the case that it belongs to, and what that is about.</summary>
    private sealed class Matter<T>
    {
        public required T Of { get; init; }

        public required ModerationCase Case { get; init; }

        public Comment? Comment { get; init; }

        public Mention? Mention { get; init; }
    }
}
