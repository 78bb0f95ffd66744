using System.Net;

namespace SocialCity.Web.Tests.Shared;

public sealed class DesignTests(DevelopmentApp app) : IClassFixture<DevelopmentApp>
{
    [Fact]
    public async Task An_invalid_form_comes_back_with_all_errors_and_all_that_was_typed()
    {
        var page = await app.Visitor().Get("/design");

        page = await page.Form().Submit(new
        {
            Title = "가로등 <b>",
            Email = "누리",
            Score = "아홉",
            Kind = "light",
            Notices = new[] { "road" },
            Agreed = true,
        });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(
            [
                "내용을 입력해 주세요.",
                "이메일은 name@example.com처럼 써 주세요.",
                "‘만족도’ 칸에 쓴 내용을 알아볼 수 없습니다: 아홉",
                "구를 입력해 주세요.",
            ],
            page.Errors);
        Assert.StartsWith("오류: ", page.Document.Title, StringComparison.Ordinal);
        Assert.Equal("가로등 <b>", page.Form().Value("Title"));
        Assert.Equal("아홉", page.Form().Value("Score"));
        Assert.Equal(["light", "road", "true"], page.Document.QuerySelectorAll("main form :checked[value]:not(option)").Select(box => box.GetAttribute("value")));
        Assert.Equal("true", page.One("#Form_Text").GetAttribute("aria-invalid"));
        Assert.Contains("Form_Text-error", page.One("#Form_Text").GetAttribute("aria-describedby") ?? "", StringComparison.Ordinal);
        Assert.Equal("#Form_Text", page.Document.QuerySelector(".error-summary a")?.GetAttribute("href"));
    }

    [Theory]
    [InlineData("en", "Please fill in “내용”.")]
    [InlineData("ja", "내용を入力してください。")]
    public async Task Messages_speak_the_language_of_the_page(string language, string expected)
    {
        var page = await app.Visitor(language).Get("/design");

        page = await page.Form().Submit(new { Title = "a" });

        Assert.Contains(expected, page.Errors);
    }

    [Fact]
    public async Task A_valid_form_is_followed_by_a_page_that_says_so_once()
    {
        var visitor = app.Visitor();
        var page = await visitor.Get("/design");

        page = await page.Form().Submit(new
        {
            Title = "가로등",
            Text = "꺼졌어요",
            Kind = "light",
            District = "road",
            Day = new DateOnly(2026, 9, 18),
            Photos = new Upload("a.png", "image/png", [1, 2, 3]),
        });

        Assert.Equal("/design", Assert.Single(page.Redirects));
        Assert.Contains("저장했습니다.", page.Flash, StringComparison.Ordinal);
        Assert.Equal("", (await visitor.Get("/design")).Flash);
    }

    [Fact]
    public async Task A_field_says_what_it_wants()
    {
        var page = await app.Visitor().Get("/design");

        Assert.Equal("100", page.One("#Form_Title").GetAttribute("maxlength"));
        Assert.True(page.One("#Form_Title").HasAttribute("required"));
        Assert.False(page.One("#Form_Email").HasAttribute("required"));
        Assert.Equal("email", page.One("#Form_Email").GetAttribute("type"));
        Assert.Equal("numeric", page.One("#Form_Score").GetAttribute("inputmode"));
        Assert.Equal("date", page.One("#Form_Day").GetAttribute("type"));
        Assert.Equal("TEXTAREA", page.One("#Form_Text").TagName);
        Assert.False(page.One("#Form_Text").HasAttribute("maxlength"), "A browser would cut a pasted text without a word.");
        Assert.True(page.One("#Form_Photos").HasAttribute("multiple"));
        Assert.Equal("FIELDSET", page.One("#Form_Kind").TagName);
    }
}
