using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Tests.Blog;
using SocialCity.Web.Tests.Shared.Outgoing;

namespace SocialCity.Web.Tests.Conversation;

/// <summary>Other sites are told of links to them, by the outbox.</summary>
public sealed class SendingMentionsTests(BlogApp app) : IClassFixture<BlogApp>, IAsyncLifetime
{
    private OtherSite _site = null!;

    public async Task InitializeAsync()
    {
        _site = await OtherSite.StartAsync();
        _site.Shows("/post", "<link rel=webmention href=\"/hook?for=1\">").Shows("/other", "words", "</hook?for=2>; rel=webmention").Fails("/hook", 202);

        // What an earlier test left waiting is not this one's.
        await app.Use((CityDb db) => db.OutgoingMentions.ExecuteDeleteAsync());
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    [Fact]
    public async Task Each_site_that_a_published_article_links_to_is_told_once()
    {
        Article article = await Draft($"[글]({_site.At("/post")})과 [다시]({_site.At("/post")}), [또]({_site.At("/other")}), [우리](http://localhost/blog)");
        Assert.Equal(0, await app.Deliver<OutgoingMention>());

        await Do(article, (a, now) => a.Publish(app.EditorActor, now));

        Assert.Equal(2, await app.Deliver<OutgoingMention>());
        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        string source = $"source=http://localhost/blog/{Uri.EscapeDataString(article.Slug)}";
        Assert.Equal(
            [$"POST /hook?for=1 {source}&target={_site.At("/post")}", $"POST /hook?for=2 {source}&target={_site.At("/other")}"], Told());
    }

    [Fact]
    public async Task A_changed_text_is_told_of_again_also_where_it_no_longer_links()
    {
        Article article = await Published($"[글]({_site.At("/post")})");
        await app.Deliver<OutgoingMention>();

        await Do(article, (a, now) => a.Reword(a.Title, a.Summary, $"이제 [다른 글]({_site.At("/other")})", app.EditorActor, now));
        await app.Deliver<OutgoingMention>();
        await Do(article, (a, now) => a.Reword(a.Title, a.Summary, $"아직 [다른 글]({_site.At("/other")})", app.EditorActor, now));
        await app.Deliver<OutgoingMention>();

        Assert.Equal(["1", "1", "2", "2"], Told().Select(t => t.Split("for=")[1][..1]));
    }

    [Fact]
    public async Task A_change_that_nobody_reads_is_not_told_of()
    {
        Article article = await Published($"[글]({_site.At("/post")})");
        await app.Deliver<OutgoingMention>();

        await Do(article, (a, _) => a.Credited([.. a.Authors.Select(author => author.AccountId)], app.EditorActor));
        Article draft = await Draft($"[글]({_site.At("/post")})");
        await Do(draft, (a, now) => a.Reword(a.Title, a.Summary, $"아직 초안인 [글]({_site.At("/post")})", app.EditorActor, now));

        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        Assert.Single(Told());
    }

    [Fact]
    public async Task What_is_public_no_longer_is_told_of_so_that_it_is_taken_away_there()
    {
        Article article = await Published($"[글]({_site.At("/post")})");
        await app.Deliver<OutgoingMention>();

        await Do(article, (a, now) => a.Archive("행사가 끝났습니다.", app.EditorActor, now));

        Assert.Equal(1, await app.Deliver<OutgoingMention>());
        Assert.Equal(2, Told().Length);
        Assert.Equal(System.Net.HttpStatusCode.Gone, (await app.Visitor().Get(article.Path)).Status);
    }

    [Fact]
    public async Task A_site_that_fails_is_tried_again_later_and_one_that_refuses_is_not()
    {
        _site.Fails("/hook", 503);
        await Published($"[글]({_site.At("/post")})");
        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        Assert.Single(Told());

        _site.Fails("/hook", 400);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await app.Deliver<OutgoingMention>());
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        Assert.Equal(2, Told().Length);
    }

    [Fact]
    public async Task What_was_given_up_is_shown_in_the_office_and_tried_again_on_wish()
    {
        _site.Fails("/post", 500);
        await Published($"[글]({_site.At("/post")})");
        for (int attempt = 0; attempt < Errand.MaxAttempts; attempt++)
        {
            await app.Deliver<OutgoingMention>();
            app.Clock.Advance(TimeSpan.FromHours(3));
        }

        Page list = await (await app.SignedIn(await app.Official(Right.Administrator))).Get("/office/outbox");
        Assert.Contains(_site.At("/post"), list.Text, StringComparison.Ordinal);
        Page again = await list.Form("section[aria-labelledby=mentions] td form").Submit();

        Assert.Contains("다른 누리집 1곳에 다시 알립니다", again.Flash, StringComparison.Ordinal);
        _site.Shows("/post", "<a rel=webmention href=/hook>");
        Assert.Equal(1, await app.Deliver<OutgoingMention>());
    }

    [Fact]
    public async Task Where_nobody_takes_webmentions_nothing_is_wrong()
    {
        _site.Shows("/plain", "<p>none</p>").Shows("/film", "x", type: "video/mp4");
        await Published($"[1]({_site.At("/plain")}) [2]({_site.At("/missing")}) [3]({_site.At("/film")}) [4](http://10.0.0.1/)");

        Assert.Equal(4, await app.Deliver<OutgoingMention>());
        Assert.Empty(Told());
    }

    [Fact]
    public async Task A_text_that_changes_while_its_site_is_told_is_told_of_again()
    {
        Article article = await Published($"[글]({_site.At("/post")})");
        _site.Answers("/hook", async context =>
        {
            await Do(article, (a, now) => a.Reword(a.Title, a.Summary, $"더 나은 [글]({_site.At("/post")})", app.EditorActor, now));
            _site.Fails("/hook", 202);
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        });

        Assert.Equal(0, await app.Deliver<OutgoingMention>());
        Assert.Equal(1, await app.Deliver<OutgoingMention>());
        Assert.Equal(2, Told().Length);
    }

    [Fact]
    public async Task Of_very_many_links_the_first_fifty_are_told_of()
    {
        await Published(string.Join(' ', Enumerable.Range(0, 60).Select(i => $"[{i}]({_site.At($"/many/{i}")})")));

        Assert.Equal(Mentioning.MostTargets, await app.Use((CityDb db) => db.OutgoingMentions.CountAsync()));
    }

    private string[] Told() => [.. _site.Asked.Where(a => a.StartsWith("POST", StringComparison.Ordinal))];

    private Task<Article> Draft(string text) => app.Article($"바깥 글 {Guid.NewGuid():N}", text, isPublished: false);

    private async Task<Article> Published(string text)
    {
        Article article = await Draft(text);
        await Do(article, (a, now) => a.Publish(app.EditorActor, now));
        return article;
    }

    private async Task Do(Article article, ArticleActing act)
    {
        Edited edited = await app.Use((ArticleEditing editing) => editing.DoAsync(article.Id, null, app.EditorActor, act, default));
        Assert.Equal(EditingOutcome.Done, edited.Outcome);
    }
}
