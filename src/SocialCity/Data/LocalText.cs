using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Data;

/// <summary>
/// A short text of the city's own data (the name of a department, of a category) in Korean and, where somebody translated it,
/// in English and Japanese. Mapped as a complex type: three columns of the owner's table.
/// </summary>
public sealed record LocalText(string Ko, string? En = null, string? Ja = null)
{
    /// <summary>The text for a culture; Korean where there is no translation.</summary>
    public string In(CultureInfo culture) => Translation(culture) ?? Ko;

    public override string ToString() => In(CultureInfo.CurrentUICulture);

    private string? Translation(CultureInfo culture)
    {
        string? text = culture.TwoLetterISOLanguageName switch
        {
            "en" => En,
            "ja" => Ja,
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}

public static class LocalTextMapping
{
    /// <summary>Gives each of the three columns the same length, in letters.</summary>
    public static void HasLength(this ComplexPropertyBuilder<LocalText> text, int length)
    {
        text.Property(t => t.Ko).HasMaxLength(length);
        text.Property(t => t.En).HasMaxLength(length);
        text.Property(t => t.Ja).HasMaxLength(length);
    }
}
