using SocialCity.Complaints;
using SocialCity.Municipality;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The page with the form for a new complaint.</summary>
/// <param name="IsSignedIn">Whether somebody is signed in, whatever the level.</param>
public sealed record ComplaintFormPage(ComplaintForm Form, CheckedComplaint Checked, bool IsSignedIn)
{
    /// <summary>The text as it will look, when a preview was asked for; safe HTML.</summary>
    public string? Preview { get; init; }

    /// <summary>Offered before the complaint is filed; the form has all that was typed.</summary>
    public IReadOnlyList<SimilarComplaint> Similar { get; init; } = [];

    /// <summary>Whether this very form filed another complaint before: its writer went back to it.</summary>
    public bool IsAnother { get; init; }

    /// <summary>Replies to the questions of a category that was hidden since the form was opened: nothing asks them any more.</summary>
    public IReadOnlyList<TypedField> Unasked { get; init; } = [];

    public FilingReference Reference => Checked.Reference;

    public City City => Reference.City;

    /// <summary>The groups of categories in the order of their first category.</summary>
    public IEnumerable<IGrouping<string, ComplaintCategory>> Groups => Reference.Categories.GroupBy(c => c.Group.ToString());

    /// <summary>All that a category says of itself: the finder looks for words in it.</summary>
    public static string WordsOf(ComplaintCategory category) => string.Join(
        ' ',
        [
            category.Group.ToString(), category.Name.ToString(), category.Hint.ToString(),
            .. category.Questions.SelectMany(q => q.Options().Select(o => o.Name.ToString()).Prepend(q.Label.ToString())),
        ]);

    public CategoryQuestions? Questions => Checked.Category is { } category ? CategoryQuestions.Of(category, Checked) : null;

    public CityMap? Map => CityMap.Of(Reference.Districts);

    /// <summary>What the petitioner has seen offered, to be sent back.</summary>
    public string Offered => string.Join(
        ',', (Form.Offered ?? "").Split(',').Concat(Similar.Select(s => s.Number)).Where(n => n.Length > 0).Distinct(StringComparer.Ordinal).TakeLast(20));
}

/// <summary>What a category adds to the form: its period and its questions.</summary>
public sealed record CategoryQuestions(
    ComplaintCategory Category, PeriodFacts? Period, DateTime? DueIfFiledNow, ComplaintForm Form, PersonalFindings Findings)
{
    public static CategoryQuestions Of(ComplaintCategory category, CheckedComplaint complaint)
    {
        PeriodFacts? period = complaint.Reference.PeriodOf(category);
        return new CategoryQuestions(
            category, period, period is null ? null : complaint.Reference.DueIfFiledNow(period.Period), complaint.Form, complaint.Findings);
    }
}

/// <summary>Similar complaints as a list, in the form or while typing.</summary>
public sealed record SimilarList(IReadOnlyList<SimilarComplaint> Complaints, FilingReference Reference);

/// <summary>The photos that wait for the form, each with its description.</summary>
public sealed record PhotoList(IReadOnlyList<(StagedPhoto Photo, string? Alt)> Photos);
