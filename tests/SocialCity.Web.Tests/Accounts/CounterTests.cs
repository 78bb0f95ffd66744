using System.Net;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Accounts;

public sealed class CounterTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task An_official_vouches_for_the_person_whose_address_and_code_they_are_shown()
    {
        var citizen = await app.Citizen("본인");
        var theirs = await app.SignedIn(citizen);
        string code = (await theirs.Get("/account/counter-code")).TextOf("main .figure-value");
        var official = await app.Official(Right.Official, (await app.Department()).Id);
        var counter = await app.SignedIn(official);

        var page = await (await counter.Get("/account/counter")).Form().Submit(new { citizen.Email, Code = code, Document = "Passport", Seen = true });
        Assert.Equal("본인 님을 본인으로 확인했습니다.", page.Flash);

        // With the next request, without signing in again.
        Assert.Contains("본인 확인", (await theirs.Get("/account/rights")).TextOf("main .badge"), StringComparison.Ordinal);
        var entry = await app.Use<CityDb, AuditEntry>(db => db.AuditEntries.SingleAsync(e => e.Subject == $"account:{citizen.Id}" && e.Action == SignInActions.Vouched));
        Assert.Equal((AuditKind.Access, official.Id, "Passport"), (entry.Kind, entry.ActorId, entry.Details));
    }

    [Fact]
    public async Task Without_the_code_an_official_learns_nothing_of_an_address()
    {
        var citizen = await app.Citizen();
        var counter = await app.SignedIn(await app.Official(Right.Official, (await app.Department()).Id));
        var known = await (await counter.Get("/account/counter")).Form().Submit(new { citizen.Email, Code = "123456", Document = "Passport", Seen = true });
        var unknown = await (await counter.Get("/account/counter")).Form().Submit(new { Email = "nobody@example.com", Code = "123456", Document = "Passport", Seen = true });

        Assert.Equal(HttpStatusCode.BadRequest, known.Status);
        Assert.Equal(unknown.Errors, known.Errors);
        // The log, which the official does not read, says on whose account it was tried.
        Assert.Equal(
            1, await app.Use<CityDb, int>(db => db.AuditEntries.CountAsync(e => e.Subject == $"account:{citizen.Id}" && e.Action == SignInActions.VouchRefused)));
        Assert.Equal(IdentityLevel.EmailConfirmed, (await app.Use<CityDb, Account>(db => db.Users.SingleAsync(a => a.Id == citizen.Id))).Level);
    }

    [Fact]
    public async Task Nobody_vouches_for_themself()
    {
        var official = await app.Official(Right.Official, (await app.Department()).Id);
        string code = await app.Use<CounterVerification, string>(async counter => await counter.CodeFor(official));
        var (account, refusal) = await app.Use<CounterVerification, (Account?, VouchRefusal?)>(counter =>
            counter.VouchAsync(official.Email ?? "", code, IdentityDocument.Passport, official.Id, null, CancellationToken.None));
        Assert.Null(account);
        Assert.Equal(VouchRefusal.OwnAccount, refusal);
    }
}

public sealed class RightsChangingTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_change_of_rights_needs_a_reason_a_living_department_and_something_to_change()
    {
        var account = await app.Citizen();
        var department = await app.Department();
        Assert.Equal(RightsRefusal.ReasonMissing, await Grant(account.Id, Right.Editor, null, " "));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await Grant(account.Id, Right.Official, null));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await Grant(account.Id, Right.Official, 999));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await Grant(account.Id, Right.Editor, department.Id));
        Assert.Equal(RightsRefusal.NoSuchAccount, await Grant(999, Right.Editor, null));
        Assert.Null(await Grant(account.Id, Right.Official, department.Id));
        Assert.Equal(RightsRefusal.AlreadyHeld, await Grant(account.Id, Right.Official, department.Id));
        Assert.Equal(RightsRefusal.NotHeld, await Revoke(999));
    }

    [Fact]
    public async Task Each_change_leaves_history_an_audit_entry_and_a_notice()
    {
        var account = await app.Official(Right.Editor);
        Assert.Null(await Revoke(await GrantOf(account)));
        await app.Use<CityDb>(async db =>
        {
            Assert.Equal("Left", (await db.RightGrants.SingleAsync(g => g.AccountId == account.Id)).RevokeReason);
            Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Kind == AuditKind.Rights && e.Subject == $"account:{account.Id}"));
            Assert.Equal(2, await db.Notices.CountAsync(n => n.AccountId == account.Id));
        });
    }

    [Fact]
    public async Task The_last_administrator_stays_even_when_two_take_the_right_from_each_other_at_once()
    {
        await using App own = new();
        var first = await own.Official(Right.Administrator);
        var second = await own.Official(Right.Administrator);
        long[] grants = await own.Use<CityDb, long[]>(db => db.RightGrants.Select(g => g.Id).ToArrayAsync());
        var results = await Task.WhenAll(grants.Select(grant => own.Use<RightsChanging, RightsRefusal?>(rights =>
            rights.RevokeAsync(grant, first.Id, null, "Left", CancellationToken.None))));

        Assert.Equal([RightsRefusal.LastAdministrator], results.OfType<RightsRefusal>());
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task An_administrator_stays_even_when_two_disable_each_other_at_once()
    {
        await using App own = new();
        var first = await own.Official(Right.Administrator);
        var second = await own.Official(Right.Administrator);
        var results = await Task.WhenAll(
            own.Use<AccountDisabling, DisablingRefusal?>(disabling => disabling.DisableAsync(first.Id, second.Id, null, "Gone", CancellationToken.None)),
            own.Use<AccountDisabling, DisablingRefusal?>(disabling => disabling.DisableAsync(second.Id, first.Id, null, "Gone", CancellationToken.None)));

        Assert.Equal([DisablingRefusal.LastAdministrator], results.OfType<DisablingRefusal>());
        Assert.Equal(1, await own.Use<CityDb, int>(db => db.Users.CountAsync(a => a.DisabledAt == null)));
    }

    private Task<RightsRefusal?> Grant(long account, Right right, long? department, string reason = "Joined") =>
        app.Use<RightsChanging, RightsRefusal?>(rights => rights.GrantAsync(account, right, department, null, null, reason, CancellationToken.None));

    private Task<RightsRefusal?> Revoke(long grant) =>
        app.Use<RightsChanging, RightsRefusal?>(rights => rights.RevokeAsync(grant, null, null, "Left", CancellationToken.None));

    private Task<long> GrantOf(Account account) =>
        app.Use<CityDb, long>(db => db.RightGrants.Where(g => g.AccountId == account.Id).Select(g => g.Id).SingleAsync());
}
