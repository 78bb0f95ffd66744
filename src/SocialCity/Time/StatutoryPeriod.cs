using System.Runtime.InteropServices;

namespace SocialCity.Time;

public enum PeriodUnit
{
    /// <summary>Working hours.</summary>
    Hours,

    /// <summary>Working days.</summary>
    Days,
}

/// <summary>
/// A period for handling a petition (민원처리기간). How it is counted follows from its length (Petitions Act, 민원 처리에 관한 법률
/// article 19): 5 days or fewer in working hours from the moment of receipt, 8 hours a day; 6 days or more in working days with the
/// first day included.
/// </summary>
/// <param name="Amount">At least 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct StatutoryPeriod(int Amount, PeriodUnit Unit)
{
    private const int HoursOfADay = 8;
    private const int MostDaysCountedInHours = 5;

    public bool IsCountedInDays => Unit == PeriodUnit.Days && Amount > MostDaysCountedInHours;

    /// <summary>The period in working hours, at the law's 8 hours a day.</summary>
    public int WorkingHours => Unit == PeriodUnit.Hours ? Amount : Amount * HoursOfADay;

    /// <summary>The period in working days, at the law's 8 hours a day; null where it is no whole number of them.</summary>
    public int? WorkingDays => WorkingHours % HoursOfADay == 0 ? WorkingHours / HoursOfADay : null;

    public static StatutoryPeriod OfHours(int amount) => new(Positive(amount), PeriodUnit.Hours);

    public static StatutoryPeriod OfDays(int amount) => new(Positive(amount), PeriodUnit.Days);

    private static int Positive(int amount)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(amount);
        return amount;
    }
}
