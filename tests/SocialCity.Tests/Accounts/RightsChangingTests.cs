using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Tests.Accounts;

public sealed class RightsChangingTests
{
    private const long ById = 77;

    [Theory]
    [InlineData(Right.Official)]
    [InlineData(Right.Editor)]
    public async Task A_right_that_is_given_stands_in_the_history_the_audit_log_and_a_notice(Right right)
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.PersonAsync("somebody");
        Department? department = right.NeedsDepartment() ? city.Roads : null;

        Assert.Null(await city.GrantAsync(account.Id, right, department?.Id, byId: ById));

        await using CityDb db = city.Database.Open();
        RightGrant grant = await db.RightGrants.SingleAsync();
        Assert.Equal((account.Id, right, department?.Id), (grant.AccountId, grant.Right, grant.DepartmentId));
        Assert.Equal((ById, "임용", city.Now), (grant.GrantedById, grant.GrantReason, grant.GrantedAt));
        Assert.Null(grant.RevokedAt);
        await TheChangeIsToldAsync(db, account, right, department, SignInActions.RightGranted, NoticeFacts.Granted, "임용");
        Assert.Equal(1, (await db.Users.SingleAsync()).RightsVersion);
    }

    [Theory]
    [InlineData(Right.Manager)]
    [InlineData(Right.Moderator)]
    public async Task A_right_that_is_taken_stands_in_the_history_the_audit_log_and_a_notice(Right right)
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.PersonAsync("somebody");
        Department? department = right.NeedsDepartment() ? city.Roads : null;
        RightGrant held = await city.HoldAsync(account, right, department);

        Assert.Null(await city.RevokeAsync(held.Id, byId: ById));

        await using CityDb db = city.Database.Open();
        RightGrant grant = await db.RightGrants.SingleAsync();
        Assert.Equal((ById, "전보", city.Now), (grant.RevokedById, grant.RevokeReason, grant.RevokedAt));
        await TheChangeIsToldAsync(db, account, right, department, SignInActions.RightRevoked, NoticeFacts.Revoked, "전보");
        Assert.Equal(2, (await db.Users.SingleAsync()).RightsVersion);
    }

    [Fact]
    public async Task Somebody_who_cannot_sign_in_is_given_no_right()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account disabled = await city.PersonAsync("disabled", city.Disable);
        Account closed = await city.PersonAsync("closed", city.Close);
        Account unconfirmed = await city.PersonAsync("unconfirmed", a => a.EmailConfirmed = false);

        foreach (long id in new[] { disabled.Id, closed.Id, unconfirmed.Id, 999 })
        {
            Assert.Equal(RightsRefusal.NoSuchAccount, await city.GrantAsync(id, Right.Editor));
        }

        await NothingIsToldAsync(city);
    }

    [Fact]
    public async Task An_official_needs_a_department_that_stands_and_an_editor_none()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.PersonAsync("somebody");

        Assert.Equal(RightsRefusal.NoSuchDepartment, await city.GrantAsync(account.Id, Right.Official));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await city.GrantAsync(account.Id, Right.Official, 999));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await city.GrantAsync(account.Id, Right.Official, city.Dissolved.Id));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await city.GrantAsync(account.Id, Right.Editor, city.Roads.Id));
        Assert.Equal(RightsRefusal.NoSuchDepartment, await city.GrantAsync(account.Id, Right.Editor, 999));
        await NothingIsToldAsync(city);
    }

    [Fact]
    public async Task Every_change_of_rights_needs_a_reason()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.PersonAsync("somebody");
        RightGrant held = await city.HoldAsync(account, Right.Moderator);

        Assert.Equal(RightsRefusal.ReasonMissing, await city.GrantAsync(account.Id, Right.Editor, reason: " "));
        Assert.Equal(RightsRefusal.ReasonMissing, await city.RevokeAsync(held.Id, reason: " "));
        await NothingIsToldAsync(city);
        await using CityDb db = city.Database.Open();
        Assert.Equal([held.Id], await db.RightGrants.InForce().Select(g => g.Id).ToListAsync());
    }

    [Fact]
    public async Task A_right_is_held_once_in_each_department_and_may_be_given_again()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.PersonAsync("somebody");
        await city.HolderAsync("neighbour", Right.Manager, city.Roads);
        RightGrant held = await city.HoldAsync(account, Right.Official, city.Roads);

        Assert.Equal(RightsRefusal.AlreadyHeld, await city.GrantAsync(account.Id, Right.Official, city.Roads.Id));
        Assert.Null(await city.GrantAsync(account.Id, Right.Official, city.Parks.Id));
        Assert.Null(await city.GrantAsync(account.Id, Right.Manager, city.Roads.Id));
        Assert.Null(await city.RevokeAsync(held.Id));
        Assert.Null(await city.GrantAsync(account.Id, Right.Official, city.Roads.Id));
    }

    [Fact]
    public async Task What_is_not_held_cannot_be_taken()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        RightGrant former = await city.HoldAsync(await city.PersonAsync("somebody"), Right.Editor, isRevoked: true);

        Assert.Equal(RightsRefusal.NotHeld, await city.RevokeAsync(former.Id));
        Assert.Equal(RightsRefusal.NotHeld, await city.RevokeAsync(999));
        await NothingIsToldAsync(city);
    }

    [Fact]
    public async Task The_last_administrator_who_can_sign_in_stays_one()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account last = await city.PersonAsync("last");
        RightGrant administering = await city.HoldAsync(last, Right.Administrator);
        RightGrant editing = await city.HoldAsync(last, Right.Editor);
        await city.HolderAsync("disabled", Right.Administrator, change: city.Disable);

        Assert.Equal(RightsRefusal.LastAdministrator, await city.RevokeAsync(administering.Id));
        await NothingIsToldAsync(city);
        Assert.Null(await city.RevokeAsync(editing.Id));

        await city.HolderAsync("second", Right.Administrator);
        Assert.Null(await city.RevokeAsync(administering.Id));
    }

    private static async Task TheChangeIsToldAsync(
        CityDb db, Account account, Right right, Department? department, string action, string outcome, string reason)
    {
        AuditEntry entry = await db.AuditEntries.SingleAsync();
        Assert.Equal((AuditKind.Rights, action), (entry.Kind, entry.Action));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"account:{account.Id}"), entry.Subject);
        Assert.Equal((ById, RightsCity.Address), (entry.ActorId, entry.Address));
        Assert.Equal(department is null ? right.ToString() : string.Create(CultureInfo.InvariantCulture, $"{right}:{department.Id}"), entry.Details);

        Notice notice = await db.Notices.SingleAsync();
        Assert.Equal((NoticeKind.RightsChanged, account.Id), (notice.Kind, notice.AccountId));
        Dictionary<string, string> facts = new()
        {
            [NoticeFacts.Right] = right.ToString(),
            [NoticeFacts.Outcome] = outcome,
            [NoticeFacts.Department] = department is null ? "" : "Roads",
            [NoticeFacts.Text] = reason,
        };
        Assert.Equal(facts, JsonSerializer.Deserialize<Dictionary<string, string>>(notice.Data));
    }

    private static async Task NothingIsToldAsync(RightsCity city)
    {
        await using CityDb db = city.Database.Open();
        Assert.False(await db.AuditEntries.AnyAsync());
        Assert.False(await db.Notices.AnyAsync());
    }
}
