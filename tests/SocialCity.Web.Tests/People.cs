using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Tests;

/// <summary>Makes people with accounts, and signs them in as they would themselves.</summary>
public static class People
{
    /// <summary>The passphrase of everybody made here.</summary>
    public const string Password = "가로등 아래 고양이 다섯";

    /// <summary>The form for address and passphrase, among the others of the sign-in page.</summary>
    public const string SignInForm = "main form[action^='/account/sign-in']:not([action*='/sign-in/'])";

    private static int count;

    /// <summary>A citizen whose address is confirmed.</summary>
    public static async Task<Account> Citizen(this App app, string name = "김하늘", string? email = null, string language = "ko")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        email ??= string.Create(CultureInfo.InvariantCulture, $"person{Interlocked.Increment(ref count)}@example.com");
        Account account = new(email, name, language, app.Clock.UtcNow) { EmailConfirmed = true };
        Assert.True((await accounts.CreateAsync(account, Password)).Succeeded);
        return account;
    }

    /// <summary>An official, manager, administrator and so on; the department is for the first two.</summary>
    public static async Task<Account> Official(this App app, Right right, long? departmentId = null, string name = "이나무")
    {
        var account = await app.Citizen(name);
        Assert.Null(await app.Use<RightsChanging, RightsRefusal?>(rights =>
            rights.GrantAsync(account.Id, right, departmentId, null, null, "Made for a test", CancellationToken.None)));
        return account;
    }

    /// <summary>A department with this code.</summary>
    public static async Task<Department> Department(this App app, string code = "road", string name = "도로과")
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        if (await db.Departments.SingleOrDefaultAsync(d => d.Code == code) is { } known)
        {
            return known;
        }

        Department department = new(code, new LocalText(name), new LocalText(""), "02-120", $"{code}@example.go.kr", 1);
        db.Add(department);
        await db.SaveChangesAsync();
        return department;
    }

    /// <summary>Has a department sort what no rule claims: without one the city takes no complaints.</summary>
    public static async Task Sort(this App app, Department department)
    {
        await app.Use(async (CityDb db) =>
        {
            City city = await db.Cities.SingleAsync();
            city.RunComplaints(department.Id, city.NearbyMetres, city.SilentCloseDays, city.ComplaintLevel);
            await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<CitySettings>().Forget();
    }

    /// <summary>A visitor who has signed in with this account's passphrase.</summary>
    public static async Task<Visitor> SignedIn(this App app, Account account, bool remember = false, string language = "ko")
    {
        var visitor = app.Visitor(language);
        await visitor.SignIn(account, remember);
        return visitor;
    }

    /// <summary>Signs in on the page for it; the page they come to.</summary>
    public static async Task<Page> SignIn(this Visitor visitor, Account account, bool remember = false, string password = Password)
    {
        var page = await visitor.Get("/account/sign-in");
        return await page.Form(SignInForm).Submit(new { account.Email, Password = password, Remember = remember });
    }

    /// <summary>Whether this browser is signed in.</summary>
    public static async Task<bool> IsSignedIn(this Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync("/account");
        return answer.StatusCode == System.Net.HttpStatusCode.OK;
    }
}
