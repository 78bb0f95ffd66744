using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Web.Areas.Complaints;
using SocialCity.Web.Shared;
using SocialCity.Web.Tests.Accounts;

namespace SocialCity.Web.Tests.Complaints;

public sealed class FilingTests(BoardApp app) : IClassFixture<BoardApp>
{

    /// <summary>A whole picture of one pixel.</summary>
    private static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    [Fact]
    public async Task An_account_files_at_once_and_gets_a_number_a_department_a_reason_and_a_due_date()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());

        Page page = await BoardApp.FileAsync(citizen, app.Entries("계정으로 낸 민원"));

        Assert.Equal("접수했습니다", page.Heading);
        Assert.Contains("도로과", page.Text, StringComparison.Ordinal);
        Assert.Contains("보도와 차도는 도로과가 맡습니다.", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026년 9월 30일 (수)", page.Text, StringComparison.Ordinal);
        Complaint complaint = await app.ComplaintAsync("계정으로 낸 민원");
        Assert.True(complaint.ToldOfProgressOnSite);
        Assert.True(complaint.IsListed);
        Page shown = await page.Click("민원 보기");
        Assert.Equal("계정으로 낸 민원", shown.Heading);
    }

    [Fact]
    public async Task Below_the_level_the_form_comes_with_the_own_address_and_the_complaint_waits_for_its_mail()
    {
        Account account = await app.Citizen("이메일만 확인한 사람", "below@example.com");
        Visitor citizen = await app.SignedIn(account);
        await RequireAsync(IdentityLevel.External);
        try
        {
            PageForm form = (await citizen.Get("/complaints/new")).Form("form#complaint");
            Assert.Equal("below@example.com", form.Value("Form.GuestEmail"));
            Dictionary<string, object?> entries = app.Entries("단계가 모자란 민원");
            entries["GuestName"] = "이메일만 확인한 사람";
            await BoardApp.FileAsync(citizen, entries);
        }
        finally
        {
            await RequireAsync(IdentityLevel.EmailConfirmed);
        }

        Assert.Equal(NoticeKind.ConfirmComplaint, Assert.Single(await app.MailsTo("below@example.com")).Kind);
        Assert.False((await app.ComplaintAsync("단계가 모자란 민원")).IsListed);

        async Task RequireAsync(IdentityLevel level)
        {
            await app.Use<CityDb>(async db =>
            {
                City city = await db.Cities.SingleAsync();
                city.RunComplaints(city.TriageDepartmentId, city.NearbyMetres, city.SilentCloseDays, level);
                await db.SaveChangesAsync();
            });
            app.Services.GetRequiredService<CitySettings>().Forget();
        }
    }

    [Fact]
    public async Task Nobodys_mailbox_is_filled_by_forms_of_others()
    {
        const string victim = "victim@example.com";
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 7; i++)
        {
            Visitor guest = app.Visitor();
            Dictionary<string, object?> entries = app.Entries($"남의 주소로 낸 {i}번째 일");
            entries["GuestName"] = "김손님";
            entries["GuestEmail"] = i % 2 == 0 ? victim : victim.ToUpperInvariant();
            answers.Add((await BoardApp.FileAsync(guest, entries)).Status);
        }

        List<string?> mailed = await app.Use<CityDb, List<string?>>(db => db.Notices.Where(n => n.Kind == NoticeKind.ConfirmComplaint).Select(n => n.Address).ToListAsync());
        Assert.Equal(5, mailed.Count(a => string.Equals(a, victim, StringComparison.OrdinalIgnoreCase)));
        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], answers[5..]);
    }

    [Fact]
    public async Task A_guest_files_by_the_link_of_the_mail_and_its_button_alone()
    {
        Visitor guest = app.Visitor();
        Dictionary<string, object?> entries = app.Entries("손님이 낸 비공개 민원");
        entries["GuestName"] = "김손님";
        entries["GuestEmail"] = "guest@example.com";
        entries["Audience"] = "OfficeOnly";

        Page sent = await BoardApp.FileAsync(guest, entries);

        Assert.Equal("이메일을 확인해 주세요", sent.Heading);
        Complaint complaint = await app.ComplaintAsync("손님이 낸 비공개 민원");
        Assert.Equal(ComplaintState.Unconfirmed, complaint.State);
        Assert.True(await app.Use<CityDb, bool>(db => db.Notices.AnyAsync(n => n.Kind == NoticeKind.ConfirmComplaint && n.Address == "guest@example.com")));

        string link = app.Services.GetRequiredService<ComplaintLinks>().Confirmation(complaint.Id);
        Page asked = await app.Visitor().Get(link);
        Assert.Equal(ComplaintState.Unconfirmed, (await app.ComplaintAsync(complaint.Title)).State);

        Page receipt = await asked.Form().Submit();
        Assert.Equal("접수했습니다", receipt.Heading);
        Page own = await receipt.Click("민원 보기");
        Assert.Equal(complaint.Title, own.Heading);
        Assert.True(own.Response.Headers.CacheControl?.NoStore);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Get(own.Address)).Status);

        Page again = await app.Visitor().Get(link);
        Assert.Equal("접수했습니다", again.Heading);
        Assert.Equal(BoardApp.NumberOn(receipt), BoardApp.NumberOn(again));

        Page followed = await app.Visitor().Get(app.Services.GetRequiredService<ComplaintLinks>().Following(complaint.Id));
        Assert.Equal(complaint.Title, followed.Heading);
    }

    [Fact]
    public async Task A_link_for_following_confirms_nothing_and_an_old_or_altered_one_is_none()
    {
        ComplaintLinks links = app.Services.GetRequiredService<ComplaintLinks>();
        string following = links.Following(1).Split("k=")[1];
        string confirming = links.Confirmation(1).Split("k=")[1];

        Assert.Null(links.ReadConfirmation(following));
        Assert.Null(links.ReadFollowing(confirming));
        Assert.Null(links.ReadConfirmation(confirming[..^2]));
        Assert.Equal(HttpStatusCode.Gone, (await app.Visitor().Get("/complaints/confirm?k=nonsense")).Status);
        app.Clock.Advance(ComplaintDeadlines.ConfirmWithin + TimeSpan.FromMinutes(1));
        Assert.Null(links.ReadConfirmation(confirming));
        Assert.Equal(1, links.ReadFollowing(following));
        app.Clock.Advance(-ComplaintDeadlines.ConfirmWithin - TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task What_is_missing_is_said_beside_its_field_and_what_was_typed_stays()
    {
        Visitor guest = app.Visitor();
        Page page = await guest.Get("/complaints/new");

        page = await page.Form("form#complaint").Submit(new { Text = "쓰던 글", Address = "누리로 9" }, "신청하기");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(
            ["분야를 하나 골라 주세요.", "제목을 입력해 주세요.", "동을 고르거나 지도에서 장소를 찍어 주세요. 정해진 장소가 없으면 그렇게 골라 주세요.", "이름을 입력해 주세요.", "답변을 받을 이메일 주소를 입력해 주세요."],
            page.Errors);
        Assert.Equal("쓰던 글", page.Form("form#complaint").Value("Text").Trim());
        Assert.Equal("누리로 9", page.Form("form#complaint").Value("Address"));
    }

    [Theory]
    [InlineData("Title", 101, "제목은 100자까지 쓸 수 있습니다.")]
    [InlineData("Text", 5001, "내용은 5,000자까지 쓸 수 있습니다.")]
    [InlineData("Address", 201, "주소나 가까운 건물은 200자까지 쓸 수 있습니다.")]
    public async Task Too_long_is_refused_with_the_limit(string field, int length, string message)
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries();
        entries[field] = new string('가', length);

        Page page = await BoardApp.FileAsync(citizen, entries);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal([message], page.Errors);
        Assert.Equal(new string('가', length), page.Form("form#complaint").Value(field).Trim());
    }

    [Fact]
    public async Task An_unknown_category_a_wrong_type_and_a_place_outside_are_refused_and_nothing_more_can_be_posted()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        string token = (await citizen.Get("/complaints/new")).One("form#complaint input[name=__RequestVerificationToken]").GetAttribute("value") ?? "";

        Page unknown = await Post("999999", "Somewhere", "37.45", "126.85");
        Page wrong = await Post("abc", "Somewhere", "37.45", "126.85");
        Page noNumber = await Post(BoardApp.Text(app.Pavement), "Somewhere", "north", "126.85");
        Page outside = await Post(BoardApp.Text(app.Pavement), "Somewhere", "35.1", "129.0");
        Page overPosted = await Post(BoardApp.Text(app.Pavement), "Somewhere", "37.45", "126.85");

        Assert.Contains("이 분야는 이제 없습니다. 다른 분야를 골라 주세요.", unknown.Errors);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains(noNumber.Errors, error => error.Contains("지도에서 찍은 곳", StringComparison.Ordinal));
        Assert.Contains("밖의 장소입니다", Assert.Single(outside.Errors), StringComparison.Ordinal);
        Assert.Equal("접수했습니다", overPosted.Heading);
        Complaint complaint = await app.ComplaintAsync("덧붙여 보낸 민원");
        Assert.Equal(ComplaintState.Received, complaint.State);
        Assert.Equal(app.Roads, complaint.DepartmentId);
        Assert.Equal(0, complaint.SupportCount);
        Assert.Equal(app.District, complaint.DistrictId);

        Task<Page> Post(string category, string place, string latitude, string longitude) => citizen.Send(new HttpRequestMessage(HttpMethod.Post, "/complaints/new")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Form.CategoryId"] = category,
                ["Form.Title"] = "덧붙여 보낸 민원",
                ["Form.Text"] = "내용",
                ["Form.Place"] = place,
                ["Form.Latitude"] = latitude,
                ["Form.Longitude"] = longitude,
                ["Form.State"] = "Closed",
                ["Form.DepartmentId"] = "77",
                ["Form.SupportCount"] = "500",
                ["State"] = "Closed",
            }),
        });
    }

    [Fact]
    public async Task The_questions_of_a_category_come_by_a_button_and_must_be_replied_to()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Page page = await citizen.Get("/complaints/new");
        page = await page.Form("form#complaint").Submit(new { CategoryId = app.Lamps, Title = "꺼진 가로등 질문" }, "고른 분야의 질문 보기");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Empty(page.Errors);
        Assert.Contains("등 번호", page.Text, StringComparison.Ordinal);
        Assert.Equal("꺼진 가로등 질문", page.Form("form#complaint").Value("Title"));

        Dictionary<string, object?> entries = app.Entries("꺼진 가로등 질문");
        entries["CategoryId"] = app.Lamps;
        page = await page.Form("form#complaint").Submit(entries, "신청하기");
        Assert.Equal(["등 번호를 입력해 주세요."], page.Errors);

        page = await page.Form("form#complaint").Submit(new Dictionary<string, object?> { [$"Form.Replies[{app.Question}]"] = "A-12" }, "신청하기");
        Assert.Equal("접수했습니다", page.Heading);
        Assert.Equal("A-12", Assert.Single((await app.ComplaintAsync("꺼진 가로등 질문")).Replies).Value);
    }

    [Fact]
    public async Task What_was_replied_to_a_question_that_was_hidden_meanwhile_is_kept()
    {
        (ComplaintCategory category, CategoryQuestion question, Page opened) = await OpenedWithQuestionAsync("stale");
        await app.Use((CityDb db) => db.Set<CategoryQuestion>().Where(q => q.Id == question.Id).ExecuteUpdateAsync(set => set.SetProperty(q => q.IsActive, false)));
        string reply = $"Form.Replies[{question.Id}]";
        Dictionary<string, object?> entries = app.Entries("그사이 감춘 질문");
        entries["CategoryId"] = category.Id;
        entries[reply] = "학교 앞";

        Page asked = await opened.Form("form#complaint").Submit(new Dictionary<string, object?>(entries) { ["Title"] = "" }, "신청하기");
        Page filed = await asked.Form("form#complaint").Submit(new { Title = "그사이 감춘 질문" }, "신청하기");

        Assert.Equal("학교 앞", asked.Form("form#complaint").Value(reply));
        Assert.Equal("접수했습니다", filed.Heading);
        Assert.Equal("학교 앞", Assert.Single((await app.ComplaintAsync("그사이 감춘 질문")).Replies).Value);
        Assert.False((await opened.Form("form#complaint").Submit(new Dictionary<string, object?> { ["CategoryId"] = category.Id, [reply] = "" }, "신청하기")).Form("form#complaint").Has(reply));
    }

    [Fact]
    public async Task What_was_replied_to_a_category_that_was_hidden_meanwhile_is_given_back()
    {
        (ComplaintCategory category, CategoryQuestion question, Page opened) = await OpenedWithQuestionAsync("gone");
        await app.Use((CityDb db) => db.ComplaintCategories.Where(c => c.Id == category.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.IsActive, false)));
        Dictionary<string, object?> entries = app.Entries("그사이 감춘 분야");
        entries["CategoryId"] = category.Id;
        entries[$"Form.Replies[{question.Id}]"] = "학교 앞";

        Page page = await opened.Form("form#complaint").Submit(entries, "신청하기");

        Assert.Contains("이 분야는 이제 없습니다. 다른 분야를 골라 주세요.", page.Errors);
        Assert.Equal("어디에 있나요?", page.TextOf($"label[for='typed-reply-{question.Id}']"));
        Assert.Equal("학교 앞", page.One($"#typed-reply-{question.Id}").GetAttribute("value"));
    }

    [Fact]
    public async Task Ten_posts_of_one_form_at_once_file_once()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        PageForm form = (await citizen.Get("/complaints/new")).Form("form#complaint");
        Dictionary<string, object?> entries = app.Entries("두 번 누른 민원", "서로 다른 일입니다");

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => citizen.Http.SendAsync(form.Request(entries, "신청하기"))));

        Assert.Equal(1, await app.CountAsync("두 번 누른 민원"));
        Assert.Contains(answers, a => a.Headers.Location?.ToString().EndsWith("/receipt", StringComparison.Ordinal) == true);
        Assert.All(answers, a => Assert.True((int)a.StatusCode is 200 or 302, $"{(int)a.StatusCode}"));
    }

    [Fact]
    public async Task Posts_of_one_form_are_all_answered_by_the_receipt_although_the_first_filed_something_similar()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        PageForm form = (await citizen.Get("/complaints/new")).Form("form#complaint");
        Dictionary<string, object?> entries = app.Entries("물놀이터 바닥이 갈라졌어요");
        (entries["Latitude"], entries["Longitude"]) = ("37.490000", "126.890000");

        HttpResponseMessage[] answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => citizen.Http.SendAsync(form.Request(entries, "신청하기"))));
        HttpResponseMessage later = await citizen.Http.SendAsync(form.Request(entries, "신청하기"));

        Assert.Equal(1, await app.CountAsync("물놀이터 바닥이 갈라졌어요"));
        string receipt = Assert.Single(answers.Append(later).Select(a => $"{(int)a.StatusCode} {a.Headers.Location}").Distinct());
        Assert.EndsWith("/receipt", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_may_bring_back_what_was_typed()
    {
        Page page = await (await app.SignedIn(await app.Citizen())).Get("/complaints/new");

        Assert.True(page.Has("[data-draft-offer]"));
        Assert.False(page.Has("form#complaint [name^='Form.'][autocomplete=off]"));
    }

    [Fact]
    public async Task Another_complaint_written_into_a_form_that_was_sent_is_no_double_click()
    {
        await using BoardApp own = await OpenAsync();
        Visitor citizen = await own.SignedIn(await own.Citizen());
        PageForm form = (await citizen.Get("/complaints/new")).Form("form#complaint");
        await form.Submit(own.Entries("먼저 보낸 민원", "분수대 물이 탁합니다"), "신청하기");

        Page page = await form.Submit(own.Entries("되돌아가 새로 쓴 민원", "도서관 창문이 깨졌습니다"), "신청하기");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Equal("되돌아가 새로 쓴 민원", page.Form("form#complaint").Value("Form.Title"));
        Assert.False(page.Has("[data-draft-offer]"), "An older draft would overwrite what was just posted.");
        Assert.Equal(0, await own.CountAsync("되돌아가 새로 쓴 민원"));
        Assert.Equal("접수했습니다", (await page.Form("form#complaint").Submit(null, "신청하기")).Heading);
        Assert.Equal(1, await own.CountAsync("되돌아가 새로 쓴 민원"));
    }

    [Fact]
    public async Task Whoever_goes_back_to_a_sent_form_to_make_it_private_is_not_told_that_it_is()
    {
        await using BoardApp own = await OpenAsync();
        Visitor citizen = await own.SignedIn(await own.Citizen());
        PageForm form = (await citizen.Get("/complaints/new")).Form("form#complaint");
        Dictionary<string, object?> entries = own.Entries("공개로 보낸 민원", "계단 난간이 흔들립니다");
        await form.Submit(entries, "신청하기");

        foreach ((string field, object value) in new (string, object)[] { ("Audience", "OfficeOnly"), ("Address", "누리로 99") })
        {
            Page page = await form.Submit(new Dictionary<string, object?>(entries) { [field] = value }, "신청하기");
            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.True(page.Has($"form#complaint [name='Form.{field}'][value='{value}']:is(:checked, [type=text])"));
        }

        Assert.Equal("접수했습니다", (await form.Submit(entries, "신청하기")).Heading);
        Assert.Equal(1, await own.CountAsync("공개로 보낸 민원"));
    }

    [Fact]
    public async Task A_form_that_somebody_else_sent_tells_nothing_of_theirs()
    {
        await using BoardApp own = await OpenAsync();
        PageForm form = (await (await own.SignedIn(await own.Citizen())).Get("/complaints/new")).Form("form#complaint");
        string key = form.Value("Form.IdempotencyKey");
        await form.Submit(own.Entries("남이 보낸 민원", "놀이터 그네가 삐걱거립니다"), "신청하기");

        Page page = await (await (await own.SignedIn(await own.Citizen())).Get("/complaints/new")).Form("form#complaint")
            .Submit(new Dictionary<string, object?>(own.Entries("남이 보낸 민원", "놀이터 그네가 삐걱거립니다")) { ["Form.IdempotencyKey"] = key }, "신청하기");

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.DoesNotContain("2026-", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_accepted_photo_survives_an_invalid_form_with_its_description()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries("");
        entries["Photos"] = new Upload("길.png", "image/png", Png);
        Page page = await BoardApp.FileAsync(citizen, entries);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        string source = page.One(".kept-photo img").GetAttribute("src") ?? "";
        Assert.Equal(HttpStatusCode.OK, (await citizen.Http.GetAsync(source)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Http.GetAsync(source)).StatusCode);

        string alt = page.One(".kept-photo input[name$=Alt]").GetAttribute("name") ?? "";
        page = await page.Form("form#complaint").Submit(
            new Dictionary<string, object?> { ["Title"] = "사진이 남은 민원", [alt] = "깨진 <보도>" }, "신청하기");

        Assert.Equal("접수했습니다", page.Heading);
        Assert.Single((await app.ComplaintAsync("사진이 남은 민원")).Photos);
        Page shown = await page.Click("민원 보기");
        Assert.Equal("깨진 <보도>", shown.One(".gallery img").GetAttribute("alt"));
        HttpResponseMessage photo = await app.Visitor().Http.GetAsync(shown.One(".gallery img").GetAttribute("src"));
        Assert.Equal("image/png", photo.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=3600", photo.Headers.CacheControl?.ToString());
        Assert.Contains("sandbox", string.Join(' ', photo.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_photo_that_is_none_is_refused_by_name_in_three_languages()
    {
        foreach ((string language, string button, string words) in new[]
        {
            ("ko", "신청하기", "사진 파일이 아닙니다"), ("en", "File the complaint", "this is not a photo"), ("ja", "要望を出す", "写真ではありません"),
        })
        {
            Visitor citizen = await app.SignedIn(await app.Citizen(language: language), language: language);
            Dictionary<string, object?> entries = app.Entries($"가짜 사진 {language}");
            entries["Photos"] = new Upload("fake.jpg", "image/jpeg", "<svg onload=alert(1)>"u8.ToArray());
            Page form = await citizen.Get("/complaints/new");

            Page page = await form.Form("form#complaint").Submit(entries, button);

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Contains(page.Errors, e => e.Contains(words, StringComparison.Ordinal) && e.Contains("fake.jpg", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_photo_of_fifty_megabytes_is_413_with_all_that_was_typed_and_one_of_too_many_pixels_is_refused()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries("너무 큰 사진");
        entries["Photos"] = new Upload("big.jpg", "image/jpeg", new byte[50 * 1024 * 1024]);
        Page big = await BoardApp.FileAsync(citizen, entries);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, big.Status);
        Assert.Equal("너무 큰 사진", big.Form("form#complaint").Value("Title"));

        byte[] wide = [.. Png];
        (wide[18], wide[19], wide[22], wide[23]) = (0xc3, 0x50, 0xc3, 0x50);
        entries["Photos"] = new Upload("wide.png", "image/png", wide);
        Page page = await BoardApp.FileAsync(citizen, entries);
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(page.Errors, e => e.Contains("wide.png", StringComparison.Ordinal));
        Assert.Equal(0, await app.CountAsync("너무 큰 사진"));
    }

    [Fact]
    public async Task Personal_data_in_a_public_text_is_masked_made_private_or_published_as_the_petitioner_says()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Page page = await BoardApp.FileAsync(citizen, app.Entries("전화번호 든 민원", "연락처는 010-1234-5678입니다."));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("010-1234-5678", page.TextOf(".finding"), StringComparison.Ordinal);

        page = await page.Form("form#complaint").Submit(new { PersonalData = "Mask" }, "신청하기");
        Assert.Equal("접수했습니다", page.Heading);
        Assert.DoesNotContain("1234", (await app.ComplaintAsync("전화번호 든 민원")).Text, StringComparison.Ordinal);

        page = await BoardApp.FileAsync(citizen, app.Entries("비밀로 할 연락처", "연락처는 010-1234-5678입니다."));
        await page.Form("form#complaint").Submit(new { PersonalData = "MakePrivate" }, "신청하기");
        Assert.True((await app.ComplaintAsync("비밀로 할 연락처")).IsPrivate);
    }

    [Theory]
    [InlineData("연락처는 010-1234-5678입니다.", "false", "010-1234-5678")]
    [InlineData("연락처는 010-1234-5678입니다.", "true", "")]
    [InlineData("제 번호는 900101-1234567입니다.", "true", "900101-1234567")]
    [InlineData("보도블록이 깨졌습니다.", "false", "")]
    public async Task Personal_data_is_pointed_out_while_it_is_typed(string text, string isPrivate, string found)
    {
        Visitor guest = app.Visitor();
        string token = (await guest.Get("/complaints/new")).One("form#complaint input[name=__RequestVerificationToken]").GetAttribute("value") ?? "";

        HttpResponseMessage answer = await guest.Http.PostAsync("/complaints/new/findings", new FormUrlEncodedContent(
            new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["text"] = text, ["isPrivate"] = isPrivate }));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string piece = (await answer.Content.ReadAsStringAsync()).Trim();
        Assert.Equal(found.Length > 0, piece.Length > 0);
        Assert.Contains(found, piece, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resident_number_is_never_kept_not_even_in_private()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> entries = app.Entries("주민번호 든 민원", "제 번호는 900101-1234567입니다.");
        Page page = await BoardApp.FileAsync(citizen, entries);
        Assert.DoesNotContain(page.Document.QuerySelectorAll("[name='Form.PersonalData']"), i => i.GetAttribute("value") == "PublishAsIs");

        await page.Form("form#complaint").Submit(new { PersonalData = "MakePrivate" }, "신청하기");

        Complaint complaint = await app.ComplaintAsync("주민번호 든 민원");
        Assert.True(complaint.IsPrivate);
        Assert.DoesNotContain("900101", complaint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_similar_is_offered_once_before_filing()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        await BoardApp.FileAsync(citizen, app.Entries("분수대 물이 더러워요"));
        await app.IndexedAsync();
        Visitor neighbour = await app.SignedIn(await app.Citizen("박이웃"));
        Page form = await neighbour.Get("/complaints/new");

        Page offered = await form.Form("form#complaint").Submit(app.Entries("분수대 물이 너무 더러워요"), "신청하기");
        Assert.Contains("분수대 물이 더러워요", offered.TextOf("#similar-stop"), StringComparison.Ordinal);
        Assert.True(offered.Has("#similar-stop [data-support]"));
        Page own = await (await citizen.Get("/complaints/new")).Form("form#complaint").Submit(app.Entries("분수대 물이 정말 더러워요"), "신청하기");
        Assert.Contains("내가 낸 민원", own.TextOf("#similar-stop"), StringComparison.Ordinal);
        Assert.False(own.Has("#similar-stop [data-support]"));
        Assert.Equal(0, await app.CountAsync("분수대 물이 너무 더러워요"));

        Page filed = await offered.Form("form#complaint").Submit(null, "신청하기");
        Assert.Equal("접수했습니다", filed.Heading);
    }

    [Fact]
    public async Task What_has_the_same_words_is_offered_only_near_the_place()
    {
        Visitor citizen = await app.SignedIn(await app.Citizen());
        Dictionary<string, object?> here = app.Entries("육교 계단이 미끄러워요");
        (here["Latitude"], here["Longitude"]) = ("37.410000", "126.810000");
        await BoardApp.FileAsync(citizen, here);
        await BoardApp.FileAsync(citizen, app.Entries("육교 계단이 흔들려요"));
        await app.IndexedAsync();
        long elsewhere = await app.Use<CityDb, long>(async db =>
        {
            District other = new("far", new LocalText("먼 동"), Boundary.Parse("36.4,126.8 36.4,126.9 36.5,126.9 36.5,126.8"), 9);
            db.Add(other);
            await db.SaveChangesAsync();
            return other.Id;
        });
        Visitor neighbour = app.Visitor();
        string Found(string place) => $"/complaints/new/similar?title={Uri.EscapeDataString("육교 계단 난간이 미끄러워요")}&{place}";

        string near = await neighbour.Http.GetStringAsync(Found("lat=37.412000&lng=126.810000"));
        string far = await neighbour.Http.GetStringAsync(Found("lat=37.430000&lng=126.810000"));
        string inDong = await neighbour.Http.GetStringAsync(Found($"district={BoardApp.Text(app.District)}"));
        string inOther = await neighbour.Http.GetStringAsync(Found($"district={BoardApp.Text(elsewhere)}"));

        Assert.Contains("미끄러워요", near, StringComparison.Ordinal);
        Assert.Contains("222m", near, StringComparison.Ordinal);
        Assert.Contains("흔들려요", near, StringComparison.Ordinal);
        Assert.DoesNotContain("미끄러워요", far, StringComparison.Ordinal);
        Assert.Contains("흔들려요", far, StringComparison.Ordinal);
        Assert.Contains("미끄러워요", inDong, StringComparison.Ordinal);
        Assert.DoesNotContain("육교", inOther, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_speaks_three_languages_and_reads_little()
    {
        foreach ((string language, string heading) in new[] { ("ko", "민원 신청"), ("en", "File a complaint"), ("ja", "要望を出す") })
        {
            Visitor guest = app.Visitor(language);
            await guest.Get("/");
            Page page = await guest.Get("/complaints/new");
            Assert.Equal(heading, page.Heading);
            Assert.InRange(await app.Sql.CountAsync(() => guest.Get("/complaints/new")), 1, 6);
        }
    }

    [Fact]
    public async Task The_finder_of_categories_looks_into_their_questions_too()
    {
        Page page = await app.Visitor().Get("/complaints/new");
        string words = page.One($"label[for=category-{app.Lamps}]").GetAttribute("data-category-text") ?? "";
        Assert.Contains("가로등", words, StringComparison.Ordinal);
        Assert.Contains("꺼진 등", words, StringComparison.Ordinal);
        Assert.Contains("등 번호", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_markup_that_does_no_harm()
    {
        Visitor guest = app.Visitor();
        Page page = await guest.Get("/complaints/new");
        page = await page.Form("form#complaint").Submit(new { Text = "**굵게** <script>alert(1)</script>" }, "미리 보기");
        Assert.Contains("alert(1)", page.TextOf("#preview"), StringComparison.Ordinal);
        Assert.False(page.Has("#preview script"));
        Assert.Empty(page.Errors);
    }

    /// <summary>A city of its own, for what would stand beside the complaints of the other tests as something similar.</summary>
    private static async Task<BoardApp> OpenAsync()
    {
        BoardApp own = new();
        await ((IAsyncLifetime)own).InitializeAsync();
        return own;
    }

    /// <summary>A category with a question, and the form for it as somebody has opened it.</summary>
    private async Task<(ComplaintCategory Category, CategoryQuestion Question, Page Opened)> OpenedWithQuestionAsync(string code)
    {
        ComplaintCategory category = new(code, new LocalText("신호등"), new LocalText(""), "signal", PetitionKind.Other, 9);
        category.GroupUnder(new LocalText("도로"));
        CategoryQuestion question = category.Ask("where", QuestionType.Text, new LocalText("어디에 있나요?"), new LocalText(""), true, []);
        await app.Use(async (CityDb db) =>
        {
            db.Add(category);
            await db.SaveChangesAsync();
        });
        return (category, question, await (await app.SignedIn(await app.Citizen())).Get($"/complaints/new?category={category.Id}"));
    }
}
