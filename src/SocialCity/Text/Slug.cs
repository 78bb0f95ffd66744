using System.Text;

namespace SocialCity.Text;

/// <summary>The readable part of an address: Hangul and other letters stay, everything between words becomes a dash.</summary>
public static class Slug
{
    public const int DefaultLength = 80;

    /// <summary>Lower case, NFC, at most so many UTF-16 units, never cut inside a letter, never empty.</summary>
    /// <param name="fallback">Taken when the text has no letter or digit.</param>
    /// <param name="maxLength">At least 1.</param>
    public static string From(string? text, string fallback, int maxLength = DefaultLength)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fallback);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);

        StringBuilder slug = new();
        bool isDashOwed = false;
        foreach (Rune typed in CleanText.Line(text).EnumerateRunes())
        {
            // Full-width Latin letters and digits are the same words, typed with another keyboard.
            Rune rune = Rune.ToLowerInvariant(typed.Value is >= 0xFF01 and <= 0xFF5E ? new Rune(typed.Value - 0xFEE0) : typed);
            if (Rune.IsLetterOrDigit(rune) || (Letters.IsMark(rune) && !Letters.IsVariationSelector(rune) && slug.Length > 0 && !isDashOwed))
            {
                if (isDashOwed && slug.Length > 0)
                {
                    slug.Append('-');
                }

                slug.Append(rune);
                isDashOwed = false;
            }
            else
            {
                isDashOwed = true;
            }
        }

        string whole = slug.ToString().Normalize(NormalizationForm.FormC);
        string cut = Letters.Cut(whole, maxLength);
        if (cut.Length < whole.Length && whole[cut.Length] != '-' && cut.LastIndexOf('-') is int dash && dash > maxLength / 2)
        {
            cut = cut[..dash];
        }

        cut = cut.Trim('-');
        return cut.Length > 0 ? cut : Letters.Cut(fallback, maxLength);
    }
}
