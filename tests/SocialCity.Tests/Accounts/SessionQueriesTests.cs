using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Accounts;

public sealed class SessionQueriesTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_open_sessions_are_those_that_still_admit_their_browser(bool isStaff)
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        DateTime now = TestDatabase.Start;
        Account account = Person("person");
        Account other = Person("other");
        await using (CityDb db = database.Open())
        {
            db.AddRange(account, other);
            await db.SaveChangesAsync();
            foreach (double hours in new[] { 0.5, 3.9, 4.1, 11.9, 12.1, 23.9, 24.1, 24 * 13.9, 24 * 14.1, 24 * 29.9, 24 * 30.1 })
            {
                foreach (bool isPersistent in new[] { true, false })
                {
                    DateTime begun = now - TimeSpan.FromHours(hours);
                    db.Add(new Session(account, "idle since it began", null, isPersistent, begun, SessionLimits.LongestOf(isPersistent)));
                    Session active = new(account, "seen a moment ago", null, isPersistent, begun, SessionLimits.LongestOf(isPersistent));
                    db.Add(active).Property(s => s.SeenAt).CurrentValue = now - TimeSpan.FromMinutes(1);
                    Session ended = new(account, "ended", null, isPersistent, begun, SessionLimits.LongestOf(isPersistent));
                    ended.End(now);
                    Session old = new(account, "of older credentials", null, isPersistent, begun, SessionLimits.LongestOf(isPersistent));
                    db.Add(old).Property(s => s.SecurityStamp).CurrentValue = "older";
                    db.AddRange(ended, new Session(other, "somebody else's", null, isPersistent, begun, SessionLimits.LongestOf(isPersistent)));
                }
            }

            await db.SaveChangesAsync();
        }

        await using CityDb read = database.Open();
        List<Guid> ids = await read.Sessions.Where(s => s.AccountId == account.Id).Select(s => s.Id).ToListAsync();
        List<Guid> holding = [];
        foreach (Guid id in ids)
        {
            if ((await read.SessionStates(id).SingleAsync()).HoldsFor(isStaff, now))
            {
                holding.Add(id);
            }
        }

        List<Guid> open = await read.OpenSessions(account.Id, isStaff, now).Select(s => s.Id).ToListAsync();

        Assert.NotEmpty(holding);
        Assert.Equal(holding.Order(), open.Order());
        account.Disable("Abuse", now);
        read.Update(account);
        await read.SaveChangesAsync();
        Assert.Empty(await read.OpenSessions(account.Id, isStaff, now).ToListAsync());
    }

    private static Account Person(string name) => new($"{name}@nuri.example", name, "ko", TestDatabase.Start)
    {
        EmailConfirmed = true,
        NormalizedEmail = $"{name}@nuri.example".ToUpperInvariant(),
        NormalizedUserName = $"{name}@nuri.example".ToUpperInvariant(),
        SecurityStamp = name,
    };
}
