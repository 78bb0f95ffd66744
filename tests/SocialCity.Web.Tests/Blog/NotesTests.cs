using System.Net;
using SocialCity.Accounts;

namespace SocialCity.Web.Tests.Blog;

/// <summary>What officials write on pages of their own.</summary>
public sealed class NotesTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("notes")]
    [InlineData("introduction")]
    public async Task What_looks_like_personal_data_is_pointed_out_before_everybody_reads_it(string form)
    {
        Visitor official = await app.SignedIn(await app.Official(Right.Official, (await app.Department(form)).Id));
        Page asked = await (await official.Get($"/account/page/{form}")).Form().Submit(new { Text = "문의는 010-1234-5678 번으로 주세요." });
        Assert.Equal(HttpStatusCode.BadRequest, asked.Status);
        Assert.Equal("010-1234-5678", asked.TextOf("mark"));

        Page own = await asked.Form().Submit(new { PersonalData = "Mask" });
        Assert.Equal(HttpStatusCode.OK, own.Status);
        Assert.Contains("문의는", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", own.Text, StringComparison.Ordinal);
    }
}
