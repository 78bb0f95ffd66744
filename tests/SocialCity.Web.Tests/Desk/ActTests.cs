using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Areas.Complaints.Acts;
using SocialCity.Web.Shared;
using SocialCity.Web.Tests.Mailing;

namespace SocialCity.Web.Tests.Desk;

/// <summary>What can be done to a complaint after it was filed, over HTTP.</summary>
public sealed class ActTests(App app) : IClassFixture<App>
{
    private const string Solved = "Solved";

    [Fact]
    public async Task A_complaint_goes_from_filing_to_a_confirmed_solution()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor officer = await app.SignedIn(city.Officer);
        Visitor manager = await app.SignedIn(city.Manager);
        Assert.Contains(number, (await officer.Get("/desk")).Text, StringComparison.Ordinal);

        Page page = await (await officer.Get($"/complaints/{number}")).Form("form[action$='/beginnings']").Submit();
        Assert.Equal("처리를 시작했습니다.", page.Flash);

        await Do(officer, number, "questions", new { Text = "학교 정문 쪽인가요?" });
        Assert.Equal(ComplaintState.Waiting, (await city.Read(number)).State);

        page = await citizen.Get($"/complaints/{number}/supplements");
        Assert.Contains("학교 정문 쪽인가요?", page.TextOf("main form [aria-labelledby=asked] .prose"), StringComparison.Ordinal);
        await page.Form().Submit(new { Text = "네, 정문 오른쪽입니다." });
        Assert.Equal(ComplaintState.InProgress, (await city.Read(number)).State);

        page = await Do(officer, number, "answers", new { Outcome = Solved, Text = "**오늘** 고쳤습니다." });
        Assert.Equal("답변을 등록했습니다.", page.Flash);
        await app.Deliver<Notice>();
        ReadMail mail = Assert.Single(Mails(), m => m.Subject.EndsWith($"민원에 답변했습니다 ({number})", StringComparison.Ordinal));
        Assert.Contains(city.Citizen.Email ?? "-", mail.Header("To"), StringComparison.Ordinal);
        Assert.Contains($"http://localhost/complaints/{number}", mail.Text, StringComparison.Ordinal);

        await Do(citizen, number, "reopenings", new { Text = "또 깨졌어요.", Satisfaction = "2" });
        Complaint reopened = await city.Read(number);
        Assert.Equal(ComplaintState.Reopened, reopened.State);
        Assert.True(reopened.ForManager);
        Assert.Equal("다시 처리", (await citizen.Get($"/complaints/{number}")).TextOf(".steps [aria-current=step]"));
        Assert.Contains(number, (await manager.Get("/desk?pile=manager")).Text, StringComparison.Ordinal);

        await Do(manager, number, "answers", new { Outcome = Solved, Text = "새 돌로 바꿨습니다." });
        await Do(citizen, number, "confirmations", new { Satisfaction = "5", Text = "고맙습니다." });
        Complaint confirmed = await city.Read(number);
        Assert.Equal(ComplaintState.Confirmed, confirmed.State);
        Assert.Equal(5, confirmed.Satisfaction);
    }

    [Fact]
    public async Task A_page_of_an_act_is_for_whom_the_table_offers_it()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        ComplaintState state = (await city.Read(number)).State;
        (Account? Account, ComplaintRoles Role)[] people =
        [
            (null, ComplaintRoles.None),
            (city.Citizen, ComplaintRoles.Petitioner),
            (await app.Citizen("이웃"), ComplaintRoles.None),
            (city.Officer, ComplaintRoles.Officer),
            (city.Manager, ComplaintRoles.Manager),
            (city.Gardener, ComplaintRoles.None),
        ];
        foreach ((Account? account, ComplaintRoles role) in people)
        {
            Visitor visitor = account is null ? app.Visitor() : await app.SignedIn(account);
            foreach (ComplaintAct act in Enum.GetValues<ComplaintAct>().Where(IsByPeople))
            {
                using HttpResponseMessage answer = await visitor.Http.GetAsync($"/complaints/{number}/{ActWords.PathOf(act)}");
                bool offered = ComplaintTransitions.Find(state, act) is { } row && (row.Who & role) != 0;
                Assert.True(answer.StatusCode == HttpStatusCode.OK == offered, $"{act} for {role}: {(int)answer.StatusCode}");
                if (account is not null && (ComplaintTransitions.WhoEver(act) & role) == 0)
                {
                    Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
                }
            }
        }
    }

    [Fact]
    public async Task A_private_complaint_does_not_exist_for_other_departments_and_citizens()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(isPrivate: true);
        Visitor gardener = await app.SignedIn(city.Gardener);
        Visitor neighbour = await app.SignedIn(await app.Citizen("이웃"));

        Assert.Equal(HttpStatusCode.NotFound, (await gardener.Get($"/complaints/{number}/answers")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await gardener.Get($"/complaints/{number}/petitioner")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Get($"/complaints/{number}/withdrawals")).Status);
    }

    [Fact]
    public async Task A_conflict_tells_what_happened_and_keeps_the_text_to_be_sent_again()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Page form = await officer.Get($"/complaints/{number}/answers");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Manager), number, "notes", new { Text = "제가 통화했습니다." });

        Page conflict = await form.Form().Submit(new { Outcome = Solved, Text = "한 시간 쓴 답변" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        Assert.Contains("내부 메모가 있습니다", conflict.Text, StringComparison.Ordinal);
        Assert.Equal("한 시간 쓴 답변", conflict.Form().Value("Text"));
        Assert.Equal(ComplaintState.Assigned, (await city.Read(number)).State);
        Assert.Equal("답변을 등록했습니다.", (await conflict.Form().Submit()).Flash);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_written_for_a_complaint_that_was_handed_on_meanwhile_is_not_lost(bool isPrivate)
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(isPrivate: isPrivate);
        Visitor officer = await app.SignedIn(city.Officer);
        Page form = await officer.Get($"/complaints/{number}/answers");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(
            await app.SignedIn(city.Manager), number, "transfers",
            new { To = FormattableString.Invariant($"department-{city.Parks.Id}"), Text = "공원 일입니다." });

        foreach (string button in (string[])["답변하기", "미리 보기"])
        {
            Page page = await form.Form().Submit(new { Outcome = "NotOurs", Owner = "한국전력공사", Text = "한 시간 쓴 답변" }, button);

            Assert.Equal(HttpStatusCode.Conflict, page.Status);
            Assert.Equal("한 시간 쓴 답변", page.One("#typed-text").TextContent.Trim());
            Assert.Equal("다른 기관의 일입니다", page.One("#typed-outcome").GetAttribute("value"));
            Assert.Equal("한국전력공사", page.One("#typed-owner").GetAttribute("value"));
            Assert.Equal(["결과", "답변", "맡은 기관"], page.TextsOf("main .field label"));
            Assert.Contains("그사이 다른 부서로 넘어간 민원입니다", page.Text, StringComparison.Ordinal);
        }

        // A stranger to it learns nothing by the same form.
        Visitor gardener = await app.SignedIn(isPrivate ? city.Officer : await app.Citizen("이웃"));
        Page fresh = await gardener.Get($"/complaints/{number}/answers");
        Assert.True(fresh.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{fresh.Status}");
    }

    [Theory]
    [InlineData("assignments")]
    [InlineData("transfers")]
    [InlineData("extensions")]
    public async Task Whoever_could_act_until_it_was_handed_on_is_told_so_and_gets_back_what_was_chosen(string path)
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor manager = await app.SignedIn(city.Manager);
        Page form = await manager.Get($"/complaints/{number}/{path}");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        string parks = FormattableString.Invariant($"department-{city.Parks.Id}");
        await Do(await app.SignedIn(city.Officer), number, "transfers", new { To = parks, Text = "공원 일입니다." });

        Page page = await form.Form().Submit(path switch
        {
            "assignments" => new { OfficerId = city.Officer.Id },
            "transfers" => new { To = parks, Text = "까닭" },
            _ => (object)new { Ground = "FactsOrSite", Text = "까닭" },
        });

        Assert.Equal(HttpStatusCode.Conflict, page.Status);
        Assert.Contains("그사이 다른 부서로 넘어간 민원입니다", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("은(는)", page.Text, StringComparison.Ordinal);
        (string field, string word) = path switch
        {
            "assignments" => ("officerid", city.Officer.DisplayName),
            "transfers" => ("to", city.Parks.Name.Ko),
            _ => ("ground", "사실이나 현장을 확인해야 합니다"),
        };
        Assert.Equal(word, page.One($"#typed-{field}").GetAttribute("value"));
    }

    [Fact]
    public async Task Who_could_not_act_before_it_was_handed_on_may_not_after()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        PageForm form = (await officer.Get($"/complaints/{number}/answers")).Form();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(
            await app.SignedIn(city.Manager), number, "transfers",
            new { To = FormattableString.Invariant($"department-{city.Parks.Id}"), Text = "공원 일입니다." });

        using HttpRequestMessage request = form.Request(new { Text = "다 고쳐졌어요" });
        request.RequestUri = new Uri($"/complaints/{number}/confirmations", UriKind.Relative);
        using HttpResponseMessage answer = await officer.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task A_change_that_the_timeline_does_not_tell_is_no_conflict()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Page form = await (await app.SignedIn(city.Officer)).Get($"/complaints/{number}/answers");
        await app.Use(async (CityDb db) =>
        {
            (await db.Complaints.SingleAsync(c => c.Number == number)).Warn(DueWarning.DueSoon);
            await db.SaveChangesAsync();
        });

        Assert.Equal("답변을 등록했습니다.", (await form.Form().Submit(new { Outcome = Solved, Text = "고쳤습니다." })).Flash);
    }

    [Fact]
    public async Task What_is_missing_is_told_beside_its_field_and_the_text_stays()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);

        Page page = await Do(officer, number, "answers", new { Outcome = "NotOurs", Text = "한전의 일입니다." });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["어느 기관이 맡은 일인지 써 주세요."], page.Errors);
        Assert.True(page.Has("#Form_Owner-error"));
        Assert.Equal("한전의 일입니다.", page.Form().Value("Text"));

        page = await Do(officer, number, "closings", new { Outcome = "Duplicate", Text = "같은 민원", DuplicateOf = number });
        Assert.Equal(["이 민원의 번호입니다. 같은 내용의 다른 민원 번호를 써 주세요."], page.Errors);

        page = await Do(officer, number, "extensions", new { Text = "바쁩니다." });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Has("#Form_Ground-error"));

        page = await Do(officer, number, "questions", new { Text = "  " });
        Assert.True(page.Has("#Form_Text-error"));
        Assert.Equal(ComplaintState.Assigned, (await city.Read(number)).State);
    }

    [Fact]
    public async Task Personal_data_in_the_name_of_another_body_is_pointed_out_where_that_name_will_stand()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        const string owner = "홍길동 010-9876-5432";

        Page page = await Do(officer, number, "answers", new { Outcome = "NotOurs", Owner = owner, Text = "다른 기관의 일입니다." });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("010-9876-5432", page.TextOf(".finding"), StringComparison.Ordinal);

        page = await page.Form().Submit(new { Outcome = Solved });
        Assert.Equal("답변을 등록했습니다.", page.Flash);
        Assert.Null((await city.Read(number)).OwnerElsewhere);
    }

    [Fact]
    public async Task A_preview_shows_the_answer_and_does_nothing()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        HttpRequestMessage request = (await officer.Get($"/complaints/{number}/answers")).Form().Request(new { Text = "**굵게**" });
        request.RequestUri = new Uri($"/complaints/{number}/answers/preview", UriKind.Relative);

        Page preview = await officer.Send(request);

        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Empty(preview.Errors);
        Assert.False(preview.Has(".error-summary"));
        Assert.True(preview.Has(".answer[tabindex='-1'][autofocus]"));
        Assert.Equal("굵게", preview.TextOf(".answer strong"));
        Assert.Equal("**굵게**", preview.Form().Value("Text"));
        Assert.Equal(ComplaintState.Assigned, (await city.Read(number)).State);
    }

    [Fact]
    public async Task A_transfer_goes_to_a_duty_and_out_of_sight()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(isPrivate: true);
        Visitor officer = await app.SignedIn(city.Officer);

        Page page = await Do(officer, number, "transfers", new { To = FormattableString.Invariant($"duty-{city.Trees.Id}"), Text = "가로수 일입니다." });

        Assert.Equal("/desk", page.Address);
        Complaint moved = await city.Read(number);
        Assert.Equal((city.Parks.Id, city.Trees.Id), (moved.DepartmentId, moved.DutyId));
        Assert.Equal(HttpStatusCode.NotFound, (await officer.Get($"/complaints/{number}")).Status);
        Assert.Contains(number, (await (await app.SignedIn(city.Gardener)).Get("/desk?pile=department")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_extension_needs_consent()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);

        Assert.NotEqual("", (await Do(officer, number, "extensions", new { Ground = "FactsOrSite", Text = "현장을 봅니다." })).Flash);
        Page refused = await Do(officer, number, "extensions", new { Ground = "FactsOrSite", Text = "한 번 더 봅니다." });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.True(refused.Has("#Form_Consents-error"));
        Assert.NotEqual("", (await Do(officer, number, "extensions", new { Ground = "FactsOrSite", Text = "동의를 받았습니다.", Consents = true })).Flash);
        Assert.Equal(2, (await city.Read(number)).ExtensionCount);
    }

    [Fact]
    public async Task Nobody_is_put_in_charge_who_is_no_official_of_the_department()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor manager = await app.SignedIn(city.Manager);
        HttpRequestMessage request = (await manager.Get($"/complaints/{number}/assignments")).Form().Request(new { OfficerId = city.Manager.Id });
        string body = request.Content is { } content ? await content.ReadAsStringAsync() : "";
        request.Content = new StringContent(
            body.Replace(
                FormattableString.Invariant($"OfficerId={city.Manager.Id}"),
                FormattableString.Invariant($"OfficerId={city.Gardener.Id}"),
                StringComparison.Ordinal),
            Encoding.UTF8,
            "application/x-www-form-urlencoded");

        Page page = await manager.Send(request);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.True(page.Has("#Form_OfficerId-error"));
        Assert.Equal(city.Officer.Id, (await city.Read(number)).OfficerId);
    }

    [Fact]
    public async Task Internal_notes_and_private_answers_leave_no_trace_for_the_public()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        await Do(officer, number, "notes", new { Text = "속닥속닥메모" });
        await Do(officer, number, "answers", new { Outcome = Solved, Text = "비밀답변입니다", IsPrivate = true });

        Page seenByAll = await app.Visitor().Get($"/complaints/{number}");
        Page seenByPetitioner = await (await app.SignedIn(city.Citizen)).Get($"/complaints/{number}");

        Assert.DoesNotContain("속닥속닥", seenByAll.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("비밀답변", seenByAll.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("속닥속닥", seenByPetitioner.Body, StringComparison.Ordinal);
        Assert.Contains("비밀답변", seenByPetitioner.Body, StringComparison.Ordinal);
        List<string> told = await app.Use((CityDb db) => db.Notices.Select(n => n.Data).ToListAsync());
        Assert.DoesNotContain(told, data => JsonText(data).Contains("속닥속닥", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Looking_at_the_petitioner_is_logged_once_an_hour()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(by: Petitioner.Guest("홍길동", "hong@nuri.example", "ko"));
        string subject = FormattableString.Invariant($"complaint:{(await city.Read(number)).Id}");
        Visitor officer = await app.SignedIn(city.Officer);
        Task<int> Looks() => app.Use((CityDb db) => db.AuditEntries.CountAsync(e =>
            e.Kind == AuditKind.Access && e.ActorId == city.Officer.Id && e.Subject == subject));

        Assert.DoesNotContain("홍길동", (await officer.Get($"/complaints/{number}")).Body, StringComparison.Ordinal);
        Assert.Equal(0, await Looks());
        Page page = await officer.Get($"/complaints/{number}/petitioner");
        Assert.Contains("홍길동", page.Text, StringComparison.Ordinal);
        Assert.Contains("hong@nuri.example", page.Text, StringComparison.Ordinal);
        await officer.Get($"/complaints/{number}/petitioner");
        Assert.Equal(1, await Looks());

        Visitor gardener = await app.SignedIn(city.Gardener);
        Assert.Equal(HttpStatusCode.Forbidden, (await gardener.Get($"/complaints/{number}/petitioner")).Status);
    }

    [Fact]
    public async Task A_guest_acts_through_the_link_of_the_mail()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(by: Petitioner.Guest("이손님", "son@nuri.example", "ko"));
        await Do(await app.SignedIn(city.Officer), number, "answers", new { Outcome = Solved, Text = "고쳤습니다." });
        await app.Deliver<Notice>();
        ReadMail mail = Mails().Single(m =>
            m.Header("To").Contains("son@nuri.example", StringComparison.Ordinal) && m.Subject.Contains("답변했습니다", StringComparison.Ordinal));
        string link = mail.Text.Split('\n').Single(line => line.StartsWith("http://localhost/complaints/follow", StringComparison.Ordinal));
        Visitor guest = app.Visitor();

        await guest.Get(new Uri(link).PathAndQuery);
        Page done = await Do(guest, number, "confirmations", new { Satisfaction = "4" });

        Assert.Equal("알려 주셔서 고맙습니다. 해결된 민원으로 남깁니다.", done.Flash);
        Assert.Equal(ComplaintState.Confirmed, (await city.Read(number)).State);
    }

    [Fact]
    public async Task Without_the_version_that_the_form_carries_nothing_is_done()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        foreach (string field in (string[])["Version", "Seen"])
        {
            HttpRequestMessage request = (await officer.Get($"/complaints/{number}/answers")).Form().Request(new { Outcome = Solved, Text = "고쳤습니다." });
            string body = request.Content is { } content ? await content.ReadAsStringAsync() : "";
            request.Content = new StringContent(
                body.Replace($"Form.{field}=", "Form.Other=", StringComparison.Ordinal), Encoding.UTF8, "application/x-www-form-urlencoded");

            Page page = await officer.Send(request);

            Assert.Equal(HttpStatusCode.BadRequest, page.Status);
            Assert.Single(page.Errors);
            Assert.Equal(ComplaintState.Assigned, (await city.Read(number)).State);
            Assert.Equal("고쳤습니다.", page.Form().Value("Text"));
        }
    }

    [Fact]
    public async Task A_refusal_is_shown_without_a_tick_and_every_fact_with_a_sign()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        await Do(officer, number, "answers", new { Outcome = "NotAccepted", Text = "사유지입니다." });

        Page page = await app.Visitor().Get($"/complaints/{number}");
        Assert.Equal("받아들이지 못했습니다", page.TextOf(".answer-head .badge"));
        Assert.False(page.Has(".answer-head .badge.success"));
        Assert.False(page.Has(".answer-head .badge svg"));
        Assert.False(page.Has(".timeline li.success"));
        page = await officer.Get($"/complaints/{number}/notes");
        Assert.True(page.Has(".timeline-mark svg"));
        Assert.False(page.Has(".timeline-mark:empty"));
    }

    [Fact]
    public async Task Each_error_in_the_number_of_a_duplicate_has_its_sentence_and_what_is_hidden_does_not_exist()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        string withdrawn = await city.File(title: "취하할 민원");
        await Do(await app.SignedIn(city.Citizen), withdrawn, "withdrawals", new { });
        string hidden = await city.File(isPrivate: true);
        Visitor officer = await app.SignedIn(city.Officer);
        await Do(officer, hidden, "transfers", new { To = FormattableString.Invariant($"department-{city.Parks.Id}"), Text = "공원 일입니다." });
        string[] said = await Task.WhenAll(new[] { "", number, "2099-999999", hidden, withdrawn }.Select(async other =>
            (await Do(officer, number, "closings", new { Outcome = "Duplicate", Text = "같은 민원", DuplicateOf = other })).Errors.Single()));

        Assert.Equal(said[2], said[3]);
        Assert.Equal(4, said.Distinct().Count());
        Assert.Equal(ComplaintState.Assigned, (await city.Read(number)).State);
    }

    [Fact]
    public async Task A_closed_duplicate_leads_to_the_complaint_that_carries_on()
    {
        DeskCity city = await DeskCity.Make(app);
        string survivor = await city.File(title: "먼저 낸 민원");
        string number = await city.File();
        await Do(await app.SignedIn(city.Officer), number, "closings", new { Outcome = "Duplicate", Text = "같은 민원", DuplicateOf = survivor });
        await app.Deliver<Notice>();

        ReadMail mail = Assert.Single(Mails(), m => m.Subject.EndsWith($"민원을 마쳤습니다 ({number})", StringComparison.Ordinal));
        Assert.Contains($"http://localhost/complaints/{survivor}", mail.Text, StringComparison.Ordinal);
        Page page = await app.Visitor().Get($"/complaints/{survivor}");
        Assert.Contains("같은 내용의 민원을 이 민원에 합쳤습니다", page.Text, StringComparison.Ordinal);
        Assert.Contains(number, page.TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_complaint_is_closed_upon_the_earlier_ones_and_each_criterion_is_kept_for_the_office()
    {
        DeskCity city = await DeskCity.Make(app);
        Visitor officer = await app.SignedIn(city.Officer);
        string[] earlier = [await city.File(title: "첫 번째"), await city.File(title: "두 번째")];
        foreach (string one in earlier)
        {
            await Do(officer, one, "answers", new { Outcome = Solved, Text = "고쳤습니다." });
        }

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        string number = await city.File(title: "세 번째");
        Page page = await Do(officer, number, "closings", new { Outcome = "Repeated", Text = "되풀이" });
        Assert.Equal(["같은 신청인이 앞서 낸 같은 내용의 민원 번호를 써 주세요."], page.Errors);
        page = await Do(officer, number, "closings", new { Outcome = "Repeated", Text = "되풀이", Earlier = earlier[0] });
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        page = await Do(officer, number, "closings", new { Outcome = "Repeated", Text = "되풀이", Earlier = string.Join(", ", earlier) });
        Assert.Equal("민원을 종결했습니다.", page.Flash);

        Assert.Contains(earlier[1], (await officer.Get($"/complaints/{number}")).TextOf(".timeline"), StringComparison.Ordinal);
        Assert.DoesNotContain(earlier[1], (await app.Visitor().Get($"/complaints/{number}")).TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_twice_is_said_to_be_sent_and_what_became_impossible_cannot_be_sent()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Page first = await officer.Get($"/complaints/{number}/answers");
        Page stale = await (await app.SignedIn(city.Manager)).Get($"/complaints/{number}/answers");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await first.Form().Submit(new { Outcome = Solved, Text = "고쳤습니다." });

        Page again = await first.Form().Submit(new { Outcome = Solved, Text = "고쳤습니다." });
        Page late = await stale.Form().Submit(new { Outcome = Solved, Text = "부서장의 답변" });

        Assert.Equal(HttpStatusCode.Conflict, again.Status);
        Assert.Contains("이미 보내셨습니다", again.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("이미 ‘답변 완료’입니다", late.Text, StringComparison.Ordinal);
        Assert.Equal("부서장의 답변", late.TextOf("#Form_Text"));
        Assert.All([again, late], page => Assert.False(page.Has("main form")));
    }

    [Fact]
    public async Task After_a_transfer_the_page_says_who_handed_it_on_and_why()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        await Do(
            await app.SignedIn(city.Officer), number, "transfers",
            new { To = FormattableString.Invariant($"department-{city.Parks.Id}"), Text = "가로수 뿌리 때문입니다." });

        Page page = await app.Visitor().Get($"/complaints/{number}");

        Assert.Contains("도로과에서 공원녹지과로 옮겼습니다", page.TextOf("aside"), StringComparison.Ordinal);
        Assert.Contains("가로수 뿌리 때문입니다.", page.TextOf("aside"), StringComparison.Ordinal);
        Assert.Contains("도로과에서 공원녹지과로 옮겼습니다", page.TextOf(".timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_private_second_answer_the_public_sees_the_first_as_an_earlier_one()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor citizen = await app.SignedIn(city.Citizen);
        await Do(await app.SignedIn(city.Officer), number, "answers", new { Outcome = Solved, Text = "첫 답변" });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(citizen, number, "reopenings", new { Text = "그대로예요.", Satisfaction = "1" });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Manager), number, "answers", new { Outcome = Solved, Text = "둘째 답변", IsPrivate = true });

        Page page = await app.Visitor().Get($"/complaints/{number}");
        string seenByAll = page.TextOf("#answer");
        string seenByPetitioner = (await citizen.Get($"/complaints/{number}")).TextOf("#answer");

        Assert.Contains("이전 답변", seenByAll, StringComparison.Ordinal);
        Assert.Contains("이 뒤에 드린 답변이 있습니다", seenByAll, StringComparison.Ordinal);
        Assert.DoesNotContain("만족도", seenByAll, StringComparison.Ordinal);
        Assert.DoesNotContain("GovernmentOrganization", page.Body, StringComparison.Ordinal);
        Assert.Contains("둘째 답변", seenByPetitioner, StringComparison.Ordinal);
        Assert.DoesNotContain("이전 답변", seenByPetitioner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_reopened_and_closed_shows_how_it_ended_and_the_answer_as_an_earlier_one()
    {
        DeskCity city = await DeskCity.Make(app);
        string survivor = await city.File(title: "먼저 낸 민원");
        string number = await city.File();
        await Do(await app.SignedIn(city.Officer), number, "answers", new { Outcome = Solved, Text = "첫 답변" });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Citizen), number, "reopenings", new { Text = "그대로예요.", Satisfaction = "1" });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Manager), number, "closings", new { Outcome = "Duplicate", Text = "같은 민원", DuplicateOf = survivor });

        Page page = await app.Visitor().Get($"/complaints/{number}");

        Assert.Contains("같은 민원이 있습니다", page.TextOf(".alert"), StringComparison.Ordinal);
        Assert.True(page.Has($".alert a[href='/complaints/{survivor}']"));
        Assert.Contains("이전 답변", page.TextOf("#answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("만족도", page.TextOf("#answer"), StringComparison.Ordinal);
        Assert.DoesNotContain("acceptedAnswer", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_closed_by_itself_or_was_withdrawn_after_its_answer_keeps_the_answer()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string silent = await city.File();
        string withdrawn = await city.File(title: "취하할 민원");
        foreach (string number in (string[])[silent, withdrawn])
        {
            await Do(await own.SignedIn(city.Officer), number, "answers", new { Outcome = Solved, Text = "고쳤습니다." });
        }

        await Do(await own.SignedIn(city.Citizen), withdrawn, "withdrawals", new { });
        own.Clock.Advance(TimeSpan.FromDays(15));
        await own.Use((ComplaintDeadlines deadlines) => deadlines.CloseSilentAsync(default));

        Page closed = await own.Visitor().Get($"/complaints/{silent}");
        Page taken = await own.Visitor().Get($"/complaints/{withdrawn}");
        Assert.False(closed.Has(".alert"));
        Assert.Contains("신청인이 취하했습니다", taken.TextOf(".alert"), StringComparison.Ordinal);
        Assert.All([closed, taken], page => Assert.DoesNotContain("이전 답변", page.TextOf("#answer"), StringComparison.Ordinal));
        Assert.All([closed, taken], page => Assert.Contains("acceptedAnswer", page.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_note_among_officials_is_no_conflict_for_the_petitioner_and_not_to_be_noticed()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor citizen = await app.SignedIn(city.Citizen);
        Page form = await citizen.Get($"/complaints/{number}/withdrawals");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Officer), number, "notes", new { Text = "통화해 보겠습니다." });

        string? seen = form.Form().Value("Seen");
        Assert.Equal(seen, (await citizen.Get($"/complaints/{number}/withdrawals")).Form().Value("Seen"));
        Assert.Equal("민원을 취하했습니다.", (await form.Form().Submit(new { })).Flash);
        Assert.Equal(ComplaintState.Closed, (await city.Read(number)).State);
    }

    [Fact]
    public async Task Results_told_in_the_complaint_itself_count_closings_of_substance_too()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor citizen = await app.SignedIn(city.Citizen);
        Visitor manager = await app.SignedIn(city.Manager);
        for (int i = 0; i < Repetition.ResultsLeast; i++)
        {
            Page refused = await Do(manager, number, "closings", new { Outcome = "Repeated", Text = "되풀이" });
            Assert.Equal(["같은 신청인이 앞서 낸 같은 내용의 민원 번호를 써 주세요."], refused.Errors);
            await Do(manager, number, "closings", new { Outcome = "NotAccepted", Text = "사유지입니다." });
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Do(citizen, number, "reopenings", new { Text = "그대로예요." });
        }

        Page closed = await Do(manager, number, "closings", new { Outcome = "Repeated", Text = "되풀이" });

        Assert.Equal("민원을 종결했습니다.", closed.Flash);
        Assert.Equal(ComplaintOutcome.Repeated, (await city.Read(number)).Outcome);
    }

    [Fact]
    public async Task Who_asks_names_a_day_and_the_petitioner_reads_it_everywhere()
    {
        await using App own = new();
        DeskCity city = await DeskCity.Make(own);
        string number = await city.File();
        Visitor officer = await own.SignedIn(city.Officer);
        Visitor citizen = await own.SignedIn(city.Citizen);
        Page form = await officer.Get($"/complaints/{number}/questions");
        // A week on lies Chuseok: the first working day after it.
        Assert.Equal("2026-09-28", form.Form().Value("ReplyBy"));

        Page refused = await form.Form().Submit(new { Text = "어느 쪽인가요?", ReplyBy = "2026-09-18" });
        Assert.Equal(["내일부터 90일 안의 날을 골라 주세요."], refused.Errors);
        Assert.True(refused.Has("#Form_ReplyBy-error"));
        refused = await refused.Form().Submit(new { ReplyBy = "" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("", refused.Form().Value("ReplyBy"));
        // A Saturday moves on as well.
        Assert.NotEqual("", (await refused.Form().Submit(new { ReplyBy = "2026-10-03" })).Flash);

        const string Day = "2026년 10월 6일 (화)";
        Page page = await citizen.Get($"/complaints/{number}");
        Assert.Contains(Day, page.TextOf("aside"), StringComparison.Ordinal);
        Assert.Contains($"신청인에게 {Day}까지 보완을 부탁했습니다", page.TextOf(".timeline"), StringComparison.Ordinal);
        Assert.Contains(Day, (await citizen.Get($"/complaints/{number}/supplements")).TextOf(".alert"), StringComparison.Ordinal);
        Assert.Contains($"{Day}까지 아래 내용을", (await citizen.Get("/account/notices")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("도담2동", "누리시 도담2동 새벽로 167", "누리시 도담2동 새벽로 167")]
    [InlineData("도담2동", "새벽로 167", "도담2동 새벽로 167")]
    [InlineData("도담2동", null, "도담2동")]
    [InlineData(null, "새벽로 167", "새벽로 167")]
    [InlineData(null, null, "")]
    public void The_dong_is_named_once(string? district, string? address, string expected) =>
        Assert.Equal(expected, ComplaintWords.PlaceOf(district is null ? null : new LocalText(district), address));

    [Theory]
    [InlineData("누리시 도담2동 새벽로 167", "누리시 도담2동 새벽로 167")]
    [InlineData("새벽로 167", "Dodam 2-dong 새벽로 167")]
    public void The_dong_is_named_once_also_for_who_reads_its_name_in_another_language(string address, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal(expected, ComplaintWords.PlaceOf(new LocalText("도담2동", "Dodam 2-dong"), address));
    }

    [Fact]
    public async Task An_extension_shows_the_new_date_and_asks_back_on_forbidden_grounds()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Page form = await officer.Get($"/complaints/{number}/extensions");
        string promised = form.TextOf(".alert time");
        Assert.False(form.Form().Has("Form.IsAnotherGround"));

        Page asked = await form.Form().Submit(new { Ground = "LikeReason", Text = "업무가 많습니다." });
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.True(asked.Has("#Form_IsAnotherGround-error"));
        Assert.Equal(0, (await city.Read(number)).ExtensionCount);
        Assert.NotEqual("", (await asked.Form().Submit(new { IsAnotherGround = true })).Flash);

        Assert.Equal(1, (await city.Read(number)).ExtensionCount);
        Page notes = await officer.Get($"/complaints/{number}/notes");
        Assert.Equal(promised, notes.TextOf("aside .card .meta time:has(+ br)"));
    }

    [Fact]
    public async Task An_official_does_not_act_upon_what_lies_with_the_manager()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Page form = await officer.Get($"/complaints/{number}/extensions");
        await app.Use(async (CityDb db) =>
        {
            await db.Complaints.Where(c => c.Number == number).ExecuteUpdateAsync(set => set.SetProperty(c => c.ForManager, true));
        });

        Page page = await form.Form().Submit(new { Ground = "FactsOrSite", Text = "현장을 봅니다." });

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Equal(0, (await city.Read(number)).ExtensionCount);
        Assert.False((await officer.Get($"/complaints/{number}")).Has("a[href$='/extensions']"));
        Assert.True((await (await app.SignedIn(city.Manager)).Get($"/complaints/{number}")).Has("a[href$='/extensions']"));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task Every_refusal_and_act_has_words_in_every_language(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        await app.Use((ActWords words) =>
        {
            string[] all =
            [
                .. Enum.GetValues<ComplaintRefusal>().Select(words.Of),
                .. Enum.GetValues<ComplaintAct>().Select(words.Past),
                .. Enum.GetValues<ComplaintAct>().Where(IsByPeople).SelectMany(a => new[] { words.Of(a), words.Explain(a, true), words.Explain(a, false), words.Done(a) }),
            ];
            Assert.DoesNotContain(all, text => text.Any(c => c is >= '가' and <= '힣'));
            return Task.CompletedTask;
        });
    }

    private static bool IsByPeople(ComplaintAct act) => ComplaintTransitions.WhoEver(act) != ComplaintRoles.System;

    [Fact]
    public async Task Who_reads_a_private_complaint_for_the_office_is_written_down_once_an_hour_and_its_petitioner_is_not()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(isPrivate: true);
        string open = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);

        await (await app.SignedIn(city.Citizen)).Get($"/complaints/{number}");
        await officer.Get($"/complaints/{open}");
        Assert.Empty(await ReadersAsync());
        await officer.Get($"/complaints/{number}");
        await officer.Get($"/complaints/{number}");

        Assert.Equal([($"complaint:{(await city.Read(number)).Id}", city.Officer.Id)], await ReadersAsync());

        Task<List<(string, long)>> ReadersAsync() => app.Use(async (CityDb db) => (await db.AuditEntries
            .Where(e => e.Action == "complaint.read" && (e.ActorId == city.Officer.Id || e.ActorId == city.Citizen.Id))
            .ToListAsync()).ConvertAll(e => (e.Subject, e.ActorId ?? 0)));
    }

    [Fact]
    public async Task A_colleague_reads_who_came_between_and_the_petitioner_does_not()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Visitor citizen = await app.SignedIn(city.Citizen);
        Page colleagues = await officer.Get($"/complaints/{number}/answers");
        Page petitioners = await citizen.Get($"/complaints/{number}/withdrawals");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Do(await app.SignedIn(city.Manager), number, "assignments", new { OfficerId = city.Officer.Id });

        Page told = await colleagues.Form().Submit(new { Outcome = Solved, Text = "고쳤습니다." });
        Page kept = await petitioners.Form().Submit();

        Assert.Equal(HttpStatusCode.Conflict, told.Status);
        Assert.Contains("다른 일이 있었습니다", told.TextOf(".alert"), StringComparison.Ordinal);
        Assert.Contains("최부장", told.TextOf(".alert"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.DoesNotContain("최부장", kept.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_department_where_nobody_works_is_not_offered_for_a_transfer()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Department small = await app.Department($"small-{Guid.NewGuid():N}"[..18], "작은 부서");
        Account last = await app.Official(Right.Official, small.Id);
        Visitor officer = await app.SignedIn(city.Officer);
        Page page = await officer.Get($"/complaints/{number}/transfers");
        await app.Use((CityDb db) => db.Users.Where(a => a.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.DisabledAt, app.Clock.UtcNow)));

        Page refused = await page.Form().Submit(new { To = $"department-{small.Id}", Text = "그 부서의 일입니다." });

        Assert.Contains("작은 부서", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("작은 부서", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(city.Roads.Id, (await city.Read(number)).DepartmentId);
    }

    [Fact]
    public async Task What_ended_is_no_more_said_to_lie_with_the_manager()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        Visitor citizen = await app.SignedIn(city.Citizen);
        await Do(officer, number, "answers", new { Outcome = Solved, Text = "고쳤습니다." });
        await Do(citizen, number, "reopenings", new { Text = "또 깨졌어요." });
        Assert.Contains("부서장이 살펴보는", (await officer.Get($"/complaints/{number}")).Text, StringComparison.Ordinal);

        await Do(await app.SignedIn(city.Manager), number, "answers", new { Outcome = Solved, Text = "다시 고쳤습니다." });

        Assert.DoesNotContain("부서장이 살펴보는", (await officer.Get($"/complaints/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anybody_looked_nobody_is_said_to_have_sorted_it()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        await app.Use((CityDb db) => db.Complaints.Where(c => c.Number == number).ExecuteUpdateAsync(set => set
            .SetProperty(c => c.RouteReason.Ko, "").SetProperty(c => c.OfficerId, (long?)null).SetProperty(c => c.State, ComplaintState.Received)));

        Page before = await app.Visitor().Get($"/complaints/{number}");
        await Do(await app.SignedIn(city.Manager), number, "assignments", new { OfficerId = city.Officer.Id });
        Page after = await app.Visitor().Get($"/complaints/{number}");

        Assert.Contains("사람이 살펴보고 나눕니다", before.Text, StringComparison.Ordinal);
        Assert.Contains("사람이 살펴보고 나누었습니다", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_official_is_no_handler_of_their_own_complaint_nor_offered_as_one()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File(by: Petitioner.Of(city.Officer));
        Visitor filer = await app.SignedIn(city.Officer);

        Page assigning = await (await app.SignedIn(city.Manager)).Get($"/complaints/{number}/assignments");

        Assert.Null((await city.Read(number)).OfficerId);
        Assert.Equal(HttpStatusCode.Forbidden, (await filer.Get($"/complaints/{number}/assignments")).Status);
        Assert.DoesNotContain("박도로", assigning.TextOf("select"), StringComparison.Ordinal);
        Assert.Contains("최부장", assigning.TextOf("select"), StringComparison.Ordinal);
    }

    private static async Task<Page> Do(Visitor visitor, string number, string act, object values) =>
        await (await visitor.Get($"/complaints/{number}/{act}")).Form().Submit(values);

    private static string JsonText(string data) =>
        string.Concat((System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, string>>(data) ?? []).Values);

    private IReadOnlyList<ReadMail> Mails() => ReadMail.AllIn(Path.Combine(app.Folder, "mail"));
}
