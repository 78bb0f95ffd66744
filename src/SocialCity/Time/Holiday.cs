using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Time;

/// <summary>Why a day is a public holiday.</summary>
public enum HolidayKind
{
    /// <summary>A yearly public holiday (공휴일).</summary>
    Public,

    /// <summary>The day given in place of a holiday that met a weekend or another holiday (대체공휴일).</summary>
    Substitute,

    /// <summary>A day that the government named for once (임시공휴일).</summary>
    Temporary,

    /// <summary>A polling day (선거일).</summary>
    Election,
}

/// <summary>One public holiday of the city's calendar. At most one for each date.</summary>
public sealed class Holiday
{
    public const int NameLength = 60;

    private Holiday(DateOnly date, string name, HolidayKind kind, bool isGenerated)
    {
        Date = date;
        Name = name;
        Kind = kind;
        IsGenerated = isGenerated;
    }

    public long Id { get; private set; }

    public DateOnly Date { get; private set; }

    public string Name { get; private set; }

    public HolidayKind Kind { get; private set; }

    /// <summary>Computed from the law by <see cref="KoreanHolidays"/> and untouched since: computing the year again may replace it.</summary>
    public bool IsGenerated { get; private set; }

    /// <summary>A day that a person enters: temporary holidays, polling days, the holidays of another country.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than <see cref="NameLength"/>.</exception>
    public static Holiday Enter(DateOnly date, string name, HolidayKind kind) => new(date, Checked(name), kind, isGenerated: false);

    /// <summary>A day that follows from the law.</summary>
    public static Holiday Generate(PublicHoliday day) => new(day.Date, Checked(day.Name), day.Kind, isGenerated: true);

    /// <summary>A person corrects the day; from then on it is theirs and no longer replaced by computing.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than <see cref="NameLength"/>.</exception>
    public void Correct(string name, HolidayKind kind)
    {
        Name = Checked(name);
        Kind = kind;
        IsGenerated = false;
    }

    private static string Checked(string name)
    {
        string clean = name.Trim();
        return clean.Length is > 0 and <= NameLength
            ? clean
            : throw new ArgumentException($"A holiday's name has 1 to {NameLength} characters.", nameof(name));
    }
}

public sealed class HolidayMapping : IEntityTypeConfiguration<Holiday>
{
    public void Configure(EntityTypeBuilder<Holiday> builder)
    {
        builder.Property(holiday => holiday.Name).HasMaxLength(Holiday.NameLength);
        builder.HasIndex(holiday => holiday.Date).IsUnique();
    }
}
