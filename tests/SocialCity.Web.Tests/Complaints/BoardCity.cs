using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Web.Tests.Complaints;

/// <summary>The application with a small city: one dong, a department for the roads and one that sorts, categories with and without questions, a rule.</summary>
public sealed partial class BoardApp : App, IAsyncLifetime
{
    public SqlCounter Sql { get; } = new();

    public long Pavement { get; private set; }

    public long Lamps { get; private set; }

    public long District { get; private set; }

    public long Roads { get; private set; }

    public long Question { get; private set; }

    public async Task InitializeAsync()
    {
        With(services => Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton<
            Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptionsConfiguration<CityDb>>(services, Sql));
        Roads = (await this.Department("roads", "도로과")).Id;
        await this.Sort(await this.Department("civil", "민원과"));
        await Use<CityDb>(async db =>
        {
            District dong = new("d1", new LocalText("누리1동", "Nuri 1-dong", "ヌリ1洞"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9 37.5,126.8"), 1);
            ComplaintCategory pavement = new("pavement", new LocalText("보도·차도"), new LocalText("깨진 곳"), "road", PetitionKind.Other, 1);
            ComplaintCategory lamps = new("lamps", new LocalText("가로등"), new LocalText("꺼진 등"), "light", PetitionKind.Other, 2);
            CategoryQuestion question = lamps.Ask("pole", QuestionType.Text, new LocalText("등 번호"), new LocalText(""), true, []);
            Duty duty = new(Roads, new LocalText("포장"), "02-120", null);
            db.AddRange(dong, pavement, lamps, duty);
            await db.SaveChangesAsync();
            db.Add(new RoutingRule(
                1, "보도", new RoutingConditions(pavement.Id, null, "", null, null), duty.Id, new LocalText("보도와 차도는 도로과가 맡습니다.")));
            await db.SaveChangesAsync();
            (Pavement, Lamps, District, Question) = (pavement.Id, lamps.Id, dong.Id, question.Id);
        });
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();

    /// <summary>What a person fills in who has nothing unusual to say.</summary>
    public Dictionary<string, object?> Entries(string title = "보도블록이 깨졌어요", string text = "초등학교 앞 보도블록이 깨져 아이들이 넘어집니다.") => new()
    {
        ["CategoryId"] = Pavement,
        ["Title"] = title,
        ["Text"] = text,
        ["DistrictId"] = District,
        ["Address"] = "누리로 12",
    };

    /// <summary>Opens the form and files; offers of similar complaints are declined.</summary>
    public static async Task<Page> FileAsync(Visitor visitor, IDictionary<string, object?> entries)
    {
        Page page = await visitor.Get("/complaints/new");
        page = await page.Form("form#complaint").Submit(entries, "신청하기");
        return page.Has("#similar-stop") ? await page.Form("form#complaint").Submit(null, "신청하기") : page;
    }

    public Task<Complaint> ComplaintAsync(string title) => Use<CityDb, Complaint>(db => db.Complaints.AsNoTracking()
        .Include(c => c.Photos).Include(c => c.Replies).SingleAsync(c => c.Title == title));

    public Task<int> CountAsync(string title) => Use<CityDb, int>(db => db.Complaints.CountAsync(c => c.Title == title));

    public static string NumberOn(Page page) => Number().Match(page.Text).Value;

    [GeneratedRegex(@"\d{4}-\d{6}", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    public static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
