using System.Globalization;

namespace SocialCity.Web.Areas.Office;

/// <summary>How well a colour stands out from another (WCAG 2.2, relative luminance and contrast ratio).</summary>
public static class Contrast
{
    /// <summary>For what is no text (WCAG 1.4.11); the shades in which the portal writes text are derived with more.</summary>
    public const double Least = 3;

    public static readonly (byte Red, byte Green, byte Blue) White = (255, 255, 255);

    /// <summary>Reads #rrggbb.</summary>
    public static bool TryParse(string? text, out (byte Red, byte Green, byte Blue) colour)
    {
        colour = default;
        if (text is not ['#', .. { Length: 6 } digits] || !int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb))
        {
            return false;
        }

        colour = ((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>From 1 (the same) to 21 (black on white).</summary>
    public static double Between((byte Red, byte Green, byte Blue) one, (byte Red, byte Green, byte Blue) other)
    {
        double a = Luminance(one);
        double b = Luminance(other);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance((byte Red, byte Green, byte Blue) colour) =>
        (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));

    private static double Linear(byte channel)
    {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
