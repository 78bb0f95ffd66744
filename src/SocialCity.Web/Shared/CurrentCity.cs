using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Web.Shared;

/// <summary>What pages say about the city they belong to, in the language of the request.</summary>
public sealed class CurrentCity(CitySettings settings)
{
    private readonly City city = settings.City;

    /// <summary>The name of the city, as in a heading.</summary>
    public string Name => city.Name.In(CultureInfo.CurrentUICulture);

    /// <summary>What the city says of itself in a few words; may be empty.</summary>
    public string Slogan => city.Slogan.In(CultureInfo.CurrentUICulture);

    /// <summary>Whether the portal is run by a public body and says so above the header.</summary>
    public bool IsOfficial => city.IsOfficial;

    /// <summary>The languages that the city offers, of <see cref="Languages.All"/>.</summary>
    public IReadOnlyList<string> Offered { get; } = settings.City.LanguageList();

    /// <summary>The city's colour as #rrggbb, from which the look derives its shades.</summary>
    public string Colour => city.Colour;

    /// <summary>Where the town hall is; may be empty.</summary>
    public string Address => city.Address.In(CultureInfo.CurrentUICulture);

    /// <summary>The number to call; may be empty.</summary>
    public string Phone => city.Phone;

    /// <summary>The address to write to; may be empty.</summary>
    public string Email => city.Email;

    /// <summary>After how many days without a word an answered complaint ends by itself.</summary>
    public int SilentCloseDays => city.SilentCloseDays;

    /// <summary>The zone that dates on pages are told in.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById(settings.City.TimeZone);
}

/// <summary>
/// The city's settings, read once for many requests. A change in the office holds at once on the node that made it
/// (<see cref="Forget"/>), on others as soon as they look again (<c>NodeUpkeep</c>).
/// </summary>
public sealed class CitySettings(IServiceScopeFactory scopes, ILogger<CitySettings> logger) : IDisposable
{
    private readonly SemaphoreSlim reading = new(1, 1);
    private volatile Reading? last;
    private int changes;

    /// <summary>The city as last read; a city of no name of its own before the first reading.</summary>
    public City City => last?.City ?? new City();

    /// <summary>
    /// Reads the settings when this node has not yet, or has changed them since. Without a database the last ones hold: an error page must stand.
    /// </summary>
    public async ValueTask RefreshAsync(CancellationToken cancellationToken)
    {
        if (IsFresh)
        {
            return;
        }

        // One request reads; the others go on with what was known, unless nothing is.
        if (await reading.WaitAsync(last is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, cancellationToken))
        {
            try
            {
                if (!IsFresh)
                {
                    await TakeAsync(cancellationToken);
                }
            }
            finally
            {
                reading.Release();
            }
        }
    }

    /// <summary>Reads the settings whatever is known: another node may have changed them. Requests go on with what was known.</summary>
    public async Task ReadAgainAsync(CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            await TakeAsync(cancellationToken);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>Has the next request read the settings again: whoever changes them calls this after saving.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    /// <inheritdoc />
    public void Dispose() => reading.Dispose();

    private bool IsFresh => last is { } known && known.Changes == Volatile.Read(ref changes);

    private async Task TakeAsync(CancellationToken cancellationToken)
    {
        // A change made while this reads is not in it: the next request reads again.
        int known = Volatile.Read(ref changes);
        try
        {
            last = new Reading(await ReadAsync(cancellationToken) ?? City, known);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning(e, "The city's settings could not be read; the last ones hold.");
            last = new Reading(City, Volatile.Read(ref changes));
        }
    }

    private async Task<City?> ReadAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CityDb>();
        return await db.Cities.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
    }

    private sealed record Reading(City City, int Changes);
}
