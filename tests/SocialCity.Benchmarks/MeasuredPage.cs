using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Complaints;
using SocialCity.Conversation;
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

    private const int RowsOfBlogPage = 12;
    private const int DeepBlogPage = 1_000;
    private const int ThreadsOfPage = 50;

    /// <summary>More than are asked for in one run with its warming up.</summary>
    private const int MostMade = 300;

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
        At("search, articles, common word", "/search?q=시장&kind=Article"),
        At("search of a week, common word", "/search?q=골목&since=Week"),
        At("search of a month, rare word", "/search?q=점자블록&since=Month"),
        At("search of a year, rare word", "/search?q=점자블록&since=Year"),
        At("blog, front page, kept", "/blog"),
        Made("blog, front page", _ => Task.FromResult("/blog")),
        Made("blog, 1,000th page", DeepBlogPageAsync),
        Made("blog, category", async db => "/blog/category/" + await db.Set<BlogCategory>().Where(c => c.ParentId == null).OrderByDescending(c => c.ArticleCount).Select(c => c.Slug).FirstAsync()),
        Made("blog, tag", async db => "/blog/tag/" + await db.Set<BlogTag>().OrderByDescending(t => t.ArticleCount).Select(t => t.Slug).FirstAsync()),
        Made("blog, author", async db => "/blog/author/" + await db.Set<Byline>().OrderByDescending(b => b.ArticleCount).Select(b => b.Handle).FirstAsync()),
        Made("blog, archive of a month", MonthAsync),
        Made("blog, feed", _ => Task.FromResult("/blog/feed.rss")),
        new("article, kept", Reader.Guest, city => city.AskAsync(async db => new[] { await CrowdedArticleAsync(db) })),
        Made("article with 500 comments", CrowdedArticleAsync),
        Made("article with 500 comments, last of them", async db => await CrowdedArticleAsync(db) + "?talk=" + await LastTalkAsync(db)),
        new("article, one after the other", Reader.Guest, city => city.AskAsync(ArticlesAsync)),
        new("article with 500 comments, signed in", Reader.Official, city => city.AskAsync(async db => new[] { await CrowdedArticleAsync(db) })),
    ];

    /// <summary>A page of the blog as it is made anew: each time under an address that no kept page has.</summary>
    private static MeasuredPage Made(string name, Func<CityDb, Task<string>> find) => new(name, Reader.Guest, city => city.AskAsync(async db =>
    {
        string address = await find(db);
        char joint = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return Enumerable.Range(0, MostMade).Select(i => string.Create(CultureInfo.InvariantCulture, $"{address}{joint}made={i}")).ToArray();
    }));

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

    private static async Task<string> DeepBlogPageAsync(CityDb db)
    {
        int before = Math.Min(DeepBlogPage - 1, ((await db.Articles.Listed().CountAsync() - 1) / RowsOfBlogPage) - 1) * RowsOfBlogPage;
        var last = await db.Articles.ListedAfter(null).Skip(before - 1).Select(a => new { a.ListedAt, a.Id }).FirstAsync();
        return "/blog?at=" + new Cursor(last.ListedAt ?? default, last.Id);
    }

    private static async Task<string> MonthAsync(CityDb db)
    {
        BlogMonth month = await db.Set<BlogMonth>().AsNoTracking().OrderByDescending(m => m.ArticleCount).FirstAsync();
        return string.Create(CultureInfo.InvariantCulture, $"/blog/archive/{month.Year}/{month.Month:00}");
    }

    private static async Task<string> CrowdedArticleAsync(CityDb db) =>
        Article.PathOf(await db.Articles.Readable().OrderByDescending(a => a.CommentCount).ThenBy(a => a.Id).Select(a => a.Slug).FirstAsync());

    /// <summary>Where the last comments begin; empty where all of them stand on one page.</summary>
    private static async Task<string> LastTalkAsync(CityDb db)
    {
        long id = await db.Articles.Readable().OrderByDescending(a => a.CommentCount).ThenBy(a => a.Id).Select(a => a.Id).FirstAsync();
        var threads = db.Comments.Of(ConversationSubject.Article, id).Public().Where(c => c.ParentId == null);
        var last = await threads.OrderByDescending(c => c.CreatedAt).ThenByDescending(c => c.Id).Skip(ThreadsOfPage).Select(c => new { c.CreatedAt, c.Id }).FirstOrDefaultAsync();
        return last is null ? "" : new Cursor(last.CreatedAt, last.Id).ToString();
    }

    private static async Task<string[]> ArticlesAsync(CityDb db)
    {
        long most = await db.Articles.MaxAsync(a => a.Id);
        List<string> addresses = [];
        for (int i = 1; i <= MostMade; i++)
        {
            long from = most * i / (MostMade + 1);
            addresses.Add(Article.PathOf(await db.Articles.Readable().Where(a => a.Id >= from).OrderBy(a => a.Id).Select(a => a.Slug).FirstAsync()));
        }

        return [.. addresses];
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
