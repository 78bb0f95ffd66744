using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

public sealed record HolidayPage(int Year, IReadOnlyList<Holiday> Holidays, HolidayForm Form);
