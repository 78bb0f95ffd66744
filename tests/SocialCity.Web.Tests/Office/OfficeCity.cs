using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Time;

namespace SocialCity.Web.Tests.Office;

/// <summary>One of each thing that the office edits, and an administrator.</summary>
public sealed record OfficeCity(
    Account Admin, Department Department, Duty Duty, AnswerTemplate Template, ComplaintCategory Category, CategoryQuestion Question, District District, RoutingRule Rule)
{
    /// <summary>The forms that change something, with the fields of one line or many in them.</summary>
    public static IReadOnlyList<string> Forms { get; } = ["department", "duty", "template", "category", "question", "district", "rule", "city"];

    /// <summary>The page of a form of <see cref="Forms"/>.</summary>
    public string PathOf(string form) => form switch
    {
        "department" => $"/office/departments/{Department.Id}",
        "duty" => $"/office/departments/{Department.Id}/duties/{Duty.Id}",
        "template" => $"/office/departments/{Department.Id}/templates/{Template.Id}",
        "category" => $"/office/categories/{Category.Id}",
        "question" => $"/office/categories/{Category.Id}/questions/{Question.Id}",
        "district" => $"/office/districts/{District.Id}",
        "rule" => $"/office/rules/{Rule.Id}",
        _ => "/office/city",
    };

    public static async Task<OfficeCity> Make(App app)
    {
        string mark = Guid.NewGuid().ToString("N")[..8];
        Account admin = await app.Official(Right.Administrator);
        Department department = await app.Department($"park-{mark}", "공원과");
        return await app.Use(async (CityDb db) =>
        {
            Duty duty = new(department.Id, new LocalText("나무"), "02-120", null);
            AnswerTemplate template = new(department.Id, "나뭇가지", "나뭇가지를 치웠습니다.");
            ComplaintCategory category = new($"tree-{mark}", new LocalText("나무"), new LocalText(""), "tree", PetitionKind.Other, 1);
            category.GroupUnder(new LocalText("공원"));
            CategoryQuestion question = category.Ask("height", QuestionType.Text, new LocalText("높이"), new LocalText(""), false, []);
            category.Ask("kind", QuestionType.Text, new LocalText("나무의 종류"), new LocalText(""), false, []);
            District district = new($"d-{mark}", new LocalText("누리1동"), Boundary.Parse("37.4,126.8 37.4,126.9 37.5,126.9 37.5,126.8"), 1);
            db.AddRange(duty, template, category, district);
            await db.SaveChangesAsync();
            RoutingRule rule = new(1, "나무 규칙", new RoutingConditions(category.Id, null, "", null, null), duty.Id, new LocalText("나무는 공원과가 맡습니다."));
            db.Add(rule);
            await db.SaveChangesAsync();
            return new OfficeCity(admin, department, duty, template, category, question, district, rule);
        });
    }
}
