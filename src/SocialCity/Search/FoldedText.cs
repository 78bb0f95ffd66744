using System.Globalization;
using System.Text;

namespace SocialCity.Search;

/// <summary>What a letter is to the search.</summary>
internal enum LetterKind
{
    /// <summary>Punctuation, symbols, ends of lines: nothing is searched across them.</summary>
    Break,

    /// <summary>A gap within a line, which Korean sets at will.</summary>
    Space,

    /// <summary>Part of a word that spaces set apart: Latin, digits, Cyrillic, ...</summary>
    Word,

    /// <summary>Hangul, Han and kana: searched by pairs.</summary>
    Pair,
}

/// <summary>A folded letter and the part of the original text that it stands for, a whole grapheme.</summary>
internal readonly record struct Letter(Rune Value, LetterKind Kind, int Start, int End);

/// <summary>
/// The one folding that index, query and highlighting share: composed (NFC), full-width and half-width forms made
/// alike, small letters, and letters that cannot be seen left out.
/// </summary>
internal static class FoldedText
{
    public static List<Letter> Fold(string text)
    {
        List<Letter> letters = new(text.Length);
        for (int at = 0, length; at < text.Length; at += length)
        {
            length = StringInfo.GetNextTextElementLength(text, at);
            if (length == 1 && (char.IsAscii(text[at]) || text[at] is >= '가' and <= '힣'))
            {
                Add(letters, new Rune(char.ToLowerInvariant(text[at])), at, at + 1);
            }
            else
            {
                FoldElement(letters, text, at, length);
            }
        }

        return letters;
    }

    private static void FoldElement(List<Letter> letters, string text, int at, int length)
    {
        string element = text.Substring(at, length);
        if (!element.IsNormalizedSafely(out bool wide))
        {
            letters.Add(new Letter(Rune.ReplacementChar, LetterKind.Break, at, at + length));
            return;
        }

        string composed = element.Normalize(wide ? NormalizationForm.FormKC : NormalizationForm.FormC);
        foreach (var rune in composed.ToLowerInvariant().EnumerateRunes())
        {
            Add(letters, rune, at, at + length);
        }
    }

    /// <summary>Whether a text can be normalised at all (half a surrogate pair cannot), and whether it holds width variants.</summary>
    private static bool IsNormalizedSafely(this string element, out bool wide)
    {
        wide = false;
        for (int i = 0; i < element.Length; i++)
        {
            wide |= element[i] is >= '\uFF00' and <= '\uFFEF';
            if (char.IsSurrogate(element[i]))
            {
                if (i + 1 == element.Length || !char.IsSurrogatePair(element[i], element[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    private static void Add(List<Letter> letters, Rune rune, int start, int end)
    {
        var category = Rune.GetUnicodeCategory(rune);
        if (category is not UnicodeCategory.Format)
        {
            letters.Add(new Letter(rune, KindOf(rune, category), start, end));
        }
    }

    private static LetterKind KindOf(Rune rune, UnicodeCategory category) => category switch
    {
        UnicodeCategory.SpaceSeparator => LetterKind.Space,
        UnicodeCategory.Control => rune.Value == '\t' ? LetterKind.Space : LetterKind.Break,
        _ when IsPairLetter(rune.Value) => LetterKind.Pair,
        <= UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => LetterKind.Word,
        _ => LetterKind.Break,
    };

    private static bool IsPairLetter(int value) => value switch
    {
        >= 0xAC00 and <= 0xD7A3 => true, // Hangul syllables
        (>= 0x1100 and <= 0x11FF) or (>= 0x3131 and <= 0x318E) or (>= 0xA960 and <= 0xA97C) or (>= 0xD7B0 and <= 0xD7FB) => true, // and letters
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFD) => true, // Han
        0x3005 or 0x3006 or 0x3007 => true, // and its signs of repetition, closing and zero
        (>= 0x3041 and <= 0x309A) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FC and <= 0x30FF) => true, // kana
        >= 0x31F0 and <= 0x31FF => true,
        _ => false,
    };
}
