namespace SocialCity.Text;

/// <summary>
/// In which language a person wrote, by the letters they used: a browser breaks lines and a screen reader speaks by it. The language in
/// which they read the portal may be another.
/// </summary>
public static class WrittenLanguage
{
    /// <summary>"ko" where Hangul stands, "ja" where kana stands and no Hangul, otherwise what is known of the writer.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="known">The code of the writer's language.</param>
    public static string Of(string text, string known)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(IsHangul) ? "ko"
            : text.Any(IsKana) ? "ja"
            // Letters of the alphabet alone are no Korean and no Japanese.
            : known is "ko" or "ja" && text.Any(char.IsAsciiLetter) && !text.Any(IsHan) ? "en"
            : known;
    }

    private static bool IsHangul(char c) => c is (>= '\uAC00' and <= '\uD7A3') or (>= '\u3131' and <= '\u318E');

    private static bool IsKana(char c) => c is (>= '\u3041' and <= '\u30FF') or (>= '\uFF66' and <= '\uFF9D');

    private static bool IsHan(char c) => c is >= '\u4E00' and <= '\u9FFF';
}
