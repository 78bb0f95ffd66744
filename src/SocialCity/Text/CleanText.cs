using System.Text;

namespace SocialCity.Text;

/// <summary>
/// Puts typed text in order before it is stored: one form of each letter (NFC), no characters that hide something or turn the
/// direction of what follows.
/// </summary>
public static class CleanText
{
    // Stacked marks reach into the lines above and below; no language of the world needs more on one letter.
    private const int MostMarks = 4;

    /// <summary>A title or a name: one line, single spaces, trimmed. Emoji made of several stay whole. Empty when nothing visible is left.</summary>
    public static string Line(string? text) => Clean(text, isOneLine: true);

    /// <summary>A longer text: newlines become "\n", tabs and the spaces within lines stay; blank lines around the text go.</summary>
    public static string Text(string? text) => Clean(text, isOneLine: false);

    /// <summary>Cuts a text to so many UTF-16 units, never inside a letter, with an ellipsis where something was left out.</summary>
    /// <param name="maxLength">At least 1; the ellipsis is counted.</param>
    public static string Shorten(string text, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        return text.Length <= maxLength ? text : Letters.Cut(text, maxLength - 1).TrimEnd() + "…";
    }

    private static string Clean(string? text, bool isOneLine)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        Rune[] runes = [.. text.EnumerateRunes()];
        StringBuilder clean = new(text.Length);
        Rune last = default;
        int marks = 0;
        bool isFlag = false;
        for (int index = 0; index < runes.Length; index++)
        {
            Rune rune = runes[index];
            if (rune.Value is '\r' or '\n' or 0x85 or 0x2028 or 0x2029)
            {
                bool isSecondHalf = rune.Value == '\n' && index > 0 && runes[index - 1].Value == '\r';
                if (!isSecondHalf)
                {
                    rune = new Rune(isOneLine ? ' ' : '\n');
                    Add(rune);
                }

                continue;
            }

            if (Letters.IsSpace(rune))
            {
                Add(isOneLine || rune.Value is '\v' or '\f' ? new Rune(' ') : rune);
                continue;
            }

            // What cannot be decoded (half a surrogate pair) comes as the replacement character.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar || Letters.IsNoCharacter(rune))
            {
                continue;
            }

            if (Letters.IsInvisible(rune) && !Belongs(rune, index))
            {
                continue;
            }

            marks = Letters.IsMark(rune) && !Letters.IsVariationSelector(rune) ? marks + 1 : 0;
            if (marks <= MostMarks)
            {
                Add(rune);
            }
        }

        string result = clean.ToString().Normalize(NormalizationForm.FormC);
        return isOneLine ? result.Trim() : TrimLines(result);

        void Add(Rune rune)
        {
            if (isOneLine && rune.Value == ' ' && (last.Value == ' ' || clean.Length == 0))
            {
                return;
            }

            clean.Append(rune);
            isFlag = rune.Value == 0x1F3F4 || (isFlag && IsTag(rune));
            last = rune;
        }

        // The few places where an invisible character is part of what is seen.
        bool Belongs(Rune rune, int index) => rune.Value switch
        {
            Letters.ZeroWidthJoiner => (IsPictorial(last) && index + 1 < runes.Length && IsPictorial(runes[index + 1])) || IsBetweenJoining(index),
            Letters.ZeroWidthNonJoiner => IsBetweenJoining(index),
            0xFE0E or 0xFE0F => clean.Length > 0 && !Letters.IsSpace(last) && !Letters.IsVariationSelector(last),
            >= 0xE0100 and <= 0xE01EF => IsHan(last),
            >= 0xE0020 and <= 0xE007F => isFlag,
            _ => false,
        };

        bool IsBetweenJoining(int index) => IsJoining(last) && index + 1 < runes.Length && IsJoining(runes[index + 1]);
    }

    private static string TrimLines(string text)
    {
        int start = 0;
        for (int index = 0; index < text.Length && char.IsWhiteSpace(text[index]); index++)
        {
            if (text[index] == '\n')
            {
                start = index + 1;
            }
        }

        return text[start..].TrimEnd();
    }

    private static bool IsTag(Rune rune) => rune.Value is >= 0xE0020 and <= 0xE007F;

    private static bool IsPictorial(Rune rune) =>
        rune.Value is (>= 0x1F000 and <= 0x1FAFF) or (>= 0x2190 and <= 0x2BFF) or 0xFE0F;

    // Scripts from Arabic to Sinhala write differently with and without a joiner.
    private static bool IsJoining(Rune rune) => rune.Value is >= 0x0600 and <= 0x0DFF;

    private static bool IsHan(Rune rune) => rune.Value is (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
