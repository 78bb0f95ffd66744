using System.Collections.Frozen;
using SocialCity.Notices;
using static SocialCity.Blog.ArticleAct;
using static SocialCity.Blog.ArticleState;

namespace SocialCity.Blog;

/// <summary>One row of the table: who may do what from where, and where it leads.</summary>
/// <param name="From">The state it starts from.</param>
/// <param name="Act">What is done.</param>
/// <param name="To">The state it leads to.</param>
/// <param name="Who">The capacities that may.</param>
/// <param name="NeedsText">Whether a text is required: a reason, what should be changed.</param>
/// <param name="Notice">What the authors are told when somebody else did it; null for nothing.</param>
/// <param name="ToEditors">What the editors are told on the site when none of them did it; null for nothing.</param>
public sealed record ArticleTransition(
    ArticleState From, ArticleAct Act, ArticleState To, ArticleRoles Who, bool NeedsText, NoticeKind? Notice, NoticeKind? ToEditors = null);

/// <summary>The one table of what can happen to an article. The entity obeys it, the pages offer what it allows, the tests walk it.</summary>
public static class ArticleTransitions
{
    private const ArticleRoles Author = ArticleRoles.Author;
    private const ArticleRoles Editor = ArticleRoles.Editor;
    private const ArticleRoles System = ArticleRoles.System;
    private const ArticleRoles Citizen = ArticleRoles.Citizen;
    private const ArticleRoles Official = ArticleRoles.Official;

    /// <summary>All rows, in the order of an article's life.</summary>
    public static IReadOnlyList<ArticleTransition> All { get; } =
    [
        new(Draft, Submit, InReview, Author | Editor, NeedsText: false, null, NoticeKind.ArticleSubmitted),
        new(Archived, Submit, InReview, Author | Editor, NeedsText: false, null, NoticeKind.ArticleSubmitted),
        new(InReview, Recall, Draft, Author | Editor, NeedsText: false, null),
        new(InReview, Return, Draft, Editor, NeedsText: true, NoticeKind.ArticleReturned),
        new(InReview, TakeUp, Draft, Official, NeedsText: false, NoticeKind.ArticleTakenUp),
        new(Scheduled, Recall, Draft, Author | Editor, NeedsText: false, null),

        new(Draft, Schedule, Scheduled, Editor, NeedsText: false, NoticeKind.ArticleScheduled),
        new(InReview, Schedule, Scheduled, Editor, NeedsText: false, NoticeKind.ArticleScheduled),
        new(Scheduled, Schedule, Scheduled, Editor, NeedsText: false, NoticeKind.ArticleScheduled),

        new(Draft, Publish, Published, Editor, NeedsText: false, NoticeKind.ArticlePublished),
        new(InReview, Publish, Published, Editor, NeedsText: false, NoticeKind.ArticlePublished),
        new(Scheduled, Publish, Published, Editor | System, NeedsText: false, NoticeKind.ArticlePublished),
        new(Archived, Publish, Published, Editor, NeedsText: false, NoticeKind.ArticlePublished),

        new(Published, Archive, Archived, Editor, NeedsText: true, NoticeKind.ArticleArchived),
        new(Published, Withdraw, Archived, Citizen, NeedsText: false, NoticeKind.ArticleArchived, NoticeKind.ArticleWithdrawn),
    ];

    private static readonly FrozenDictionary<(ArticleState From, ArticleAct Act), ArticleTransition> Table =
        All.ToFrozenDictionary(t => (t.From, t.Act));

    /// <summary>The row for an act from a state; null where the act does not exist.</summary>
    public static ArticleTransition? Find(ArticleState from, ArticleAct act) => Table.GetValueOrDefault((from, act));

    /// <summary>The acts that somebody in these capacities may do from a state.</summary>
    public static IEnumerable<ArticleAct> Possible(ArticleState from, ArticleRoles roles) =>
        All.Where(t => t.From == from && (t.Who & roles) != 0).Select(t => t.Act);
}
