using Microsoft.AspNetCore.Mvc.Rendering;
using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Office;

/// <param name="Duty">Null for a new one.</param>
public sealed record DutyPage(Department Department, Duty? Duty, DutyForm Form, IReadOnlyList<SelectListItem> Officers);
