namespace SocialCity.Accounts;

/// <summary>The versions of the texts that people agree to. A change of a text takes a new version here, and a sentence on what changed there.</summary>
public static class ConsentTexts
{
    public const string Terms = "2026-11";
    public const string Privacy = "2026-11";
    public const string Age = "2026-11";
    public const string News = "2026-11";

    /// <summary>Without these nobody joins; they end with the account.</summary>
    public static IReadOnlyList<ConsentPurpose> Required { get; } = [ConsentPurpose.Terms, ConsentPurpose.Privacy, ConsentPurpose.Age];

    /// <summary>The version that is in force for a purpose.</summary>
    public static string VersionOf(ConsentPurpose purpose) => purpose switch
    {
        ConsentPurpose.Terms => Terms,
        ConsentPurpose.Privacy => Privacy,
        ConsentPurpose.Age => Age,
        ConsentPurpose.News => News,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, "No text."),
    };
}
