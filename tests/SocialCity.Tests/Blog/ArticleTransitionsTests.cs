using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Blog;

/// <summary>The table, walked whole: every act from every state in every capacity.</summary>
public sealed class ArticleTransitionsTests
{
    private static readonly DateTime Now = new(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Author = new(1, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, 1)]);
    private static readonly Actor Editor = new(2, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Editor)]);
    private static readonly Actor Citizen = new(5, IdentityLevel.EmailConfirmed, []);
    private static readonly Actor Neighbour = new(6, IdentityLevel.EmailConfirmed, []);
    private static readonly Actor Stranger = new(3, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, 1)]);

    public static TheoryData<ArticleState, ArticleAct> EveryStateAndAct()
    {
        TheoryData<ArticleState, ArticleAct> all = [];
        foreach (ArticleState state in Enum.GetValues<ArticleState>())
        {
            foreach (ArticleAct act in Enum.GetValues<ArticleAct>())
            {
                all.Add(state, act);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void An_act_succeeds_exactly_where_and_for_whom_the_table_says(ArticleState state, ArticleAct act)
    {
        ArticleTransition? row = ArticleTransitions.Find(state, act);
        ArticleRoles editor = ArticleRoles.Editor;
        ArticleRoles editorOfStory = state == ArticleState.Draft ? ArticleRoles.None : ArticleRoles.Editor;
        foreach ((bool isStory, Actor actor, ArticleRoles role) in new[]
        {
            (false, Author, ArticleRoles.Author), (false, Editor, editor), (false, Stranger, ArticleRoles.None), (false, Actor.Guest, ArticleRoles.None),
            (false, Actor.System, ArticleRoles.System),
            (true, Citizen, ArticleRoles.Author | ArticleRoles.Citizen), (true, Editor, editorOfStory), (true, Stranger, ArticleRoles.Official),
            (true, Neighbour, ArticleRoles.None), (true, Actor.System, ArticleRoles.System),
        })
        {
            Article article = In(state, isStory);
            int facts = article.Events.Count;

            ArticleRefusal? refusal = Do(article, act, actor, "까닭");

            bool may = row is not null && (row.Who & role) != 0;
            Assert.Equal(may ? null : ArticleRefusal.NotAllowed, refusal);
            Assert.Equal(may ? row?.To : state, article.State);
            Assert.Equal(may ? facts + 1 : facts, article.Events.Count);
            Assert.Equal(role, In(state, isStory).RolesOf(actor));
            Assert.Equal(may, ArticleTransitions.Possible(state, role).Contains(act));
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndAct))]
    public void A_text_is_required_exactly_where_the_table_says(ArticleState state, ArticleAct act)
    {
        if (ArticleTransitions.Find(state, act) is { } row)
        {
            (bool isStory, Actor actor) = act switch
            {
                ArticleAct.Withdraw => (true, Citizen),
                ArticleAct.TakeUp => (true, Stranger),
                _ => (false, Editor),
            };
            Assert.Equal(row.NeedsText ? ArticleRefusal.NeedsText : null, Do(In(state, isStory), act, actor, " "));
        }
    }

    [Theory]
    [InlineData(ArticleRoles.Author, ArticleState.Draft, ArticleAct.Submit)]
    [InlineData(ArticleRoles.Author, ArticleState.InReview, ArticleAct.Recall)]
    [InlineData(ArticleRoles.Author, ArticleState.Scheduled, ArticleAct.Recall)]
    [InlineData(ArticleRoles.Author, ArticleState.Published)]
    [InlineData(ArticleRoles.Author, ArticleState.Archived, ArticleAct.Submit)]
    [InlineData(ArticleRoles.Citizen, ArticleState.Published, ArticleAct.Withdraw)]
    [InlineData(ArticleRoles.Official, ArticleState.InReview, ArticleAct.TakeUp)]
    [InlineData(ArticleRoles.System, ArticleState.Scheduled, ArticleAct.Publish)]
    [InlineData(ArticleRoles.Editor, ArticleState.InReview, ArticleAct.Recall, ArticleAct.Return, ArticleAct.Schedule, ArticleAct.Publish)]
    [InlineData(ArticleRoles.Editor, ArticleState.Published, ArticleAct.Archive)]
    public void Authors_hand_in_and_take_back_editors_publish_and_a_citizen_withdraws(ArticleRoles role, ArticleState state, params ArticleAct[] acts)
    {
        Assert.Equal(acts, ArticleTransitions.Possible(state, role));
    }

    [Fact]
    public void Only_asking_for_changes_and_taking_off_the_blog_need_a_reason()
    {
        Assert.Equal([ArticleAct.Return, ArticleAct.Archive], ArticleTransitions.All.Where(row => row.NeedsText).Select(row => row.Act));
    }

    [Fact]
    public void Editors_are_told_of_what_is_handed_in_and_of_a_story_that_is_withdrawn()
    {
        Assert.Equal(
            [(ArticleAct.Submit, NoticeKind.ArticleSubmitted), (ArticleAct.Withdraw, NoticeKind.ArticleWithdrawn)],
            ArticleTransitions.All.Where(row => row.ToEditors is not null).Select(row => (row.Act, row.ToEditors ?? default)).Distinct());
    }

    internal static Article In(ArticleState state, bool isStory = false)
    {
        BlogCategory category = new(new LocalText("소식"), "news", null, 1);
        typeof(BlogCategory).GetProperty(nameof(BlogCategory.Id))?.SetValue(category, 7L);
        Article article = new(new ArticleContent { Title = "봄", Slug = "spring", Text = "꽃이 피었습니다.", Category = category }, isStory ? Citizen : Author, isStory ? null : 1, Now.AddDays(-2));
        Assert.Null(isStory ? article.Consent(Citizen, Now.AddDays(-2)) : null);
        if (isStory && state != ArticleState.Draft)
        {
            Assert.Null(article.Submit(Citizen, Now.AddDays(-2)));
        }

        ArticleRefusal? refused = state switch
        {
            ArticleState.InReview => isStory ? null : article.Submit(Author, Now.AddDays(-1)),
            ArticleState.Scheduled => article.Schedule(Now.AddMinutes(-1), Editor, Now.AddDays(-1)),
            ArticleState.Published => article.Publish(Editor, Now.AddDays(-1)),
            ArticleState.Archived => article.Publish(Editor, Now.AddDays(-1)) ?? article.Archive("끝난 행사", Editor, Now.AddHours(-1)),
            _ => null,
        };
        Assert.Null(refused);
        return article;
    }

    private static ArticleRefusal? Do(Article article, ArticleAct act, Actor actor, string text) => act switch
    {
        ArticleAct.Submit => article.Submit(actor, Now),
        ArticleAct.Recall => article.Recall(actor, Now),
        ArticleAct.Return => article.Return(text, actor, Now),
        ArticleAct.Schedule => article.Schedule(Now.AddDays(1), actor, Now),
        ArticleAct.Publish => article.Publish(actor, Now),
        ArticleAct.Withdraw => article.Withdraw(text, actor, Now),
        ArticleAct.TakeUp => article.TakeUp(actor, Now),
        _ => article.Archive(text, actor, Now),
    };
}
