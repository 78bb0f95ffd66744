using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Areas.Accounts;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Accounts;

public sealed class SeenSessionsTests
{
    [Fact]
    public async Task A_session_in_use_is_remembered_without_a_command_and_written_beside_the_requests()
    {
        SqlCounter sql = new();
        await using App app = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(sql));
        Visitor citizen = await app.SignedIn(await app.Citizen());
        DateTime begun = app.Clock.UtcNow;
        await citizen.Get("/account/profile");
        int usual = await sql.CountAsync(() => citizen.Get("/account/profile"));

        app.Clock.Advance(Session.SeenEvery * 2);
        Assert.Equal(usual, await sql.CountAsync(() => citizen.Get("/account/profile")));
        Assert.Equal(begun, await SeenAsync(app));

        // Until it is written, the memory holds for this node: a session in use does not run out.
        TimeSpan idle = SessionLimits.IdleOf(isPersistent: false, isStaff: false);
        app.Clock.Advance(idle - Session.SeenEvery);
        Assert.True(await citizen.IsSignedIn());

        DateTime seen = app.Clock.UtcNow;
        await app.Use((CityDb db) => app.Services.GetRequiredService<SeenSessions>().WriteAsync(db, CancellationToken.None));
        Assert.Equal(seen, await SeenAsync(app));
        Assert.Equal(0, await sql.CountAsync(
            () => app.Use((CityDb db) => app.Services.GetRequiredService<SeenSessions>().WriteAsync(db, CancellationToken.None))));

        app.Clock.Advance(idle + TimeSpan.FromMinutes(1));
        Assert.False(await citizen.IsSignedIn());
    }

    private static Task<DateTime> SeenAsync(App app) => app.Use((CityDb db) => db.Sessions.Select(s => s.SeenAt).SingleAsync());
}
