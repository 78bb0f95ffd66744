using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

public sealed class NodeUpkeepTests
{
    [Fact]
    public async Task A_node_hears_within_half_a_minute_what_another_one_changed()
    {
        await using App app = new();
        HandTimer timer = new();
        using NodeUpkeep upkeep = ActivatorUtilities.CreateInstance<NodeUpkeep>(app.Services, timer);
        Visitor visitor = app.Visitor();
        await visitor.Get("/");
        await app.Use<CityDb>(async db =>
        {
            (await db.Cities.SingleAsync()).Rename(new LocalText("누리시"), new LocalText(""));
            await db.SaveChangesAsync();
        });
        Assert.Equal("우리시", (await visitor.Get("/")).Document.Title);

        await upkeep.StartAsync(CancellationToken.None);
        Assert.InRange(await timer.Started.WaitAsync(TimeSpan.FromSeconds(30)), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30));
        timer.Ring();

        string title = "";
        for (int i = 0; i < 600 && title != "누리시"; i++)
        {
            await Task.Delay(50);
            title = (await visitor.Get("/")).Document.Title ?? "";
        }

        Assert.Equal("누리시", title);
        await upkeep.StopAsync(CancellationToken.None);
    }

    /// <summary>With the retries of SQL Server an outage ends in an exception of no database's kind, and may end while the portal is told to stop.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_away_does_not_end_the_portal(bool untilTheEnd)
    {
        Outage outage = new() { LastsUntilTheEnd = untilTheEnd };
        await using App app = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(outage));
        HandTimer timer = new();
        using NodeUpkeep upkeep = ActivatorUtilities.CreateInstance<NodeUpkeep>(app.Services, timer);
        Visitor citizen = await app.SignedIn(await app.Citizen());
        app.Clock.Advance(Session.SeenEvery * 2);
        await citizen.Get("/account");
        await upkeep.StartAsync(CancellationToken.None);
        await timer.Started.WaitAsync(TimeSpan.FromSeconds(30));

        outage.IsOn = true;
        timer.Ring();
        await outage.Met.WaitAsync(TimeSpan.FromSeconds(30));
        outage.IsOn = false;
        Assert.False(upkeep.ExecuteTask?.IsFaulted);
        await upkeep.StopAsync(CancellationToken.None);

        Assert.False(upkeep.ExecuteTask?.IsFaulted);
        Assert.Equal(app.Clock.UtcNow, await app.Use((CityDb db) => db.Sessions.Select(s => s.SeenAt).SingleAsync()));
    }

    [Fact]
    public async Task The_sessions_in_use_are_written_before_the_end()
    {
        await using App app = new();
        using NodeUpkeep upkeep = ActivatorUtilities.CreateInstance<NodeUpkeep>(app.Services, new HandTimer());
        Visitor citizen = await app.SignedIn(await app.Citizen());
        await upkeep.StartAsync(CancellationToken.None);
        app.Clock.Advance(Session.SeenEvery * 2);
        await citizen.Get("/account");

        await upkeep.StopAsync(CancellationToken.None);

        Assert.Equal(app.Clock.UtcNow, await app.Use((CityDb db) => db.Sessions.Select(s => s.SeenAt).SingleAsync()));
    }

    /// <summary>While it is on, no command gets through: neither one that reads nor one that writes.</summary>
    private sealed class Outage : DbCommandInterceptor, IDbContextOptionsConfiguration<CityDb>
    {
        private readonly TaskCompletionSource _met = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsOn { get; set; }

        /// <summary>Whether the command that writes waits until it is told to stop, and fails then; the next one gets through.</summary>
        public bool LastsUntilTheEnd { get; init; }

        /// <summary>Ends when a command that writes has met it, which is the last one.</summary>
        public Task Met => _met.Task;

        public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(this);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn ? throw new RetryLimitExceededException("The database is away.") : ValueTask.FromResult(result);

        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (IsOn)
            {
                _met.TrySetResult();
                if (LastsUntilTheEnd)
                {
                    await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    IsOn = false;
                }

                throw new RetryLimitExceededException("The database is away.");
            }

            return result;
        }
    }

    /// <summary>A clock whose timers ring by hand.</summary>
    private sealed class HandTimer : TimeProvider
    {
        private readonly TaskCompletionSource<TimeSpan> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Action _ring = () => { };

        /// <summary>The period of the timer, once there is one.</summary>
        public Task<TimeSpan> Started => _started.Task;

        public void Ring() => _ring();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            _started.TrySetResult(period);
            return new Silent();
        }

        private sealed class Silent : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
