using System.Text;

namespace SocialCity.Text;

/// <summary>
/// Chooses the form of a Korean particle that fits the word before it, so that a text with a placeholder reads as
/// written by a person: "{0}을(를) 써 주세요" becomes "제목을 써 주세요" and "주소를 써 주세요".
/// </summary>
public static class KoreanParticles
{
    private static readonly (string Written, string AfterConsonant, string AfterVowel)[] Particles =
    [
        ("을(를)", "을", "를"),
        ("이(가)", "이", "가"),
        ("은(는)", "은", "는"),
        ("과(와)", "과", "와"),
        ("와(과)", "과", "와"),
        ("(으)로", "으로", "로"),
        ("(이)나", "이나", "나"),
    ];

    /// <summary>The text with every particle written both ways settled; one that follows a foreign letter stays as it is.</summary>
    public static string Settle(string text)
    {
        if (!text.Contains('('))
        {
            return text;
        }

        foreach (var (written, afterConsonant, afterVowel) in Particles)
        {
            text = Settle(text, written, afterConsonant, afterVowel);
        }

        return text;
    }

    private static string Settle(string text, string written, string afterConsonant, string afterVowel)
    {
        var at = text.IndexOf(written, StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var settled = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(written, from, StringComparison.Ordinal))
        {
            settled.Append(text, from, at - from);
            settled.Append(FinalBefore(text, at) switch
            {
                Final.None => afterVowel,
                Final.Rieul when afterVowel == "로" => afterVowel,
                Final.Rieul or Final.Other => afterConsonant,
                _ => written,
            });
            from = at + written.Length;
        }

        return settled.Append(text, from, text.Length - from).ToString();
    }

    private static Final FinalBefore(string text, int at)
    {
        while (--at >= 0 && text[at] is '\'' or '"' or '’' or '”' or '」' or '』' or ')' or ']' or ' ')
        {
            // The particle goes with the word before the brackets, not with what stands in them.
            if (text[at] == ')' && text.LastIndexOf('(', at) is > 0 and var opening)
            {
                at = opening;
            }
        }

        return at < 0 ? Final.Unknown : text[at] switch
        {
            >= '가' and <= '힣' => ((text[at] - '가') % 28) switch { 0 => Final.None, 8 => Final.Rieul, _ => Final.Other },
            '2' or '4' or '5' or '9' => Final.None,
            '1' or '7' or '8' => Final.Rieul,
            '0' or '3' or '6' => Final.Other,
            _ => Final.Unknown,
        };
    }

    private enum Final
    {
        Unknown,
        None,
        Rieul,
        Other,
    }
}
