using System.Globalization;
using SocialCity.Time;

namespace SocialCity.Tests.Time;

/// <summary>Times of Seoul as they are written in the tests, and the calendar of the law.</summary>
internal static class Moments
{
    public static readonly TimeZoneInfo Seoul = TimeZoneInfo.FindSystemTimeZoneById(CityClock.DefaultZoneId);

    // 2026-06-03 is a polling day.
    public static readonly WorkingCalendar Calendar = new(
        [.. Enumerable.Range(2025, 3).SelectMany(KoreanHolidays.In).Select(day => day.Date), new DateOnly(2026, 6, 3)],
        OfficeHours.Usual);

    public static DateTime Local(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    public static DateTime Utc(string seoul) => Seoul.ToUtc(Local(seoul));

    public static string Shown(DateTime? utc) =>
        utc is { } time ? Seoul.ToLocal(time).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "paused";
}
