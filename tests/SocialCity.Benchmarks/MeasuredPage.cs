using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Benchmarks;

/// <summary>A page that is measured.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Reader">Who asks for it.</param>
/// <param name="FindAddresses">Where it stands in a city; of several, each request takes the next.</param>
internal sealed record MeasuredPage(string Name, Reader Reader, Func<BigCity, Task<string[]>> FindAddresses)
{
    private const int RowsOfPage = 20;
    private const int DeepPage = 10_000;

    /// <summary>So many different complaints are opened in turn, from all years.</summary>
    private const int OpenedComplaints = 50;

    /// <summary>A category that every dong knows.</summary>
    private const string Category = "sidewalk";

    public static IReadOnlyList<MeasuredPage> All { get; } =
    [
        At("front page", "/"),
        At("list, first page", "/complaints"),
        new("list, 10,000th page", Reader.Guest, city => city.AskAsync(DeepPageAsync)),
        At("list, open", "/complaints?state=open"),
        new("list, open, last page", Reader.Guest, city => city.AskAsync(LastOpenPageAsync)),
        At("list, by state", "/complaints?state=closed"),
        Filtered("list, by department", f => $"department={f.Department}"),
        Filtered("list, by dong", f => $"dong={f.Dong}"),
        Filtered("list, by category", f => $"category={f.Category}"),
        Filtered("list, by category, dong and state", f => $"category={f.Category}&dong={f.Dong}&state=answered"),
        Filtered("list, by what seldom meets", f => $"category={f.Category}&department={f.RareDepartment}"),
        At("list, by a common word", "/complaints?q=골목"),
        At("list, by a rare word", "/complaints?q=점자블록"),
        At("list, by a word that is nowhere", "/complaints?q=쀏쀏"),
        At("map", "/complaints?view=map"),
        new("complaint", Reader.Guest, city => city.AskAsync(ComplaintsAsync)),
        At("desk, mine", "/desk", Reader.Official),
        At("desk, my department", "/desk?pile=department", Reader.Official),
        At("desk, answered", "/desk?pile=answered", Reader.Official),
        At("desk, of a manager", "/desk?pile=department", Reader.Manager),
        At("search, common word", "/search?q=골목"),
        At("search, rare word", "/search?q=점자블록"),
        At("search, several words", "/search?q=골목 사람 아이"),
        At("search, common and rare", "/search?q=골목 점자블록"),
        At("search, one letter", "/search?q=가"),
        At("search, words that never meet", "/search?q=가로등 드론"),
    ];

    private static MeasuredPage At(string name, string address, Reader reader = Reader.Guest) =>
        new(name, reader, _ => Task.FromResult<string[]>([address]));

    private static MeasuredPage Filtered(string name, Func<Filters, string> query) => new(name, Reader.Guest, city => city.AskAsync(async db =>
    {
        ComplaintCategory category = await db.ComplaintCategories.AsNoTracking().SingleAsync(c => c.Code == Category);
        long dong = await db.Districts.OrderBy(d => d.Order).Select(d => d.Id).FirstAsync();
        var departments = await db.ComplaintTallies.Where(t => t.CategoryId == category.Id && t.DepartmentId != null)
            .GroupBy(t => t.DepartmentId).Select(g => new { g.Key, Count = g.Sum(t => t.Count) })
            .OrderByDescending(g => g.Count).Select(g => g.Key).ToListAsync();
        return new[] { "/complaints?" + query(new Filters(category.Id, dong, departments[0] ?? 0, departments[^1] ?? 0)) };
    }));

    /// <summary>The ten-thousandth page, or the last one where there are fewer.</summary>
    private static async Task<string[]> DeepPageAsync(CityDb db)
    {
        int before = Math.Min(DeepPage - 1, ((await db.Complaints.Listed().CountAsync() - 1) / RowsOfPage) - 1) * RowsOfPage;
        return [await PageAfterAsync(db.Complaints.Listed(), before, "/complaints?at=")];
    }

    private static async Task<string[]> LastOpenPageAsync(CityDb db)
    {
        int before = (await db.Complaints.Listed().Open().CountAsync() - 1) / RowsOfPage * RowsOfPage;
        return [await PageAfterAsync(db.Complaints.Listed().Open(), before, "/complaints?state=open&at=")];
    }

    private static async Task<string> PageAfterAsync(IQueryable<Complaint> list, int rows, string address)
    {
        var last = await list.NewestFirst().Skip(rows - 1).Select(c => new { c.ReceivedAt, c.Id }).FirstAsync();
        return address + new Cursor(last.ReceivedAt, last.Id);
    }

    private static async Task<string[]> ComplaintsAsync(CityDb db)
    {
        long most = await db.Complaints.MaxAsync(c => c.Id);
        List<string> addresses = [];
        for (int i = 1; i <= OpenedComplaints; i++)
        {
            long from = most * i / (OpenedComplaints + 1);
            addresses.Add("/complaints/" + await db.Complaints.Listed().Where(c => c.Id >= from).OrderBy(c => c.Id).Select(c => c.Number).FirstAsync());
        }

        return [.. addresses];
    }

    private sealed record Filters(long Category, long Dong, long Department, long RareDepartment);
}
