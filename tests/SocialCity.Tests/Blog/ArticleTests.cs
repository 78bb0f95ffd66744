using SocialCity.Accounts;
using SocialCity.Blog;

namespace SocialCity.Tests.Blog;

public sealed class ArticleTests
{
    private static readonly DateTime Now = new(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc);
    private static readonly Actor Author = new(1, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, 1)]);
    private static readonly Actor Editor = new(2, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Editor)]);
    private static readonly Actor Citizen = new(5, IdentityLevel.EmailConfirmed, []);

    [Fact]
    public void Search_knows_the_summary_that_cards_show_and_the_text()
    {
        Article article = new(new ArticleContent { Title = "봄", Slug = "spring", Summary = "유모차도 갑니다.", Text = "**꽃**이 피었습니다." }, Citizen, null, Now);

        Assert.Equal("유모차도 갑니다. 꽃이 피었습니다.", article.ToSearchEntry(1).Body);
    }

    [Fact]
    public void Each_change_of_the_words_is_a_revision_and_a_change_of_nothing_is_none()
    {
        Article article = ArticleTransitionsTests.In(ArticleState.Draft);
        Assert.Single(article.Revisions);
        typeof(Article).GetProperty(nameof(Article.Version))?.SetValue(article, Guid.NewGuid());

        Assert.Null(article.Reword("봄", "", "꽃이 집니다.", Author, Now));
        Assert.Null(article.Reword("봄", "", "꽃이 집니다.", Author, Now));
        Assert.Null(article.Reword("봄", "", "꽃이 피었습니다.", Author, Now));

        Assert.Equal(["꽃이 피었습니다.", "꽃이 집니다.", "꽃이 피었습니다."], article.Revisions.Select(r => r.Text));
        Assert.Contains("피었습니다", article.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_author_cannot_change_what_lies_with_the_editors()
    {
        Assert.Equal(ArticleRefusal.NotAllowed, ArticleTransitionsTests.In(ArticleState.InReview).Reword("여름", "", "덥습니다.", Author, Now));
        Assert.Null(ArticleTransitionsTests.In(ArticleState.InReview).Reword("여름", "", "덥습니다.", Editor, Now));
    }

    [Fact]
    public void What_is_out_does_not_lose_its_words()
    {
        Article article = ArticleTransitionsTests.In(ArticleState.Published);
        Assert.Equal(ArticleRefusal.Unfinished, article.Reword("봄", "", " ", Editor, Now));
        Assert.Equal(ArticleRefusal.NeedsAltText, article.Reword("봄", "", "![](/media/aaaaaaaaaaaaaaaaaaaaaaaaaa)", Editor, Now));
        Assert.Equal("꽃이 피었습니다.", article.Text);
    }

    [Fact]
    public void An_address_that_was_public_leads_on()
    {
        Article article = ArticleTransitionsTests.In(ArticleState.Published);
        ArticleContent moved = new() { Title = "봄", Slug = "봄-소식", Text = article.Text, IsPage = true };
        Assert.Null(article.Write(moved, Editor, Now));
        Assert.Equal("/blog/spring", Assert.Single(article.Addresses).Path);

        Article draft = ArticleTransitionsTests.In(ArticleState.Draft);
        Assert.Null(draft.Write(moved, Author, Now));
        Assert.Empty(draft.Addresses);
    }

    [Fact]
    public void A_citizens_story_goes_out_with_the_citizens_consent_only()
    {
        Article story = new(new ArticleContent { Title = "골목", Slug = "alley", Text = "골목이 예뻐졌어요.", IsPage = true }, Citizen, null, Now);
        Assert.True(story.IsStory);
        Assert.Equal(ArticleRefusal.NeedsConsent, story.Submit(Citizen, Now));
        Assert.Equal(ArticleRefusal.NotAllowed, story.Consent(Editor, Now));
        Assert.Null(story.Consent(Citizen, Now));
        Assert.Null(story.Submit(Citizen, Now));
        Assert.Null(story.Publish(Editor, Now));
    }

    [Fact]
    public void A_story_that_its_citizen_took_down_comes_out_with_a_new_consent_only()
    {
        Article story = ArticleTransitionsTests.In(ArticleState.Published, isStory: true);
        Assert.Null(story.Withdraw("", Citizen, Now));
        Assert.Equal((ArticleState.Archived, (DateTime?)null), (story.State, story.ListedAt));
        Assert.Equal(ArticleRefusal.NeedsConsent, story.Publish(Editor, Now));
    }

    [Fact]
    public void An_official_who_takes_a_story_up_stands_beside_the_citizen()
    {
        Article story = ArticleTransitionsTests.In(ArticleState.InReview, isStory: true);
        Assert.Null(story.TakeUp(Author, Now));
        Assert.Equal([5L, 1L], story.Authors.OrderBy(a => a.Place).Select(a => a.AccountId));
        Assert.True(story.MayWrite(Author) && story.MayWrite(Citizen));
        Assert.Equal(ArticleRefusal.NotAllowed, story.Credited([1], Author));
        Assert.Equal(ArticleRefusal.NotAllowed, story.Withdraw("", Author, Now));
        Assert.Null(story.Submit(Author, Now));
    }

    [Fact]
    public void A_time_that_has_passed_is_refused()
    {
        Article article = ArticleTransitionsTests.In(ArticleState.Draft);
        Assert.Equal(ArticleRefusal.InThePast, article.Schedule(Now.AddSeconds(-1), Editor, Now));
        Assert.Equal(ArticleState.Draft, article.State);
        Assert.Null(article.PublishAt);
    }

    [Fact]
    public void A_time_that_nobody_would_remember_is_refused()
    {
        Article article = ArticleTransitionsTests.In(ArticleState.Draft);
        Assert.Equal(ArticleRefusal.TooFarAhead, article.Schedule(Now.AddYears(Article.MostYearsAhead).AddSeconds(1), Editor, Now));
        Assert.Equal(ArticleRefusal.TooFarAhead, article.Schedule(DateTime.MaxValue, Editor, Now));
        Assert.Equal((ArticleState.Draft, (DateTime?)null), (article.State, article.PublishAt));
        Assert.Null(article.Schedule(Now.AddYears(Article.MostYearsAhead), Editor, Now));
    }

    [Fact]
    public void A_draft_window_that_saw_an_older_number_keeps_nothing()
    {
        ArticleDraft draft = new(1, 2);
        Guid version = Guid.NewGuid();
        Assert.True(draft.Keep("제목", "", "하나", version, 0, Now));
        Assert.True(draft.Keep("제목", "", "둘", version, 1, Now));

        Assert.False(draft.Keep("제목", "", "늦은 글", version, 1, Now));

        Assert.Equal(("둘", 2), (draft.Text, draft.Number));
    }
}
