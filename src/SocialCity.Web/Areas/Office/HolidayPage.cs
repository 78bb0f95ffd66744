using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

public sealed record HolidayPage(int Year, IReadOnlyList<Holiday> Holidays, HolidayForm Form)
{
    public static async Task<HolidayPage> LoadAsync(CityDb db, int year, HolidayForm form, CancellationToken cancellationToken)
    {
        int shown = Math.Clamp(year, HolidayForm.FirstYear, HolidayForm.LastYear);
        DateOnly first = new(shown, 1, 1);
        DateOnly last = new(shown, 12, 31);
        return new HolidayPage(
            shown,
            await db.Set<Holiday>().AsNoTracking().Where(h => h.Date >= first && h.Date <= last).OrderBy(h => h.Date).ToListAsync(cancellationToken),
            form);
    }
}
