using SocialCity.Complaints;
using SocialCity.Municipality;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>A posted form with what its entries turned out to be. Only one without errors can be filed.</summary>
public sealed record CheckedComplaint(ComplaintForm Form, FilingReference Reference)
{
    public ComplaintCategory? Category => Reference.Category(Form.CategoryId);

    /// <summary>The dong, from the place on the map where there is one, else as chosen.</summary>
    public MapDistrict? District { get; init; }

    public GeoPoint? Point { get; init; }

    public IReadOnlyList<(long QuestionId, string Value)> Replies { get; init; } = [];

    /// <summary>The photos in order: those kept and those that just came.</summary>
    public IReadOnlyList<(StagedPhoto Photo, string? Alt)> Photos { get; init; } = [];

    /// <summary>Whether a photo was refused for its size alone.</summary>
    public bool IsTooLarge { get; init; }

    public PersonalFindings Findings { get; init; } = PersonalFindings.None;

    /// <summary>Whether the address has to be proven by mail: for guests, and accounts below the level that the city asks for.</summary>
    public bool NeedsProof { get; init; }
}
