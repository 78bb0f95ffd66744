using System.Globalization;
using System.Text;

namespace SocialCity.Text;

/// <summary>
/// A text as a pattern should see it: compatibility forms folded (NFKC), all digits and dashes alike, marks and invisible characters
/// gone, Hangul composed. Each character knows which part of the original it stands for.
/// </summary>
internal sealed class FoldedText
{
    // One character of the original may unfold to a whole phrase; none that hides a number does.
    private const int LongestUnfolding = 4;

    private const int LongestNumber = 40;

    private readonly List<int> starts;
    private readonly List<int> ends;

    private FoldedText(string plain, List<int> starts, List<int> ends)
    {
        Plain = plain;
        Spoken = string.Create(plain.Length, plain, Speak);
        this.starts = starts;
        this.ends = ends;
    }

    /// <summary>The folded text.</summary>
    public string Plain { get; }

    /// <summary>
    /// The same, with digit words (공, 일, 이 ... 구; 〇, 一, 二 ... 九) and the letter O as digits. Same length. A row of them that is
    /// longer than any number stays as it is.
    /// </summary>
    public string Spoken { get; }

    public static FoldedText Of(string text)
    {
        StringBuilder folded = new(text.Length);
        List<int> from = new(text.Length);
        List<int> to = new(text.Length);
        Dictionary<Rune, string> unfoldings = [];
        int next;
        for (int index = 0; index < text.Length; index = next)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out Rune rune, out int length);
            next = index + length;
            if (rune.IsAscii || rune.Value is >= 0xAC00 and <= 0xD7A3)
            {
                Add((char)rune.Value, index, next);
            }
            else if (rune.Value is >= 0x1100 and <= 0x1112)
            {
                // Letters of a syllable, as some systems write them one by one.
                AddAll(Syllable(text, index, ref next), index, next);
            }
            else if (Letters.IsMark(rune))
            {
                // A mark belongs to the letter that it stands on.
                if (to.Count > 0)
                {
                    to[^1] = next;
                }
            }
            else if (!Letters.IsInvisible(rune))
            {
                if (!unfoldings.TryGetValue(rune, out string? unfolded))
                {
                    unfoldings[rune] = unfolded = Unfold(rune);
                }

                AddAll(unfolded, index, next);
            }
        }

        return new FoldedText(folded.ToString(), from, to);

        void AddAll(string unfolded, int start, int end)
        {
            foreach (char character in unfolded)
            {
                Add(character, start, end);
            }
        }

        void Add(char character, int start, int end)
        {
            folded.Append(character);
            from.Add(start);
            to.Add(end);
        }
    }

    /// <summary>The part of the original that a part of the folded text stands for.</summary>
    public (int Start, int Length) Original(int start, int end) => (starts[start], ends[end - 1] - starts[start]);

    /// <summary>Whether the character stands for the same original character as the one before it.</summary>
    public bool IsContinued(int index) => index > 0 && starts[index] == starts[index - 1];

    private static string Syllable(string text, int index, ref int next)
    {
        StringBuilder letters = new(text, index, 1, 4);
        for (int ahead = next; ahead < text.Length && letters.Length < 3; ahead++)
        {
            if (text[ahead] is (>= '\u1161' and <= '\u1175') or (>= '\u11A8' and <= '\u11C2'))
            {
                letters.Append(text[ahead]);
                next = ahead + 1;
            }
            else if (!Rune.TryCreate(text[ahead], out Rune rune) || !Letters.IsInvisible(rune))
            {
                break;
            }
        }

        return letters.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static string Unfold(Rune rune)
    {
        if (IsDash(rune))
        {
            return "-";
        }

        if (rune.Value is 0x2028 or 0x2029 or 0x85)
        {
            return "\n";
        }

        if (Letters.IsSpace(rune))
        {
            return " ";
        }

        if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.DecimalDigitNumber)
        {
            return ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture);
        }

        if (Letters.IsNoCharacter(rune))
        {
            return "\uFFFD";
        }

        string unfolded = rune.ToString().Normalize(NormalizationForm.FormKC);
        return unfolded.Length <= LongestUnfolding ? unfolded : "\uFFFD";
    }

    // Beside the dashes proper: minus signs, the Japanese long vowel, the Hangul vowel that looks like a dash, box lines.
    private static bool IsDash(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.DashPunctuation
        || rune.Value is 0x2212 or 0x207B or 0x208B or 0x00AF or 0x02D7 or 0x30FC or 0xFF70 or 0x3161 or 0xFFDA or 0x2500 or 0x2501 or 0x2796;

    private static void Speak(Span<char> spoken, string plain)
    {
        int row = 0;
        for (int index = 0; index <= plain.Length; index++)
        {
            char digit = index < plain.Length ? Digit(plain[index]) : '\0';
            if (digit != '\0')
            {
                spoken[index] = digit;
                row++;
                continue;
            }

            if (row > LongestNumber)
            {
                plain.AsSpan(index - row, row).CopyTo(spoken[(index - row)..]);
            }

            row = 0;
            if (index < plain.Length)
            {
                spoken[index] = plain[index];
            }
        }
    }

    private static char Digit(char character) => character switch
    {
        >= '0' and <= '9' => character,
        '공' or '영' or '령' or '〇' or '零' or 'O' or 'o' => '0',
        '일' or '一' => '1',
        '이' or '二' => '2',
        '삼' or '三' => '3',
        '사' or '四' => '4',
        '오' or '五' => '5',
        '육' or '륙' or '六' => '6',
        '칠' or '七' => '7',
        '팔' or '八' => '8',
        '구' or '九' => '9',
        _ => '\0',
    };
}
