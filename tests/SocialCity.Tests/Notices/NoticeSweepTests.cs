using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Notices;

public sealed class NoticeSweepTests
{
    [Fact]
    public async Task The_address_of_a_guest_is_not_kept_for_ever()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        DateTime now = database.Time.Now;
        await using (CityDb db = database.Open())
        {
            Account account = new("citizen@nuri.example", "시민", "ko", now);
            Notice sent = Notice.ToAddress("guest@nuri.example", "ko", NoticeKind.ComplaintAnswered, new Dictionary<string, string>(), now);
            sent.Sent(now);
            Notice waiting = Notice.ToAddress("late@nuri.example", "ko", NoticeKind.ComplaintAnswered, new Dictionary<string, string>(), now);
            db.Add(account);
            await db.SaveChangesAsync();
            db.AddRange(sent, waiting, Notice.To(account, NoticeKind.ComplaintAnswered, new Dictionary<string, string>(), now, byMail: false));
            await db.SaveChangesAsync();
        }

        database.Time.Now = now + NoticeSweep.KeptFor;
        Assert.Equal(0, await SweepAsync(database));
        database.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(1, await SweepAsync(database));

        await using CityDb after = database.Open();
        Assert.Equal(["late@nuri.example", null], await after.Notices.OrderBy(n => n.Id).Select(n => n.Address).ToListAsync());
    }

    [Fact]
    public async Task A_newsletter_that_was_sent_or_dropped_goes_after_two_days_and_other_mails_stay()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        DateTime now = database.Time.Now;
        await using (CityDb db = database.Open())
        {
            Notice sent = Notice.ToAddress("a@nuri.example", "ko", NoticeKind.NewsletterDigest, new Dictionary<string, string>(), now);
            sent.Sent(now);
            Notice dropped = Notice.ToAddress("b@nuri.example", "ko", NoticeKind.NewsletterDigest, new Dictionary<string, string>(), now);
            dropped.Drop();
            Notice other = Notice.ToAddress("c@nuri.example", "ko", NoticeKind.ComplaintAnswered, new Dictionary<string, string>(), now);
            other.Sent(now);
            db.AddRange(sent, dropped, other, Notice.ToAddress("d@nuri.example", "ko", NoticeKind.NewsletterDigest, new Dictionary<string, string>(), now));
            await db.SaveChangesAsync();
        }

        database.Time.Now = now + NoticeSweep.ManyKeptFor;
        Assert.Equal(0, await SweepAsync(database));
        database.Time.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(2, await SweepAsync(database));

        await using CityDb after = database.Open();
        Assert.Equal(["c@nuri.example", "d@nuri.example"], await after.Notices.OrderBy(n => n.Id).Select(n => n.Address).ToListAsync());
    }

    private static async Task<int> SweepAsync(TestDatabase database)
    {
        await using CityDb db = database.Open();
        return await new NoticeSweep(db, database.Time).SweepAsync(CancellationToken.None);
    }
}
