using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Tests.Accounts;

public sealed class RightQueriesTests
{
    [Fact]
    public async Task Officers_of_a_department_hold_a_right_in_it_today_and_can_sign_in()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        await city.HolderAsync("official", Right.Official, city.Roads);
        await city.HolderAsync("manager", Right.Manager, city.Roads);
        await city.HolderAsync("elsewhere", Right.Official, city.Parks);
        await city.HolderAsync("former", Right.Official, city.Roads, isRevoked: true);
        await city.HolderAsync("disabled", Right.Official, city.Roads, change: city.Disable);
        await city.HolderAsync("closed", Right.Manager, city.Roads, change: city.Close);
        await city.HolderAsync("editor", Right.Editor);

        await using CityDb db = city.Database.Open();
        Assert.Equal(["manager", "official"], await db.OfficersOf(city.Roads.Id).Select(a => a.DisplayName).Order().ToListAsync());
    }

    [Fact]
    public async Task Holders_of_a_right_of_the_city_hold_that_right_today_and_can_sign_in()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        await city.HolderAsync("editor", Right.Editor);
        await city.HolderAsync("moderator", Right.Moderator);
        await city.HolderAsync("official", Right.Official, city.Roads);
        await city.HolderAsync("former", Right.Editor, isRevoked: true);
        await city.HolderAsync("disabled", Right.Editor, change: city.Disable);
        await city.HolderAsync("closed", Right.Editor, change: city.Close);

        await using CityDb db = city.Database.Open();
        Assert.Equal(["editor"], await db.HoldersOf(Right.Editor).Select(a => a.DisplayName).ToListAsync());
    }

    [Fact]
    public async Task Other_administrators_are_those_who_could_sign_in_and_administer()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account asking = await city.HolderAsync("asking", Right.Administrator);
        Account other = await city.HolderAsync("other", Right.Administrator);
        await city.HolderAsync("editor", Right.Editor);
        await city.HolderAsync("former", Right.Administrator, isRevoked: true);
        await city.HolderAsync("disabled", Right.Administrator, change: city.Disable);
        await city.HolderAsync("closed", Right.Administrator, change: city.Close);

        await using CityDb db = city.Database.Open();
        Assert.Equal([other.Id], await db.OtherAdministrators(asking.Id).Select(g => g.AccountId).ToListAsync());
    }

    [Theory]
    [InlineData(Right.Official)]
    [InlineData(Right.Manager)]
    public async Task A_department_takes_in_work_while_somebody_works_there(Right right)
    {
        using RightsCity city = await RightsCity.CreateAsync();
        await city.HolderAsync("official", right, city.Roads);
        await city.HolderAsync("of the dissolved", right, city.Dissolved);
        await city.HolderAsync("former", right, city.Parks, isRevoked: true);
        await city.HolderAsync("disabled", right, city.Parks, change: city.Disable);
        await city.HolderAsync("closed", right, city.Parks, change: city.Close);

        await using CityDb db = city.Database.Open();
        Assert.Equal([city.Roads.Id], await db.DepartmentsTakingIn().Select(d => d.Id).ToListAsync());
    }

    [Fact]
    public async Task A_duty_is_vacant_when_nobody_who_works_in_its_department_does_it()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account official = await city.HolderAsync("official", Right.Official, city.Roads);
        Account manager = await city.HolderAsync("manager", Right.Manager, city.Roads);
        Account elsewhere = await city.HolderAsync("elsewhere", Right.Official, city.Parks);
        Account former = await city.HolderAsync("former", Right.Official, city.Roads, isRevoked: true);
        Account disabled = await city.HolderAsync("disabled", Right.Official, city.Roads, change: city.Disable);
        Account closed = await city.HolderAsync("closed", Right.Manager, city.Roads, change: city.Close);
        Duty ended = Named("of an official, ended", city.Roads, null);
        ended.Switch(false);
        await using CityDb db = city.Database.Open();
        db.AddRange(
            Named("of an official", city.Roads, official),
            Named("of the manager", city.Roads, manager),
            Named("of nobody", city.Roads, null),
            Named("of somebody elsewhere", city.Roads, elsewhere),
            Named("of somebody who left", city.Roads, former),
            Named("of somebody disabled", city.Roads, disabled),
            Named("of somebody gone", city.Roads, closed),
            Named("of a dissolved department", city.Dissolved, null),
            ended);
        await db.SaveChangesAsync();

        Assert.Equal(
            ["of nobody", "of somebody disabled", "of somebody elsewhere", "of somebody gone", "of somebody who left"],
            await db.VacantDuties().Select(d => d.Name.Ko).Order().ToListAsync());
        Assert.Equal(7, await db.DutiesInCharge().CountAsync());
    }

    [Theory]
    [InlineData(Right.Official, false, true)]
    [InlineData(Right.Editor, false, true)]
    [InlineData(Right.Editor, true, false)]
    [InlineData(Right.Merchant, false, false)]
    public async Task Whoever_holds_a_right_other_than_a_merchants_works_for_the_city(Right right, bool isRevoked, bool works)
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.HolderAsync("somebody", right, right.NeedsDepartment() ? city.Roads : null, isRevoked);
        Account neighbour = await city.PersonAsync("neighbour");

        await using CityDb db = city.Database.Open();
        Assert.Equal(works, await db.WorksForCityAsync(account.Id, default));
        Assert.False(await db.WorksForCityAsync(neighbour.Id, default));
    }

    [Fact]
    public async Task Somebody_acts_with_the_rights_held_now()
    {
        using RightsCity city = await RightsCity.CreateAsync();
        Account account = await city.HolderAsync("official", Right.Official, city.Roads);
        await city.HoldAsync(account, Right.Editor);
        await city.HoldAsync(account, Right.Moderator, isRevoked: true);
        await city.HolderAsync("administrator", Right.Administrator);

        await using CityDb db = city.Database.Open();
        Actor actor = await db.ActorAsync(account, default);

        Assert.Equal(account.Id, actor.AccountId);
        Assert.Equal(IdentityLevel.EmailConfirmed, actor.Level);
        Assert.Equal([new HeldRight(Right.Official, city.Roads.Id), new HeldRight(Right.Editor)], actor.Rights.OrderBy(r => r.Right));
    }

    private static Duty Named(string name, Department department, Account? officer) => new(department.Id, new LocalText(name), "", officer?.Id);
}
