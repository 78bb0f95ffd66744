using System.Text;

namespace SocialCity.Accounts;

/// <summary>The Latin keys that Hangul is typed with on the two-set (두벌식) keyboard: 비밀번호 is qlalfqjsgh, as a password a very old trick.</summary>
public static class HangulKeys
{
    private const int First = 0xAC00;
    private const int Last = 0xD7A3;
    private const int Vowels = 21;
    private const int Finals = 28;

    private static readonly string[] InitialKeys =
        ["r", "r", "s", "e", "e", "f", "a", "q", "q", "t", "t", "d", "w", "w", "c", "z", "x", "v", "g"];

    private static readonly string[] VowelKeys =
    [
        "k", "o", "i", "o", "j", "p", "u", "p", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l",
    ];

    private static readonly string[] FinalKeys =
    [
        "", "r", "r", "rt", "s", "sw", "sg", "e", "f", "fr", "fa", "fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "t", "d", "w", "c",
        "z", "x", "v", "g",
    ];

    /// <summary>The keys for a text, in lower case; what is not a Hangul syllable stays.</summary>
    public static string Typed(string text)
    {
        StringBuilder keys = new();
        foreach (char letter in text)
        {
            if (letter is < (char)First or > (char)Last)
            {
                keys.Append(letter);
                continue;
            }

            int place = letter - First;
            keys.Append(InitialKeys[place / (Vowels * Finals)])
                .Append(VowelKeys[place / Finals % Vowels])
                .Append(FinalKeys[place % Finals]);
        }

        return keys.ToString();
    }
}
