using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Notices;

public sealed class OutboxBellTests
{
    private readonly OutboxBell _bell = new();

    [Fact]
    public async Task It_rings_when_a_mail_is_saved_and_however_many_there_were_it_is_heard_once()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open(_bell);
        for (int i = 0; i < 3; i++)
        {
            db.AddRange(Mail(database), Mail(database));
            await db.SaveChangesAsync();
        }

        Assert.True(Heard());
        Assert.False(Heard());
    }

    [Fact]
    public async Task In_a_transaction_it_rings_when_that_is_committed_and_not_before()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open(_bell);

        await db.InTransactionAsync(
            async ct =>
            {
                db.Add(Mail(database));
                await db.SaveChangesAsync(ct);
                return Heard() ? throw new InvalidOperationException("Rang for what nobody can see yet.") : true;
            },
            default);

        Assert.True(Heard());
    }

    [Fact]
    public async Task What_was_taken_back_does_not_ring()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open(_bell);

        await Assert.ThrowsAsync<IOException>(() => db.InTransactionAsync<bool>(
            async ct =>
            {
                db.Add(Mail(database));
                await db.SaveChangesAsync(ct);
                throw new IOException("the disk is full");
            },
            default));

        Assert.False(Heard());
    }

    [Fact]
    public async Task It_rings_for_a_given_up_mail_that_is_tried_again_but_not_for_the_attempts()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open(_bell);
        Notice notice = Mail(database);
        db.Add(notice);
        await db.SaveChangesAsync();
        Assert.True(Heard());

        notice.AttemptFailed("the server said no", database.Time.Now);
        await db.SaveChangesAsync();
        Assert.False(Heard());

        await db.Notices.ExecuteUpdateAsync(set => set.SetProperty(n => n.Delivery, DeliveryState.Failed));
        await db.Entry(notice).ReloadAsync();
        notice.TryAgain(database.Time.Now);
        await db.SaveChangesAsync();
        Assert.True(Heard());
    }

    private static Notice Mail(TestDatabase database) =>
        Notice.ToAddress("a@nuri.example", "ko", NoticeKind.ConfirmEmail, new Dictionary<string, string>(), database.Time.Now);

    private bool Heard()
    {
        using CancellationTokenSource waiting = new();
        Task ring = _bell.WaitAsync(waiting.Token);
        bool heard = ring.IsCompletedSuccessfully;
        waiting.Cancel();
        return heard;
    }
}
