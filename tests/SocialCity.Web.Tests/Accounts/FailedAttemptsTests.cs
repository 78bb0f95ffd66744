using System.Globalization;
using System.Net;
using System.Text;
using SocialCity.Accounts;

namespace SocialCity.Web.Tests.Accounts;

public sealed class FailedAttemptsTests
{
    private const string Wrong = "wrong passphrase here";

    [Fact]
    public async Task A_town_hall_behind_one_address_signs_in_as_often_as_it_likes()
    {
        await using App app = new App().With("RateLimits:SignIn:Permits", "2").With("RateLimits:SignInOfAccount:Permits", "1");
        for (int i = 0; i < 5; i++)
        {
            Assert.True(await (await app.SignedIn(await app.Citizen())).IsSignedIn());
        }
    }

    [Fact]
    public async Task One_passphrase_tried_on_many_accounts_is_stopped_with_the_time_to_wait()
    {
        await using App app = new App().With("RateLimits:SignIn:Permits", "2").With("RateLimits:SignIn:Seconds", "3600");
        Account own = await app.Citizen();
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().SignIn(await app.Citizen(), password: Wrong)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await app.Visitor().SignIn(await app.Citizen(), password: Wrong)).Status);

        Page refused = await app.Visitor().SignIn(own);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.InRange(refused.Response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 3600);
        Assert.NotEmpty(refused.Heading);
    }

    [Fact]
    public async Task Many_passphrases_tried_on_one_account_are_stopped_and_the_neighbour_is_not()
    {
        await using App app = new App().With("RateLimits:SignInOfAccount:Permits", "2").With("RateLimits:SignInOfAccount:Seconds", "3600");
        Account tried = await app.Citizen();
        Account neighbour = await app.Citizen();
        await app.Visitor().SignIn(tried, password: Wrong);
        await app.Visitor().SignIn(tried, password: Wrong);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.Visitor().SignIn(tried)).Status);
        Assert.True(await (await app.SignedIn(neighbour)).IsSignedIn());
    }

    [Theory]
    [InlineData("Form.Email={0}&Form.Email=other{1}@example.com", "")]
    [InlineData("", "&Form.Email={0}&other{1}=")]
    [InlineData("Form[Email]={0}&other{1}=", "")]
    public async Task However_the_address_is_sent_it_is_the_one_that_is_tried_which_counts(string body, string query)
    {
        await using App app = new App().With("RateLimits:SignInOfAccount:Permits", "2").With("RateLimits:SignInOfAccount:Seconds", "3600");
        Account tried = await app.Citizen();
        Visitor visitor = app.Visitor();
        string token = (await visitor.Get("/account/sign-in")).Form(People.SignInForm).Value("__RequestVerificationToken");
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 3; i++)
        {
            string email = Uri.EscapeDataString(tried.Email ?? "");
            using HttpRequestMessage request = new(HttpMethod.Post, "/account/sign-in?attempt=1" + string.Format(CultureInfo.InvariantCulture, query, email, i))
            {
                Content = new StringContent(
                    $"{string.Format(CultureInfo.InvariantCulture, body, email, i)}&Form.Password=wrong+passphrase&__RequestVerificationToken={Uri.EscapeDataString(token)}",
                    Encoding.UTF8,
                    "application/x-www-form-urlencoded"),
            };
            answers.Add((await visitor.Send(request)).Status);
        }

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("/account/confirm", "Form.Link.")]
    [InlineData("/account/reset", "Link.")]
    [InlineData("/account/email/confirm", "")]
    public async Task A_link_that_opens_nothing_counts_as_a_failure(string address, string prefix)
    {
        await using App app = new App().With("RateLimits:SignIn:Permits", "2").With("RateLimits:SignIn:Seconds", "3600");
        Visitor visitor = app.Visitor();
        string token = (await visitor.Get("/account/forgotten")).Form().Value("__RequestVerificationToken");
        List<HttpStatusCode> answers = [];
        for (int i = 0; i < 3; i++)
        {
            using HttpRequestMessage request = new(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                [
                    new($"{prefix}Id", "1"), new($"{prefix}Token", "made-up"), new($"{prefix}Email", "a@example.com"), new("Form.Password", Wrong), new("Password", Wrong),
                    new("__RequestVerificationToken", token),
                ]),
            };
            answers.Add((await visitor.Send(request)).Status);
        }

        Assert.Equal([HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.TooManyRequests], answers);
    }
}
