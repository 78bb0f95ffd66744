using System.Text;

namespace SocialCity.Accounts;

/// <summary>Codes as people type them: with the spaces and dashes that make them readable, in small letters, in the wide letters of an input method.</summary>
public static class TypedCode
{
    /// <summary>Half the length of a recovery code; a dash stands between the halves.</summary>
    private const int Half = 5;

    /// <summary>The letters and digits alone, narrow and large.</summary>
    public static string Plain(string typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return string.Concat(typed.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();
    }

    /// <summary>A recovery code as it was given out.</summary>
    public static string Recovery(string typed) => Plain(typed) is { Length: 2 * Half } plain ? $"{plain[..Half]}-{plain[Half..]}" : Plain(typed);
}
