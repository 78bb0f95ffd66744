using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Blog;

/// <summary>The blog's days and mornings are those of the city.</summary>
internal static class BlogClock
{
    public static async Task<CityClock> ClockAsync(this CityDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        string zone = await db.Cities.Select(c => c.TimeZone).SingleOrDefaultAsync(cancellationToken) ?? CityClock.DefaultZoneId;
        return new CityClock(time, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }
}
