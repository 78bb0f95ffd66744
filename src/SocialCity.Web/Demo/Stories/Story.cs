using SocialCity.Complaints;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Web.Demo.Stories;

/// <summary>What kind of place something happens at.</summary>
public enum Spot
{
    Street,
    Home,
    Park,
    Stop,
    School,
    Market,
    Stream,
    Hall,

    /// <summary>Nowhere in particular: a question or a proposal.</summary>
    Nowhere,
}

/// <summary>
/// A thing that happens in a city, in the words of citizens and of the office. <c>{곳}</c> stands for a place, <c>{때}</c> for since when,
/// <c>{점검일}</c> and <c>{조치일}</c> for days before the answer.
/// </summary>
/// <param name="Category">The code of the category.</param>
/// <param name="Spot">Where such a thing happens.</param>
/// <param name="Titles">What citizens call it.</param>
/// <param name="Texts">How they tell it.</param>
/// <param name="Answers">What the department answers: the first to the first text, the second to the second; one alone to both.</param>
public sealed record Story(string Category, Spot Spot, string[] Titles, string[] Texts, params string[] Answers)
{
    /// <summary>What the official has to ask first, and the citizen's reply.</summary>
    public (string Question, string Reply)? Ask { get; init; }

    /// <summary>Why the citizen says that it is not solved, and the second answer.</summary>
    public (string Reason, string Answer)? Again { get; init; }

    public ComplaintOutcome Outcome { get; init; } = ComplaintOutcome.Solved;

    /// <summary>Whose matter it is, where it is not the city's.</summary>
    public string? Owner { get; init; }

    public DemoScene? Scene { get; init; }

    /// <summary>What the photo shows, for those who do not see it.</summary>
    public string? SceneText { get; init; }

    /// <summary>The months in which it happens; empty for all year.</summary>
    public int[] Months { get; init; } = [];

    /// <summary>How often it happens beside the others.</summary>
    public int Weight { get; init; } = 4;

    public bool IsPrivate { get; init; }

    /// <summary>Replies to the category's questions, by their codes.</summary>
    public (string Code, string Value)[] Replies { get; init; } = [];

    public string Language { get; init; } = "ko";
}
