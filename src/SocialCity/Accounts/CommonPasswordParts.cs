namespace SocialCity.Accounts;

/// <summary>What people put into passwords first: common words, rows of keys and of letters, years. The words lie in CommonPasswordParts.txt.</summary>
internal static class CommonPasswordParts
{
    private const int ShortestRow = 3;

    private static readonly string[] Rows =
    [
        "abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
        "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "qazwsxedcrfvtgbyhnujmikolp", "147258369", "159357", "가나다라마바사아자차카타파하",
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "ㅋㅌㅊㅍㅠㅜㅡ", "rkskekfkakqktkdkwkckzkxkvkgk",
    ];

    private static readonly string[] AllRows = [.. Rows, .. Rows.Select(row => string.Concat(row.Reverse()))];

    private static readonly HashSet<string> Words = Read();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly int Longest = Words.Max(word => word.Length);

    /// <summary>The length of the longest common part that begins at a place; 0 when none does.</summary>
    public static int LongestAt(string text, int at, HashSet<string> own)
    {
        var lookup = own.GetAlternateLookup<ReadOnlySpan<char>>();
        int most = Math.Min(text.Length - at, Math.Max(Longest, own.Count == 0 ? 0 : own.Max(word => word.Length)));
        for (int length = most; length >= 2; length--)
        {
            ReadOnlySpan<char> part = text.AsSpan(at, length);
            if (Lookup.Contains(part) || lookup.Contains(part) || IsRow(part) || IsYear(part))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsRow(ReadOnlySpan<char> part)
    {
        if (part.Length < ShortestRow)
        {
            return false;
        }

        foreach (string row in AllRows)
        {
            if (row.AsSpan().IndexOf(part) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYear(ReadOnlySpan<char> part) =>
        part.Length == 4 && (part.StartsWith("19") || part.StartsWith("20")) && char.IsAsciiDigit(part[2]) && char.IsAsciiDigit(part[3]);

    private static HashSet<string> Read()
    {
        using Stream stream = typeof(CommonPasswordParts).Assembly.GetManifestResourceStream("CommonPasswordParts.txt")
            ?? throw new InvalidOperationException("The list of common passwords is missing from the program.");
        using StreamReader reader = new(stream);
        HashSet<string> words = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            foreach (string word in line.StartsWith('#') ? [] : line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                words.Add(word);
                words.Add(HangulKeys.Typed(word));
            }
        }

        return words;
    }
}
