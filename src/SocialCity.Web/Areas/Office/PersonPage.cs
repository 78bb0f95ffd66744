using Microsoft.AspNetCore.Mvc.Rendering;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Office;

public sealed record PersonPage(
    Account Account, IReadOnlyList<RightGrant> Grants, IReadOnlyDictionary<long, LocalText> Names, IReadOnlyList<SelectListItem> Departments, GrantForm Form);
