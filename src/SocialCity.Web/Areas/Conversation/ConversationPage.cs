using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>A comment as somebody may see it; of what is hidden or gone the words are not even read.</summary>
public sealed record CommentView
{
    public required long Id { get; init; }

    public required long? ParentId { get; init; }

    /// <summary>Empty when its writer has closed the account.</summary>
    public required string Name { get; init; }

    public required string? Department { get; init; }

    public required bool IsBySubjectAuthor { get; init; }

    public required bool IsOwn { get; init; }

    public required bool IsSecret { get; init; }

    public required CommentState State { get; init; }

    public required ModerationReason? HiddenFor { get; init; }

    public required string Html { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateTime? EditedAt { get; init; }

    public required bool MayEdit { get; init; }

    /// <summary>The case in which the writer can appeal.</summary>
    public required long? CaseId { get; init; }

    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"comment-{Id}");

    public string Path => ConversationNotices.PathOf(Id);
}

public sealed record CommentThread(CommentView First, IReadOnlyList<CommentView> Replies);

/// <summary>A page elsewhere that speaks of the subject.</summary>
/// <param name="Author">Empty when it does not say.</param>
public sealed record MentionLine(string Source, string Host, string Title, string Author, DateTime At);

public sealed record ReactionCount(ReactionKind Kind, int Count, bool IsMine);

/// <summary>What stands below a subject.</summary>
public sealed record ConversationPage(
    Topic Topic, IReadOnlyList<MentionLine> Mentions, IReadOnlyList<CommentThread> Threads, Cursor? Previous, Cursor? Next,
    IReadOnlyList<ReactionCount> Reactions, CommentFormPage? Form)
{
    public string Path => ConversationPages.PathOf(Topic);

    public string? PageAt(Cursor? at) => at is null ? null : $"{Topic.Path}?{ConversationPages.Query}={at}#conversation";
}

/// <summary>Reads the conversation below a subject with two commands: its comments, and what stands around them.</summary>
public sealed class ConversationPages(CityDb db, ConversationSubjects subjects, CommentForms forms, CurrentAccount account, TimeProvider time)
{
    /// <summary>Under which name the page of a subject is asked for a place in its conversation.</summary>
    public const string Query = "talk";

    public const int PageSize = 50;

    private const int MentionsShown = 10;

    public static string PathOf(Topic topic) =>
        string.Create(CultureInfo.InvariantCulture, $"/conversation/{topic.Subject.ToString().ToLowerInvariant()}/{topic.Id}");

    public async Task<ConversationPage> ReadAsync(Topic topic, Cursor? at, CancellationToken cancellationToken)
    {
        Actor actor = account.Actor;
        List<CommentView> views = await ViewsAsync(db.TalkAt(topic.Subject, topic.Id, actor, topic.IsBy(actor), at, PageSize), topic, cancellationToken);
        IEnumerable<CommentView> threads = views.Where(v => v.ParentId is null);
        threads = at?.Backwards ?? false
            ? threads.OrderByDescending(v => v.CreatedAt).ThenByDescending(v => v.Id)
            : threads.OrderBy(v => v.CreatedAt).ThenBy(v => v.Id);
        Page<CommentView> page = Page<CommentView>.From([.. threads], PageSize, at, v => (v.CreatedAt, v.Id));
        ILookup<long?, CommentView> replies = views.Where(v => v.ParentId is not null).OrderBy(v => v.CreatedAt).ThenBy(v => v.Id).ToLookup(v => v.ParentId);
        bool mayWrite = topic.IsOpen && actor.IsSignedIn && actor.Level >= topic.Level;
        (IReadOnlyList<ReactionCount> reactions, IReadOnlyList<MentionLine> mentions) = await AroundAsync(topic, cancellationToken);
        return new ConversationPage(
            topic,
            mentions,
            [.. page.Items.Select(v => new CommentThread(v, [.. replies[v.Id]]))],
            page.Previous,
            page.Next,
            reactions,
            mayWrite ? forms.Open(topic) : null);
    }

    /// <summary>One comment as this person sees it; null when it does not exist for them.</summary>
    public async Task<(Topic Topic, CommentView View)?> FindAsync(long id, CancellationToken cancellationToken)
    {
        var place = await db.Comments.AsNoTracking().Where(c => c.Id == id).Select(c => new { c.Subject, c.SubjectId }).SingleOrDefaultAsync(cancellationToken);
        if (place is null || await subjects.FindAsync(place.Subject, place.SubjectId, account.Actor, cancellationToken) is not { } topic)
        {
            return null;
        }

        List<CommentView> views = await ViewsAsync(
            db.Comments.VisibleTo(account.Actor, topic.IsBy(account.Actor)).Where(c => c.Id == id), topic, cancellationToken);
        return views is [var view] ? (topic, view) : null;
    }

    /// <summary>The address of a comment on the page of its subject.</summary>
    public async Task<string> PlaceOfAsync(Topic topic, CommentView view, CancellationToken cancellationToken)
    {
        Actor actor = account.Actor;
        var first = view.ParentId is { } parent
            ? await db.Comments.AsNoTracking().Where(c => c.Id == parent).Select(c => new { c.CreatedAt, c.Id }).SingleAsync(cancellationToken)
            : new { view.CreatedAt, view.Id };
        var last = await db.ThreadsAt(topic.Subject, topic.Id, actor, topic.IsBy(actor), null, PageSize - 1).AsNoTracking()
            .Select(c => new { c.CreatedAt, c.Id }).ToListAsync(cancellationToken);
        bool isOnFirstPage = last.Count < PageSize || first.CreatedAt < last[^1].CreatedAt || (first.CreatedAt == last[^1].CreatedAt && first.Id <= last[^1].Id);
        string query = isOnFirstPage ? "" : $"?{Query}={new Cursor(first.CreatedAt, first.Id - 1)}";
        return $"{AddressOf(topic)}{query}#{view.Anchor}";
    }

    /// <summary>The path as a header may hold it: names keep their Hangul, headers do not.</summary>
    public static string AddressOf(Topic topic) => new PathString(topic.Path).ToUriComponent();

    private async Task<List<CommentView>> ViewsAsync(IQueryable<Comment> comments, Topic topic, CancellationToken cancellationToken)
    {
        long me = account.Id ?? 0;
        DateTime editable = time.GetUtcNow().UtcDateTime - Comment.EditWindow;
        var rows = await comments.AsNoTracking().Select(c => new
        {
            c.Id,
            c.ParentId,
            c.AuthorId,
            c.AuthorName,
            Account = db.Users.Where(a => a.Id == c.AuthorId).Select(a => a.DisplayName).FirstOrDefault(),
            Department = db.Departments.Where(d => d.Id == c.DepartmentId).Select(d => new { d.Name.Ko, d.Name.En, d.Name.Ja }).FirstOrDefault(),
            c.IsSecret,
            c.State,
            // To whom wrote it the reason is said in any case.
            HiddenFor = c.HiddenFor ?? (c.State == CommentState.Hidden && c.AuthorId == me
                ? db.ModerationCases.Where(m => m.Target == ModerationTarget.Comment && m.TargetId == c.Id).Select(m => m.Reason).FirstOrDefault()
                : null),
            Html = c.State == CommentState.Visible || c.AuthorId == me ? c.Html : "",
            c.CreatedAt,
            c.EditedAt,
            CaseId = c.State == CommentState.Hidden && c.AuthorId == me
                ? db.ModerationCases.Where(m => m.Target == ModerationTarget.Comment && m.TargetId == c.Id).Select(m => (long?)m.Id).FirstOrDefault()
                : null,
        }).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new CommentView
        {
            Id = r.Id,
            ParentId = r.ParentId,
            Name = r.AuthorName ?? r.Account ?? "",
            Department = r.Department is { } d ? new LocalText(d.Ko, d.En, d.Ja).ToString() : null,
            IsBySubjectAuthor = r.AuthorId is { } writer && topic.AuthorIds.Contains(writer),
            IsOwn = r.AuthorId == account.Id && account.IsSignedIn,
            IsSecret = r.IsSecret,
            State = r.State,
            HiddenFor = r.HiddenFor,
            Html = r.Html,
            CreatedAt = r.CreatedAt,
            EditedAt = r.EditedAt,
            MayEdit = r.AuthorId == account.Id && account.IsSignedIn && r.State is CommentState.Visible or CommentState.Held && r.CreatedAt >= editable,
            CaseId = r.CaseId,
        });
    }

    /// <summary>What stands around the talk, in one command: how people react, and the pages elsewhere that speak of the subject.</summary>
    private async Task<(IReadOnlyList<ReactionCount> Reactions, IReadOnlyList<MentionLine> Mentions)> AroundAsync(Topic topic, CancellationToken cancellationToken)
    {
        long me = account.Id ?? 0;
        var reactions = db.Reactions.To(topic.Subject, topic.Id).GroupBy(r => r.Kind).Select(g => new
        {
            Kind = (ReactionKind?)g.Key,
            Count = g.Count(),
            Mine = g.Max(r => r.AccountId == me ? 1 : 0),
            Source = (string?)null,
            Host = (string?)null,
            Title = (string?)null,
            Author = (string?)null,
            WrittenAt = (DateTime?)null,
            ReceivedAt = (DateTime?)null,
        });
        var mentions = db.Mentions.NewestOf(topic.Subject, topic.Id, MentionsShown).Select(m => new
        {
            Kind = (ReactionKind?)null,
            Count = 0,
            Mine = 0,
            Source = (string?)m.Source,
            Host = (string?)m.Host,
            Title = (string?)m.Title,
            Author = (string?)m.Author,
            m.WrittenAt,
            ReceivedAt = (DateTime?)m.ReceivedAt,
        });
        var rows = await (topic.MentionCount == 0 ? reactions : reactions.Concat(mentions)).ToListAsync(cancellationToken);
        return (
            [
                .. Enum.GetValues<ReactionKind>().Select(kind => rows.Find(r => r.Kind == kind) is { } known
                    ? new ReactionCount(kind, known.Count, known.Mine == 1)
                    : new ReactionCount(kind, 0, false)),
            ],
            [
                .. rows.Where(r => r.Kind is null).OrderByDescending(r => r.ReceivedAt)
                    .Select(r => new MentionLine(r.Source ?? "", r.Host ?? "", r.Title ?? "", r.Author ?? "", r.WrittenAt ?? r.ReceivedAt ?? default)),
            ]);
    }
}
