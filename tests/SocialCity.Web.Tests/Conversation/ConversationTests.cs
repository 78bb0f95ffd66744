using System.Net;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Web.Tests.Conversation;

/// <summary>The conversation over HTTP.</summary>
public sealed class ConversationTests(TalkApp app) : IClassFixture<TalkApp>
{
    [Fact]
    public async Task A_comment_shows_at_once_and_leads_back_to_its_place()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Page page = await city.Say(citizen, "그네도 **있나요**?");
        Comment comment = await city.Find("그네도 **있나요**?");

        Assert.Contains(page.Redirects, r => r.EndsWith($"#comment-{comment.Id}", StringComparison.Ordinal));
        string talk = await city.Talk(app.Visitor());
        Assert.Contains("그네도 <strong>있나요</strong>?", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CommentState.Hidden)]
    [InlineData(CommentState.Removed)]
    public async Task Whose_comment_is_gone_is_named_to_nobody_who_would_answer_it(CommentState state)
    {
        TalkCity city = await TalkCity.Make(app);
        await city.Say(await app.SignedIn(city.Neighbour), "곧 사라질 댓글");
        long id = (await city.Find("곧 사라질 댓글")).Id;
        Visitor citizen = await app.SignedIn(city.Citizen);
        Assert.Equal(HttpStatusCode.OK, (await citizen.Get($"{city.Path}/comments/new?above={id}")).Status);

        await app.Use((CityDb db) => db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state)));

        Assert.Equal(HttpStatusCode.NotFound, (await citizen.Get($"{city.Path}/comments/new?above={id}")).Status);
    }

    [Fact]
    public async Task Of_a_comment_held_after_a_correction_only_its_place_is_left_above_the_replies()
    {
        TalkCity city = await TalkCity.Make(app);
        await city.Say(await app.SignedIn(city.Citizen), "고쳐서 다시 검토받을 댓글");
        long id = (await city.Find("고쳐서 다시 검토받을 댓글")).Id;
        await city.Say(await app.SignedIn(city.Neighbour), "윗글에 다는 답", above: id);

        await app.Use((CityDb db) => db.Comments.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, CommentState.Held)));

        string talk = await city.Talk(app.Visitor());
        Assert.Contains("윗글에 다는 답", talk, StringComparison.Ordinal);
        Assert.Contains("고친 내용을 검토하고 있는 댓글입니다.", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("고쳐서 다시 검토받을 댓글", talk, StringComparison.Ordinal);
        Assert.Contains("고쳐서 다시 검토받을 댓글", await city.Talk(await app.SignedIn(city.Citizen)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_posted_twice_writes_once()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        PageForm form = (await citizen.Get($"{city.Path}/comments/new")).Form("form.comment-form");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await citizen.Send(form.Request(new { Text = "두 번 눌렀어요" }));
        await citizen.Send(form.Request(new { Text = "두 번 눌렀어요" }));
        await city.Find("두 번 눌렀어요");
    }

    [Fact]
    public async Task A_secret_comment_is_in_nobody_elses_page_address_form_search_or_mail()
    {
        const string secret = "참으로은밀한말";
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor author = await app.SignedIn(city.Author);
        string before = await city.Talk(app.Visitor());
        Page said = await city.Say(citizen, secret, isSecret: true);
        Comment comment = await city.Find(secret);
        await city.Say(author, secret + "답", above: comment.Id);
        Comment reply = await city.Find(secret + "답");

        Assert.True(reply.IsSecret);
        Assert.Contains(secret, await city.Talk(citizen), StringComparison.Ordinal);
        Assert.Contains(secret, await city.Talk(author), StringComparison.Ordinal);
        Assert.Equal(before, await city.Talk(app.Visitor()));
        foreach (Account other in (Account[])[city.Neighbour, city.Moderator])
        {
            Visitor visitor = await app.SignedIn(other);
            string talk = await city.Talk(visitor);
            Assert.DoesNotContain(secret, talk, StringComparison.Ordinal);
            Assert.DoesNotContain($"comment-{comment.Id}", talk, StringComparison.Ordinal);
            foreach (string path in (string[])["", "/edit", "/removal", "/reports/new"])
            {
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"/conversation/comments/{comment.Id}{path}")).Status);
            }

            Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{city.Path}/comments/new?above={comment.Id}")).Status);
            Assert.DoesNotContain("새 공원", (await visitor.Get($"/search?q={secret}")).Text, StringComparison.Ordinal);
        }

        Visitor moderator = await app.SignedIn(city.Moderator);
        Assert.DoesNotContain(secret, (await moderator.Get("/office/moderation")).Body, StringComparison.Ordinal);
        await app.Use(async (CityDb db) =>
        {
            Assert.DoesNotContain(await db.Notices.ToListAsync(), n => n.Data.Contains(secret, StringComparison.Ordinal));
            Assert.DoesNotContain(await db.SearchEntries.ToListAsync(), e => e.Body.Contains(secret, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task A_newcomers_comment_waits_until_a_moderator_keeps_it()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor newcomer = await app.SignedIn(city.Newcomer);
        await city.Say(newcomer, "처음 인사드립니다");
        Assert.Contains("검토를 기다립니다", await city.Talk(newcomer), StringComparison.Ordinal);
        Assert.DoesNotContain("처음 인사드립니다", await city.Talk(app.Visitor()), StringComparison.Ordinal);

        Visitor moderator = await app.SignedIn(city.Moderator);
        Page queue = await moderator.Get("/office/moderation?show=firstcomment");
        Assert.Contains("이 사람의 첫 댓글입니다.", queue.Text, StringComparison.Ordinal);
        long id = await CaseAsync(await city.Find("처음 인사드립니다"));
        Assert.StartsWith("보이게 하기", Page.Fold(queue.One($"[href='/office/moderation/{id}?act=keep']")), StringComparison.Ordinal);
        Page decision = await moderator.Get($"/office/moderation/{id}?act=keep");
        Page after = await decision.Form("main form").Submit();

        Assert.Equal("댓글을 보이게 했습니다.", after.Flash);
        Assert.Contains("처음 인사드립니다", await city.Talk(app.Visitor()), StringComparison.Ordinal);
        Assert.Contains("보이게 함", (await moderator.Get("/office/moderation/log")).Text, StringComparison.Ordinal);
        Assert.Contains("내 댓글이 올라갔습니다", (await newcomer.Get("/account/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_a_decision_to_hide_and_an_appeal_go_their_way_in_three_languages()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor neighbour = await app.SignedIn(city.Neighbour);
        Visitor moderator = await app.SignedIn(city.Moderator);
        Visitor second = await app.SignedIn(city.Second);
        await city.Say(citizen, "시청은 일을 하지 않습니다");
        Comment comment = await city.Find("시청은 일을 하지 않습니다");

        Page report = await neighbour.Get($"/conversation/comments/{comment.Id}/reports/new");
        Assert.Equal(HttpStatusCode.BadRequest, (await report.Form("main form").Submit()).Status);
        await report.Form("main form").Submit(new { Reason = "Insult", Text = "거칩니다" });
        long id = await CaseAsync(comment);
        Page hide = await moderator.Get($"/office/moderation/{id}?act=hide");
        Assert.Equal("Insult", hide.One("[autofocus]").GetAttribute("value"));
        Page refused = await hide.Form("main form").Submit(new { Text = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("error-summary", refused.One("[autofocus]").ClassName);
        Page hidden = await hide.Form("main form").Submit(new { Reason = "Insult", Text = "거친 말이 있습니다." });
        Assert.Equal("숨겼습니다. 쓴 사람에게 까닭을 알렸습니다.", hidden.Flash);
        Assert.Equal("/office/moderation", hidden.Redirects[^1]);

        string talk = await city.Talk(app.Visitor());
        Assert.Contains("운영자가 숨긴 댓글입니다. 까닭: 욕설이나 모욕", talk, StringComparison.Ordinal);
        Assert.DoesNotContain("일을 하지 않습니다", talk, StringComparison.Ordinal);

        Page appeal = await citizen.Get($"/conversation/appeals/{id}");
        await appeal.Form("main form").Submit(new { Text = "비판입니다" });
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get($"/conversation/appeals/{id}")).Status);
        Assert.Contains("다른 사람이 살펴봅니다", (await moderator.Get($"/office/moderation/{id}?act=keep")).Text, StringComparison.Ordinal);
        Page granted = await second.Get($"/office/moderation/{id}?act=keep");
        await granted.Form("main form").Submit(new { Reason = "Criticism", Text = "비판도 의견입니다." });

        Assert.Contains("일을 하지 않습니다", await city.Talk(app.Visitor()), StringComparison.Ordinal);
        foreach ((string language, string words) in ((string, string)[])[("ko", "이의를 받아들였습니다"), ("en", "Your appeal was granted"), ("ja", "異議を認めました")])
        {
            Assert.Contains(words, (await citizen.Get($"/account/notices?lang={language}")).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_reported_secret_comment_is_opened_with_a_record_and_only_then()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor author = await app.SignedIn(city.Author);
        Visitor moderator = await app.SignedIn(city.Moderator);
        await city.Say(citizen, "은밀히 욕합니다 https://a.example", isSecret: true);
        Comment comment = await city.Find("은밀히 욕합니다 https://a.example");
        const string OfTheCheck = "링크가 1개 있습니다.";
        await (await author.Get($"/conversation/comments/{comment.Id}/reports/new")).Form("main form").Submit(new { Reason = "Insult" });
        long id = await CaseAsync(comment);

        Page closed = await moderator.Get($"/office/moderation/{id}");
        foreach (Page page in (Page[])[closed, await moderator.Get("/office/moderation?show=reported")])
        {
            Assert.DoesNotContain("은밀히 욕합니다", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(OfTheCheck, page.Text, StringComparison.Ordinal);
        }

        Page opened = await closed.Form("form[action$='/readings']").Submit();
        Assert.Contains("은밀히 욕합니다", opened.Text, StringComparison.Ordinal);
        Assert.Contains(OfTheCheck, opened.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.Use((CityDb db) => db.AuditEntries.CountAsync(e => e.Action == "comment.secret.read" && e.ActorId == city.Moderator.Id)));
    }

    [Fact]
    public async Task A_secret_comment_is_decided_about_by_whoever_has_read_it_and_so_is_the_appeal()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor author = await app.SignedIn(city.Author);
        Visitor moderator = await app.SignedIn(city.Moderator);
        Visitor second = await app.SignedIn(city.Second);
        await city.Say(citizen, "은밀한 험담", isSecret: true);
        Comment comment = await city.Find("은밀한 험담");
        await (await author.Get($"/conversation/comments/{comment.Id}/reports/new")).Form("main form").Submit(new { Reason = "Insult" });
        long id = await CaseAsync(comment);

        Page unread = await moderator.Get($"/office/moderation/{id}?act=hide");
        Assert.Contains("읽지 않은 글은 판단할 수 없습니다", unread.Text, StringComparison.Ordinal);
        Assert.False(unread.Has("form[action$='/decisions']"));
        await unread.Form("form[action$='/readings']").Submit();
        await (await moderator.Get($"/office/moderation/{id}?act=hide")).Form("form[action$='/decisions']").Submit(new { Reason = "Insult", Text = "험담입니다." });
        Page decided = await moderator.Get($"/office/moderation/{id}");
        Assert.Contains("판단이 끝났습니다", decided.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("쓴 사람이 지웠습니다", decided.Text, StringComparison.Ordinal);

        await (await citizen.Get($"/conversation/appeals/{id}")).Form("main form").Submit(new { Text = "아닙니다" });
        Page appealed = await second.Get($"/office/moderation/{id}?act=keep");
        Assert.False(appealed.Has("form[action$='/decisions']"));
        Page opened = await appealed.Form("form[action$='/readings']").Submit();
        Assert.Contains("은밀한 험담", opened.Text, StringComparison.Ordinal);
        await (await second.Get($"/office/moderation/{id}?act=keep")).Form("form[action$='/decisions']").Submit(new { Reason = "Mistake", Text = "괜찮습니다." });
        Assert.Contains("은밀한 험담", await city.Talk(author), StringComparison.Ordinal);
        Page log = await second.Get("/office/moderation/log");
        Assert.DoesNotContain("은밀한 험담", log.Text, StringComparison.Ordinal);
        Assert.Contains("한시민", log.Text, StringComparison.Ordinal);
        Assert.Contains("새 공원이 열립니다", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_hidden_before_anybody_could_read_it_leaves_no_place_on_the_page()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor newcomer = await app.SignedIn(city.Newcomer);
        Visitor moderator = await app.SignedIn(city.Moderator);
        string before = await city.Talk(app.Visitor());
        await city.Say(newcomer, "싸게 팝니다");
        Comment comment = await city.Find("싸게 팝니다");
        long id = await CaseAsync(comment);
        await (await moderator.Get($"/office/moderation/{id}?act=hide")).Form("form[action$='/decisions']").Submit(new { Reason = "Advertising", Text = "광고입니다." });

        Assert.Equal(before, await city.Talk(app.Visitor()));
        Assert.DoesNotContain($"comment-{comment.Id}", await city.Talk(await app.SignedIn(city.Author)), StringComparison.Ordinal);
        Assert.Contains("까닭: 광고나 도배", await city.Talk(newcomer), StringComparison.Ordinal);
        Assert.Contains("싸게 팝니다", (await moderator.Get("/office/moderation/log")).Text, StringComparison.Ordinal);

        await (await newcomer.Get($"/conversation/appeals/{id}")).Form("main form").Submit(new { Text = "광고가 아닙니다" });
        Visitor second = await app.SignedIn(city.Second);
        await (await second.Get($"/office/moderation/{id}?act=hide")).Form("form[action$='/decisions']").Submit(new { Reason = "Advertising", Text = "광고가 맞습니다." });
        Assert.Equal(before, await city.Talk(app.Visitor()));
    }

    [Fact]
    public async Task The_queue_says_so_when_nobody_else_can_decide_an_appeal()
    {
        await using TalkApp alone = new();
        TalkCity city = await TalkCity.Make(alone);
        Visitor newcomer = await alone.SignedIn(city.Newcomer);
        Visitor moderator = await alone.SignedIn(city.Moderator);
        await city.Say(newcomer, "처음 왔어요");
        Comment comment = await city.Find("처음 왔어요");
        long id = await alone.Use((CityDb db) => db.ModerationCases.About(ModerationTarget.Comment, comment.Id).Select(c => c.Id).SingleAsync());
        await (await moderator.Get($"/office/moderation/{id}?act=hide")).Form("form[action$='/decisions']").Submit(new { Reason = "OtherOffence", Text = "어긋납니다." });
        await (await newcomer.Get($"/conversation/appeals/{id}")).Form("main form").Submit(new { Text = "다시 봐 주세요" });
        Assert.DoesNotContain("이의를 살펴볼 사람이 없습니다", (await moderator.Get("/office/moderation")).Text, StringComparison.Ordinal);
        await alone.Use((CityDb db) => db.RightGrants.Where(g => g.AccountId == city.Second.Id).ExecuteDeleteAsync());
        Assert.Contains("이의를 살펴볼 사람이 없습니다", (await moderator.Get("/office/moderation")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Personal_data_is_pointed_out_before_everybody_reads_it()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Page asked = await city.Say(citizen, "제 번호는 010-1234-5678 입니다");
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("010-1234-5678", asked.TextOf(".comment-finding"), StringComparison.Ordinal);
        Page masked = await asked.Form("form.comment-form").Submit(new { PersonalData = "Mask" });

        Assert.NotEqual(HttpStatusCode.BadRequest, masked.Status);
        Assert.False(await app.Use((CityDb db) => db.Comments.AnyAsync(c => c.Text.Contains("1234-5678"))));
        Assert.Contains("제 번호는", await city.Talk(app.Visitor()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_filled_in_by_a_machine_is_held_and_says_why()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Page page = await citizen.Get($"{city.Path}/comments/new");
        await page.Form("form.comment-form").Submit(new { Text = "기계가 썼습니다", Website = "https://bot.example" });
        Comment held = await city.Find("기계가 썼습니다");

        Assert.Equal(CommentState.Held, held.State);
        Page shown = await (await app.SignedIn(city.Moderator)).Get($"/office/moderation/{await CaseAsync(held)}");
        Assert.Contains("사람에게 보이지 않는 칸을 채웠습니다.", shown.Text, StringComparison.Ordinal);
        Assert.Contains("쓰는 데 0초밖에 걸리지 않았습니다.", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_or_overlong_comment_comes_back_with_what_was_typed()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Assert.Single((await city.Say(citizen, "")).Errors);
        Page page = await city.Say(citizen, new string('가', Comment.TextLength + 1));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(Comment.TextLength + 1, page.Form("form.comment-form").Value("Comment.Text").Trim().Length);
    }

    [Fact]
    public async Task One_corrects_and_removes_ones_own_comment_and_nobody_elses()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        await city.Say(citizen, "오타 있슴");
        Comment comment = await city.Find("오타 있슴");
        Page edit = await citizen.Get($"/conversation/comments/{comment.Id}/edit");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await edit.Form("form.comment-form").Submit(new { Text = "오타 없음" });
        await city.Find("오타 없음");

        Visitor neighbour = await app.SignedIn(city.Neighbour);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get($"/conversation/comments/{comment.Id}/removal")).Status);
        await (await citizen.Get($"/conversation/comments/{comment.Id}/removal")).Form("main form").Submit();
        Assert.DoesNotContain("오타 없음", await city.Talk(citizen), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reaction_is_set_changed_and_taken_back_by_a_form()
    {
        TalkCity city = await TalkCity.Make(app);
        Visitor citizen = await app.SignedIn(city.Citizen);
        await PressAsync("고마워요");
        Assert.Equal("고마워요", await PressedAsync());
        await PressAsync("응원해요");
        Assert.Equal("응원해요", await PressedAsync());
        await PressAsync("응원해요");
        Assert.Equal("", await PressedAsync());

        async Task PressAsync(string name)
        {
            var document = await new HtmlParser().ParseDocumentAsync(await city.Talk(citizen));
            var form = document.QuerySelector("form.reactions");
            var button = document.QuerySelectorAll("button.reaction").Single(b => b.TextContent.Contains(name, StringComparison.Ordinal));
            using HttpResponseMessage answer = await citizen.Http.PostAsync(
                form?.GetAttribute("action"),
                new FormUrlEncodedContent(new Dictionary<string, string>
                {
                    ["kind"] = button.GetAttribute("value") ?? "",
                    ["__RequestVerificationToken"] = form?.QuerySelector("[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "",
                }));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        async Task<string> PressedAsync()
        {
            var document = await new HtmlParser().ParseDocumentAsync(await city.Talk(citizen));
            return document.QuerySelector("button[aria-pressed=true] span")?.TextContent ?? "";
        }
    }

    [Fact]
    public async Task An_official_comments_in_the_name_of_the_department()
    {
        TalkCity city = await TalkCity.Make(app);
        await city.Say(await app.SignedIn(city.Author), "토요일 10시에 엽니다");
        Assert.Contains("도로과", await city.Talk(app.Visitor()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conversation_reads_with_three_commands_and_fifty_threads_a_page()
    {
        TalkCity city = await TalkCity.Make(app);
        await app.Use(async (CityDb db) =>
        {
            Comment[] many = [.. Enumerable.Range(0, 60).Select(i => Comment.Import(ConversationSubject.Article, city.ArticleId, null, "옮겨 온 이", $"옛 댓글 {i:00}", false, app.Clock.UtcNow.AddYears(-1).AddMinutes(i)))];
            db.AddRange(many);
            await db.SaveChangesAsync();
            db.AddRange(many.SelectMany(c => Enumerable.Range(0, 5).Select(i => Comment.Import(ConversationSubject.Article, city.ArticleId, c, "옮겨 온 이", $"답글 {i}", false, c.CreatedAt.AddSeconds(i)))));
            await db.SaveChangesAsync();
        });
        Visitor guest = app.Visitor();
        string first = await city.Talk(guest);
        int commands = await app.Sql.CountAsync(() => city.Talk(guest));

        Assert.Contains("옛 댓글 49", first, StringComparison.Ordinal);
        Assert.DoesNotContain("옛 댓글 50", first, StringComparison.Ordinal);
        Assert.Equal(250, first.Split(">답글 ").Length - 1);
        var document = await new HtmlParser().ParseDocumentAsync(first);
        string next = document.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").Single(h => h.Contains("?talk=", StringComparison.Ordinal));
        using HttpResponseMessage second = await guest.Http.GetAsync($"{city.TalkPath}{next[next.IndexOf('?', StringComparison.Ordinal)..].Split('#')[0]}");
        string rest = await second.Content.ReadAsStringAsync();
        Assert.Contains("옛 댓글 50", rest, StringComparison.Ordinal);
        Assert.DoesNotContain("옛 댓글 49", rest, StringComparison.Ordinal);
        // The three of the conversation; the city's settings are looked after by every request.
        Assert.InRange(commands, 3, 4);
    }

    private Task<long> CaseAsync(Comment comment) =>
        app.Use((CityDb db) => db.ModerationCases.About(ModerationTarget.Comment, comment.Id).Select(c => c.Id).SingleAsync());
}
