using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Time;

namespace SocialCity.Complaints;

/// <summary>The statutory clock with the city's holidays and office hours of now (Civil Petitions Treatment Act art. 19).</summary>
public sealed class PetitionClock(WorkingCalendar calendar, TimeZoneInfo zone)
{
    public WorkingCalendar Calendar { get; } = calendar;

    public TimeZoneInfo Zone { get; } = zone;

    /// <summary>Reads the city's settings and holidays: two queries.</summary>
    public static async Task<PetitionClock> LoadAsync(CityDb db, CancellationToken cancellationToken) =>
        await LoadAsync(db, await db.Cities.AsNoTracking().SingleAsync(cancellationToken), cancellationToken);

    /// <summary>The same for who has the city's settings already: one query.</summary>
    public static async Task<PetitionClock> LoadAsync(CityDb db, City city, CancellationToken cancellationToken)
    {
        List<DateOnly> holidays = await db.Set<Holiday>().AsNoTracking().Select(h => h.Date).ToListAsync(cancellationToken);
        return new PetitionClock(
            new WorkingCalendar(holidays, new OfficeHours(city.OfficeOpens, city.LunchBegins, city.LunchEnds, city.OfficeCloses)),
            TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone));
    }

    /// <summary>How many days a petitioner is given to reply where the official names no other day.</summary>
    private const int ReplyDays = 7;

    /// <summary>The city's day in which a moment (UTC) lies.</summary>
    public DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(Zone.ToLocal(utc));

    /// <summary>The last minute of a day in the city, UTC: until then something is done on that day.</summary>
    public DateTime LastMomentOf(DateOnly day) => Zone.ToUtc(day.ToDateTime(new TimeOnly(23, 59)));

    /// <summary>By which day a petitioner who is asked now is to reply, where the official names no other.</summary>
    public DateOnly UsualReplyDay(DateTime now) => Calendar.CivilPeriodEnd(DayOf(now), ReplyDays);

    /// <summary>When a complaint's answer is due, with the moments of warning; nothing while it waits for the citizen.</summary>
    public Deadline DeadlineOf(Complaint complaint, int furtherExtensions = 0) => Deadline.For(
        complaint.ClockStartedAt,
        complaint.Period,
        [.. Enumerable.Repeat(complaint.Period, complaint.ExtensionCount + furtherExtensions)],
        Calendar,
        Zone,
        [.. complaint.Pauses.Where(p => p.BeganAt >= complaint.ClockStartedAt).Select(p => new Pause(p.BeganAt, p.EndedAt))]);
}
