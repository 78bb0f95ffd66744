using System.Net;
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
}
