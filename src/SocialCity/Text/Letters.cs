using System.Globalization;
using System.Text;

namespace SocialCity.Text;

/// <summary>What several text rules need to know about single characters.</summary>
internal static class Letters
{
    public const int ZeroWidthNonJoiner = 0x200C;
    public const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// A character that shows nothing by itself: zero-width and direction marks, soft hyphens, tags, variation selectors, Hangul fillers.
    /// </summary>
    public static bool IsInvisible(Rune rune) =>
        rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0
            or (>= 0x17B4 and <= 0x17B5)
            or (>= 0x180B and <= 0x180F)
        || IsVariationSelector(rune)
        || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;

    public static bool IsVariationSelector(Rune rune) => rune.Value is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF);

    /// <summary>A code point that stands for no character and never will; normalisation refuses some of them.</summary>
    public static bool IsNoCharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    public static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The blank of the braille block looks like a space, too.</summary>
    public static bool IsSpace(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value == 0x2800;

    /// <summary>Cuts a text at the end of a letter as a person sees it, so that at most so many UTF-16 units are left.</summary>
    public static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength)
        {
            return text;
        }

        int end = 0;
        while (end < text.Length)
        {
            int next = end + StringInfo.GetNextTextElementLength(text.AsSpan(end));
            if (next > maxLength)
            {
                break;
            }

            end = next;
        }

        return text[..end];
    }
}
