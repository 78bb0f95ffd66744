using SocialCity.Municipality;

namespace SocialCity.Web.Areas.Office;

public sealed record DistrictList(IReadOnlyList<District> Districts, BoundaryDrawing Drawing);

/// <param name="District">Null for a new one.</param>
public sealed record DistrictPage(District? District, DistrictForm Form, BoundaryDrawing Drawing);
