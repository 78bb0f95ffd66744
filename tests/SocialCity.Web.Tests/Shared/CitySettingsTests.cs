using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Tests.Shared;

public sealed class CitySettingsTests
{
    [Fact]
    public async Task A_change_made_while_the_settings_are_read_is_read_by_the_next_request()
    {
        Reading reading = new();
        await using App app = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(reading));
        var settings = app.Services.GetRequiredService<CitySettings>();
        await settings.RefreshAsync(CancellationToken.None);
        settings.Forget();

        reading.Meanwhile = settings.Forget;
        int before = reading.Count;
        await settings.RefreshAsync(CancellationToken.None);
        reading.Meanwhile = () => { };
        await settings.RefreshAsync(CancellationToken.None);
        await settings.RefreshAsync(CancellationToken.None);

        Assert.Equal(2, reading.Count - before);
    }

    [Fact]
    public async Task What_another_node_changed_is_known_when_this_one_has_looked_again_and_no_request_looks()
    {
        Reading reading = new();
        await using App app = new App().With(services => services.AddSingleton<IDbContextOptionsConfiguration<CityDb>>(reading));
        var settings = app.Services.GetRequiredService<CitySettings>();
        await settings.RefreshAsync(CancellationToken.None);
        await app.Use((CityDb db) => db.Cities.ExecuteUpdateAsync(set => set.SetProperty(c => c.Phone, "02-2680-9999")));
        app.Clock.Advance(TimeSpan.FromHours(1));
        int before = reading.Count;

        await app.Visitor().Get("/account/sign-in");
        Assert.Equal(before, reading.Count);
        Assert.NotEqual("02-2680-9999", settings.City.Phone);

        await settings.ReadAgainAsync(CancellationToken.None);
        Assert.Equal("02-2680-9999", settings.City.Phone);
        Assert.Equal(before + 1, reading.Count);
    }

    /// <summary>Counts the readings of the settings, and does something while one is under way.</summary>
    private sealed class Reading : DbCommandInterceptor, IDbContextOptionsConfiguration<CityDb>
    {
        public int Count { get; private set; }

        public Action Meanwhile { get; set; } = () => { };

        public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(this);

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Contains("Cities", StringComparison.Ordinal))
            {
                Count++;
                Meanwhile();
            }

            return ValueTask.FromResult(result);
        }
    }
}
