using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

public sealed record CategoryList(IReadOnlyList<CategoryRow> Categories);

public sealed record CategoryRow(
    long Id, LocalText Name, LocalText Group, string Icon, PetitionKind Kind, int? PeriodAmount, PeriodUnit? PeriodUnit, bool IsActive, int Questions, bool IsRouted);

/// <param name="Category">Null for a new one; with its questions in their order.</param>
public sealed record CategoryPage(ComplaintCategory? Category, CategoryForm Form)
{
    /// <summary>The symbols that suit a category.</summary>
    public static IReadOnlyList<string> Icons { get; } =
    [
        "bench", "bicycle", "book", "bug", "building", "bulb", "bus", "ball", "car", "chat", "cone", "crosswalk", "document", "drop", "flag", "hand", "heart", "home", "lamp",
        "no-smoking", "parking", "paw", "phone", "refresh", "road", "scales", "school", "shield", "shop", "signal", "snow", "sprout", "swing", "trash", "tree", "users",
        "volume", "warning", "waves", "wheelchair", "wind",
    ];
}
