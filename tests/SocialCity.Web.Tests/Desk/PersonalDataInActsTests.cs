using System.Net;
using SocialCity.Complaints;

namespace SocialCity.Web.Tests.Desk;

/// <summary>What is written under a complaint is looked through like the complaint itself.</summary>
public sealed class PersonalDataInActsTests(App app) : IClassFixture<App>
{
    private const string Written = "제 번호 900101-1234568 로 알아봐 주세요. 전화는 010-1234-5678 입니다.";

    [Fact]
    public async Task A_resident_number_never_stands_in_the_open()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await Answered(city);
        Visitor citizen = await app.SignedIn(city.Citizen);

        Page form = await citizen.Get($"/complaints/{number}/reopenings");
        Page asked = await form.Form().Submit(new { Text = Written });

        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Contains("900101-1234568", asked.TextOf(".finding"), StringComparison.Ordinal);
        Assert.Equal(["Mask"], asked.Document.QuerySelectorAll("input[name='Form.PersonalData']").Select(i => i.GetAttribute("value")));
        Assert.Equal(ComplaintState.Answered, (await city.Read(number)).State);

        // As it is, it is not taken, whatever is posted.
        HttpRequestMessage forced = asked.Form().Request(new { Text = Written, PersonalData = "Mask" });
        forced.Content = new StringContent(
            (await (forced.Content ?? throw new InvalidOperationException()).ReadAsStringAsync()).Replace("PersonalData=Mask", "PersonalData=PublishAsIs", StringComparison.Ordinal),
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.BadRequest, (await citizen.Send(forced)).Status);

        await asked.Form().Submit(new { Text = Written, PersonalData = "Mask" });

        string shown = (await app.Visitor().Get($"/complaints/{number}")).Text;
        Assert.Contains("●●●●●●-●●●●●●●", shown, StringComparison.Ordinal);
        Assert.Contains("010-●●●●-●●●●", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("1234568", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supplement_keeps_the_telephone_for_the_office_and_no_resident_number()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        await (await officer.Get($"/complaints/{number}")).Form("form[action$='/beginnings']").Submit();
        await (await officer.Get($"/complaints/{number}/questions")).Form().Submit(new { Text = "연락처를 알려 주시겠어요?" });
        Visitor citizen = await app.SignedIn(city.Citizen);

        Page asked = await (await citizen.Get($"/complaints/{number}/supplements")).Form().Submit(new { Text = Written });
        Assert.Contains("900101-1234568", asked.TextOf(".finding"), StringComparison.Ordinal);
        Assert.DoesNotContain("010-1234-5678", asked.TextOf(".finding"), StringComparison.Ordinal);
        await asked.Form().Submit(new { Text = Written, PersonalData = "Mask" });

        string? stored = (await city.Read(number)).Events.Single(e => e.Act == ComplaintAct.Supply).Text;
        Assert.Equal("제 번호 ●●●●●●-●●●●●●● 로 알아봐 주세요. 전화는 010-1234-5678 입니다.", stored);
    }

    [Fact]
    public async Task An_official_decides_on_a_telephone_number_in_an_answer()
    {
        DeskCity city = await DeskCity.Make(app);
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        await (await officer.Get($"/complaints/{number}")).Form("form[action$='/beginnings']").Submit();
        Page form = await officer.Get($"/complaints/{number}/answers");
        const string answer = "시공사 소장 010-9876-5432 와 함께 고쳤습니다.";

        Page asked = await form.Form().Submit(new { Outcome = "Solved", Text = answer }, button: "답변하기");
        Assert.Equal(["Mask", "PublishAsIs"], asked.Document.QuerySelectorAll("input[name='Form.PersonalData']").Select(i => i.GetAttribute("value")));
        await asked.Form().Submit(new { Outcome = "Solved", Text = answer, PersonalData = "PublishAsIs" }, button: "답변하기");

        Assert.Contains("010-9876-5432", (await app.Visitor().Get($"/complaints/{number}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_leads_to_its_complaint_for_whom_it_exists()
    {
        DeskCity city = await DeskCity.Make(app);
        string open = await city.File();
        string secret = await city.File(isPrivate: true);

        Assert.Equal($"/complaints/{open}", (await app.Visitor().Get($"/search?q={open}")).Address);
        Assert.Equal($"/complaints/{open}", (await app.Visitor().Get($"/complaints?q=%20{open}")).Address);
        Assert.StartsWith("/search", (await app.Visitor().Get($"/search?q={secret}")).Address, StringComparison.Ordinal);
        Assert.Equal($"/complaints/{secret}", (await (await app.SignedIn(city.Citizen)).Get($"/search?q={secret}")).Address);
    }

    private async Task<string> Answered(DeskCity city)
    {
        string number = await city.File();
        Visitor officer = await app.SignedIn(city.Officer);
        await (await officer.Get($"/complaints/{number}")).Form("form[action$='/beginnings']").Submit();
        await (await officer.Get($"/complaints/{number}/answers")).Form().Submit(new { Outcome = "Solved", Text = "고쳤습니다." }, button: "답변하기");
        return number;
    }
}
