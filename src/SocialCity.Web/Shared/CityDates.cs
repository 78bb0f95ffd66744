using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>Writes moments (UTC) as a person in the city reads them, in the language of the request.</summary>
public sealed class CityDates(TimeProvider time, CurrentCity city, IStringLocalizer<SharedTexts> T)
{
    /// <summary>The day and the hour: 2026년 9월 18일 (금) 14:20.</summary>
    public string DateTime(DateTime utc) => Format(Local(utc), T["yyyy년 M월 d일 (ddd) HH:mm"]);

    /// <summary>The day: 2026년 9월 18일 (금).</summary>
    public string Date(DateTime utc) => Format(Local(utc), T["yyyy년 M월 d일 (ddd)"]);

    /// <summary>A day of the calendar: 2026년 9월 18일 (금).</summary>
    public string Date(DateOnly day) => Format(day.ToDateTime(TimeOnly.MinValue), T["yyyy년 M월 d일 (ddd)"]);

    /// <summary>The hour: 14:20.</summary>
    public string Time(DateTime utc) => Format(Local(utc), "HH:mm");

    /// <summary>Whether a moment is over.</summary>
    public bool IsPast(DateTime utc) => utc < time.GetUtcNow().UtcDateTime;

    /// <summary>How long ago or how soon: 3분 전, 어제 14:20, 9월 18일. Beyond a week the day itself.</summary>
    public string Ago(DateTime utc)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var span = now - utc;
        var days = Local(now).Date.Subtract(Local(utc).Date).Days;
        return span.Ticks >= 0 ? Past(utc, span, days) : Future(utc, span.Negate(), -days);
    }

    /// <summary>How long a period still runs, or how late it is, in days of the calendar: 3일 남음, 오늘까지, 2일 지남.</summary>
    public string Left(DateTime due)
    {
        int days = Local(due).Date.Subtract(Local(time.GetUtcNow().UtcDateTime).Date).Days;
        return (IsPast(due), days) switch
        {
            (true, 0) => T["오늘 기한이 지남"],
            (true, -1) => T["하루 지남"],
            (true, _) => T["{0}일 지남", -days],
            (_, 0) => T["오늘까지"],
            (_, 1) => T["하루 남음"],
            _ => T["{0}일 남음", days],
        };
    }

    /// <summary>The moment as machines read it, for <c>datetime</c>.</summary>
    public static string Machine(DateTime utc) =>
        System.DateTime.SpecifyKind(utc, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private string Past(DateTime utc, TimeSpan span, int days) => (span, days) switch
    {
        ({ TotalMinutes: < 1 }, _) => T["방금"],
        ({ TotalMinutes: < 2 }, _) => T["1분 전"],
        ({ TotalHours: < 1 }, _) => T["{0}분 전", (int)span.TotalMinutes],
        ({ TotalHours: < 2 }, _) => T["1시간 전"],
        ({ TotalHours: < 12 }, _) or (_, 0) => T["{0}시간 전", (int)span.TotalHours],
        (_, 1) => T["어제 {0}", Time(utc)],
        (_, < 7) => T["{0}일 전", days],
        _ => Day(utc),
    };

    private string Future(DateTime utc, TimeSpan span, int days) => (span, days) switch
    {
        ({ TotalMinutes: < 2 }, _) => T["1분 뒤"],
        ({ TotalHours: < 1 }, _) => T["{0}분 뒤", (int)span.TotalMinutes],
        (_, 0) => T["오늘 {0}", Time(utc)],
        (_, 1) => T["내일 {0}", Time(utc)],
        (_, < 7) => T["{0}일 뒤", days],
        _ => Day(utc),
    };

    private string Day(DateTime utc)
    {
        var local = Local(utc);
        return local.Year == Local(time.GetUtcNow().UtcDateTime).Year
            ? Format(local, T["M월 d일"])
            : Format(local, T["yyyy년 M월 d일"]);
    }

    private DateTime Local(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(System.DateTime.SpecifyKind(utc, DateTimeKind.Utc), city.TimeZone);

    private static string Format(DateTime local, string pattern) => local.ToString(pattern, CultureInfo.CurrentCulture);
}
