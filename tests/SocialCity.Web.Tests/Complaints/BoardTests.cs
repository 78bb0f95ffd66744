using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Text;
using SocialCity.Web.Areas.Complaints;

namespace SocialCity.Web.Tests.Complaints;

public sealed class BoardTests(BoardApp app) : IClassFixture<BoardApp>
{
    private const string Secret = "아무도 모르는 비밀 연못";

    private const string Script = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)></script>";

    [Fact]
    public async Task A_private_complaint_leaves_no_trace_for_anybody_else()
    {
        Visitor owner = await app.SignedIn(await app.Citizen());
        Page before = await app.Visitor().Get("/complaints");
        Dictionary<string, object?> entries = app.Entries(Secret, "비밀 연못의 물이 더럽습니다.");
        entries["Audience"] = "OfficeOnly";
        Page receipt = await BoardApp.FileAsync(owner, entries);
        string number = BoardApp.NumberOn(receipt);
        Visitor stranger = await app.SignedIn(await app.Citizen("박이웃"));

        foreach (string address in new[] { "/", "/complaints", "/complaints?view=map", "/complaints?q=연못", "/search?q=연못", "/complaints/mine" })
        {
            Page page = await stranger.Get(address);
            Assert.DoesNotContain("비밀 연못", page.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(number, page.Body, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(number, await stranger.Http.GetStringAsync("/complaints/pins"), StringComparison.Ordinal);
        Assert.DoesNotContain(number, await stranger.Http.GetStringAsync("/complaints/new/similar?title=비밀 연못"), StringComparison.Ordinal);
        Assert.Equal(before.TextsOf(".tabs .count"), (await app.Visitor().Get("/complaints")).TextsOf(".tabs .count"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/complaints/{number}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get($"/complaints/{number}/receipt")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/complaints/{number}"))).StatusCode);
        Assert.Equal(
            (await stranger.Get("/complaints/2026-999999")).Text, (await stranger.Get($"/complaints/{number}")).Text);

        Page own = await owner.Get($"/complaints/{number}");
        Assert.Equal(Secret, own.Heading);
        Assert.True(own.Has("meta[name=robots][content=noindex]"));
        Assert.False(own.Has("script[type='application/ld+json']"));
        Assert.Contains(Secret, (await owner.Get("/complaints/mine")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_named_a_dong_is_led_to_its_complaints_and_who_named_none_is_asked()
    {
        Account account = await app.Citizen();
        Visitor citizen = await app.SignedIn(account);
        Page page = await citizen.Get("/complaints/mine/dong");
        Assert.Equal("사는 동을 고르면 그 동의 민원을 바로 볼 수 있습니다.", page.Flash);
        Assert.True(page.Has("[name='Form.DistrictId']"));

        long dong = await app.Use((CityDb db) => db.Districts.Select(d => d.Id).FirstAsync());
        await app.Use((CityDb db) => db.Users.Where(a => a.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DistrictId, dong)));

        Assert.Contains($"/complaints?dong={dong}", (await citizen.Get("/complaints/mine/dong")).Redirects);
    }

    [Fact]
    public async Task A_dong_that_was_hidden_is_offered_no_more_unless_it_is_chosen()
    {
        District dong = new("hidden", new LocalText("감춘동"), Boundary.Parse("37.1,126.8 37.1,126.9 37.2,126.9"), 99);
        dong.Switch(isActive: false);
        await app.Use(async (CityDb db) =>
        {
            db.Add(dong);
            await db.SaveChangesAsync();
        });

        foreach (string address in new[] { "/complaints", "/complaints?view=map" })
        {
            Assert.DoesNotContain("감춘동", (await app.Visitor().Get(address)).Text, StringComparison.Ordinal);
        }

        Assert.Contains("감춘동", (await app.Visitor().Get($"/complaints?dong={dong.Id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_of_a_stranger_stays_text_everywhere()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen("<b>이름</b>"));
        Dictionary<string, object?> entries = app.Entries($"무해한 {Script}", $"무해한 {Script} [나](javascript:alert(1))");
        entries["Address"] = Script;
        Page receipt = await BoardApp.FileAsync(citizen, entries);
        string number = BoardApp.NumberOn(receipt);

        foreach (string address in new[] { $"/complaints/{number}", $"/complaints/{number}/receipt", "/complaints", "/complaints/mine", "/search?q=무해한", "/" })
        {
            Page page = await citizen.Get(address);
            Assert.DoesNotContain(page.Document.QuerySelectorAll("script:not([src])"), s => s.GetAttribute("type") != "application/ld+json");
            Assert.Empty(page.Document.QuerySelectorAll("[onerror], [onload], a[href^='javascript:'], main b"));
        }

        Page shown = await app.Visitor().Get($"/complaints/{number}");
        JsonElement data = JsonDocument.Parse(shown.One("script[type='application/ld+json']").TextContent).RootElement;
        Assert.StartsWith("무해한 <script>", data.GetProperty("mainEntity").GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_pages_to_and_fro_without_gaps_and_doubles_and_its_filters_stand_in_the_address()
    {
        Account author = await app.Citizen();
        await app.Use<ComplaintIntake>(async intake =>
        {
            for (int i = 0; i < 45; i++)
            {
                await intake.FileAsync(
                    new ComplaintFiling($"쪽 넘기기 {i}", "내용", i % 3 == 0 ? app.Lamps : app.Pavement, app.District, null, null, false, true, [], []),
                    Petitioner.Of(author), Guid.NewGuid(), CancellationToken.None);
            }
        });
        Visitor visitor = app.Visitor();
        string[] expected = await app.Use<CityDb, string[]>(db => db.Complaints.Listed().Where(c => c.CategoryId == app.Pavement)
            .NewestFirst().Select(c => c.Title).ToArrayAsync());

        List<string> there = [];
        Page page = await visitor.Get($"/complaints?category={app.Pavement}");
        Assert.Contains($"{expected.Length}건", page.TextOf(".board-total"), StringComparison.Ordinal);
        List<string> first = [.. page.TextsOf(".row-title")];
        there.AddRange(first);
        while (page.Has("a[rel=next]"))
        {
            page = await visitor.Get(page.One("a[rel=next]").GetAttribute("href") ?? "");
            there.AddRange(page.TextsOf(".row-title"));
        }

        Assert.Equal(expected, there);
        while (page.Has("a[rel=prev]"))
        {
            page = await visitor.Get(page.One("a[rel=prev]").GetAttribute("href") ?? "");
        }

        Assert.Equal(first, page.TextsOf(".row-title"));
        Assert.Contains(page.TextsOf(".chip"), chip => chip.StartsWith("보도·차도", StringComparison.Ordinal));
        Assert.Empty((await visitor.Get("/complaints?state=done")).TextsOf(".row-title"));
        Assert.Equal("맞는 민원이 없습니다", (await visitor.Get("/complaints?category=999&at=nonsense")).TextOf(".empty h2"));
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/complaints?category=abc&dong=%00&state=1&department=-3")).Status);
    }

    [Fact]
    public async Task Pages_send_six_commands_at_most()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        string number = BoardApp.NumberOn(await BoardApp.FileAsync(citizen, app.Entries("명령을 세는 민원", "전혀 다른 이야기")));
        await citizen.Get("/");

        foreach (string address in new[]
        {
            "/", "/complaints", "/complaints?q=명령", "/complaints?view=map", "/complaints?view=map&q=명령", $"/complaints/{number}",
            $"/complaints/{number}/receipt", "/complaints/mine", "/complaints/new", "/search?q=명령", "/complaints?state=open",
            $"/complaints?category={app.Pavement}&dong={app.District}&department={app.Roads}&state=answered",
            $"/complaints?category={app.Pavement}&dong={app.District}&department={app.Roads}&state=done&q=명령",
        })
        {
            int sent = await app.Sql.CountAsync(async () => Assert.Equal(HttpStatusCode.OK, (await citizen.Get(address)).Status));
            Assert.True(sent is > 0 and <= 6, $"{address} sent {sent} commands.");
        }
    }

    [Fact]
    public async Task Me_too_counts_a_person_once_however_often_they_press()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        string number = BoardApp.NumberOn(await BoardApp.FileAsync(citizen, app.Entries("함께 겪는 일", "여럿이 겪는 일")));
        Visitor neighbour = await app.SignedIn(await app.Citizen("박이웃"));
        Page page = await neighbour.Get($"/complaints/{number}");
        PageForm form = page.Form($"form[action='/complaints/{number}/support']");

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => neighbour.Http.SendAsync(form.Request())));

        Assert.Equal(1, (await app.ComplaintAsync("함께 겪는 일")).SupportCount);
        page = await neighbour.Get($"/complaints/{number}");
        page = await page.Form($"form[action='/complaints/{number}/support/withdraw']").Submit();
        Assert.Equal(0, (await app.ComplaintAsync("함께 겪는 일")).SupportCount);
        Assert.Contains("거두었습니다", page.Flash, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_says_me_too_to_their_own_complaint_or_to_one_that_has_ended()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        string number = BoardApp.NumberOn(await BoardApp.FileAsync(citizen, app.Entries("내가 겪은 일", "혼자 겪은 일")));
        Visitor neighbour = await app.SignedIn(await app.Citizen("박이웃"));
        PageForm support = (await neighbour.Get($"/complaints/{number}")).Form($"form[action='/complaints/{number}/support']");
        Assert.False((await citizen.Get($"/complaints/{number}")).Has("form[action$='/support']"));
        string token = (await citizen.Get("/complaints/new")).One("form#complaint input[name=__RequestVerificationToken]").GetAttribute("value") ?? "";

        Page own = await citizen.Send(new HttpRequestMessage(HttpMethod.Post, $"/complaints/{number}/support")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token }),
        });
        Assert.Contains("직접 신청하신 민원입니다", own.Flash, StringComparison.Ordinal);

        await (await citizen.Get($"/complaints/{number}/withdrawals")).Form("main form").Submit();
        Page ended = await support.Submit();
        Assert.Contains("이미 끝난 민원이라", ended.Flash, StringComparison.Ordinal);
        Assert.False(ended.Has("form[action$='/support']"));
        Assert.DoesNotContain("나도 겪었어요", (await app.Visitor().Get($"/complaints/{number}")).TextOf("aside[aria-label='요약']"), StringComparison.Ordinal);
        Assert.Equal(0, (await app.ComplaintAsync("내가 겪은 일")).SupportCount);
    }

    [Fact]
    public async Task A_number_is_found_with_and_without_its_year_and_only_by_whoever_may_see_it()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries("번호로 찾는 민원", "숨긴 이야기");
        entries["Audience"] = "OfficeOnly";
        string number = BoardApp.NumberOn(await BoardApp.FileAsync(citizen, entries));

        foreach (string address in new[] { "/search?q=", "/complaints?q=" })
        {
            Assert.Equal("번호로 찾는 민원", (await citizen.Get(address + number)).Heading);
            Assert.Equal("번호로 찾는 민원", (await citizen.Get(address + number[5..])).Heading);
            Assert.NotEqual("번호로 찾는 민원", (await app.Visitor().Get(address + number[5..])).Heading);
            Assert.NotEqual("번호로 찾는 민원", (await citizen.Get(address + number[8..])).Heading);
        }
    }

    [Fact]
    public async Task Korean_within_a_page_of_another_language_says_that_it_is()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        string number = BoardApp.NumberOn(await BoardApp.FileAsync(citizen, app.Entries("언어를 밝히는 민원", "한국어 이야기")));
        await app.IndexedAsync();
        await (await citizen.Get($"/complaints/{number}/withdrawals")).Form("main form").Submit(new { Text = "해결되었습니다" });

        Page shown = await app.Visitor("ja").Get($"/complaints/{number}");
        Page found = await app.Visitor("ja").Get("/search?q=언어를");

        Assert.Equal("ko", shown.One("section[aria-labelledby=text] .prose").GetAttribute("lang"));
        Assert.Equal("ko", shown.One(".timeline .prose").GetAttribute("lang"));
        Assert.Equal("ko", found.One(".row-title a").GetAttribute("lang"));
        Assert.Equal("ko", found.One(".row-text").GetAttribute("lang"));
    }

    [Theory]
    [InlineData("김철수", "김**")]
    [InlineData("★ 김철수", "김**")]
    [InlineData("👩‍🌾", "**")]
    public void The_name_of_a_guest_shows_its_first_letter_alone(string name, string shown) => Assert.Equal(shown, ComplaintPages.Masked(name));

    [Fact]
    public async Task A_photo_of_a_private_complaint_is_shown_to_its_petitioner_alone()
    {
        byte[] png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");
        Visitor owner = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries("사진까지 비공개", "나만 보는 사진");
        entries["Audience"] = "OfficeOnly";
        entries["Photos"] = new Upload("a.png", "image/png", png);
        await BoardApp.FileAsync(owner, entries);
        long id = (await app.ComplaintAsync("사진까지 비공개")).Photos[0].MediaId;
        string key = await app.Use<CityDb, string>(db => db.Set<SocialCity.Media.MediaFile>().Where(m => m.Id == id).Select(m => m.Key).SingleAsync());

        HttpResponseMessage own = await owner.Http.GetAsync($"/media/{key}");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.True(own.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Http.GetAsync($"/media/{key}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, $"/media/{key}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Http.GetAsync("/media/..%2f..%2fcity.db")).StatusCode);
    }

    [Fact]
    public async Task Search_finds_whatever_the_spacing_and_marks_the_words()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        await BoardApp.FileAsync(citizen, app.Entries("불법 주차 단속을 원합니다", "골목이 막혀 지나갈 수 없습니다."));
        await app.IndexedAsync();

        Page page = await app.Visitor().Get("/search?q=불법주차");

        Assert.Contains(page.TextsOf(".row-title"), t => t.Contains("불법 주차 단속", StringComparison.Ordinal));
        Assert.Contains("불법 주차", page.TextsOf(".row-title mark"));
        Assert.True(page.Has("meta[name=robots][content=noindex]"));
        Assert.Equal("무엇을 찾으시나요?", (await app.Visitor().Get("/search")).TextOf(".empty h2"));
        Assert.Equal("찾은 것이 없습니다", (await app.Visitor().Get("/search?q=zzzz")).TextOf(".empty h2"));
        Assert.True((await app.Visitor().Get("/search?q=도로 과")).Has($"a[href='/complaints?department={app.Roads}']"));
        Assert.Equal("Nothing found", (await app.Visitor("en").Get("/search?q=zzzz")).TextOf(".empty h2"));
    }
}
