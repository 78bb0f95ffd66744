using System.Text;

namespace SocialCity.Text;

/// <summary>A business registration number (사업자등록번호), valid by its check digit. Public for shops.</summary>
public sealed record BusinessNumber
{
    /// <summary>Length of <see cref="Digits"/>.</summary>
    public const int Length = 10;

    private static readonly int[] Weights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

    private BusinessNumber(string digits) => Digits = digits;

    /// <summary>The ten digits without dashes, as they are stored.</summary>
    public string Digits { get; }

    /// <summary>Reads a number with or without dashes and spaces, in any width; null when it is not a valid one.</summary>
    public static BusinessNumber? Parse(string? text)
    {
        if (text is null || text.Length > 4 * Length)
        {
            return null;
        }

        StringBuilder digits = new(Length);
        foreach (char character in FoldedText.Of(text).Plain)
        {
            if (char.IsAsciiDigit(character))
            {
                digits.Append(character);
            }
            else if (character is not ('-' or ' '))
            {
                return null;
            }
        }

        return digits.Length == Length && IsValid(digits.ToString()) ? new BusinessNumber(digits.ToString()) : null;
    }

    /// <summary>As people write it: 124-81-00998.</summary>
    public override string ToString() => $"{Digits[..3]}-{Digits[3..5]}-{Digits[5..]}";

    internal static bool IsValid(ReadOnlySpan<char> digits)
    {
        // Offices number their districts from 101; a row of zeros would satisfy the sum.
        if (digits[0] == '0')
        {
            return false;
        }

        int sum = 0;
        for (int index = 0; index < Weights.Length; index++)
        {
            sum += (digits[index] - '0') * Weights[index];
        }

        sum += (digits[8] - '0') * 5 / 10;
        return (10 - (sum % 10)) % 10 == digits[9] - '0';
    }
}
