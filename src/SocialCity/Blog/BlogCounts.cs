using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Blog;

/// <summary>In which lists an article stands.</summary>
public sealed record Listing(
    DateTime? ListedAt, long? CategoryId, long? TopCategoryId, IReadOnlyList<long> TagIds, IReadOnlyList<long> AuthorIds)
{
    public static Listing Of(Article article) => new(
        article.ListedAt,
        article.CategoryId,
        article.TopCategoryId,
        [.. article.Tags.Select(t => t.TagId)],
        [.. article.Authors.Select(a => a.AccountId)]);
}

/// <summary>
/// The counts beside categories, tags, names and months. Those that a change touches are counted again from the indexes in its own
/// transaction: an article comes out now and then, and a count made anew cannot drift.
/// </summary>
public sealed class BlogCounts(CityDb db, TimeProvider time)
{
    public async Task RefreshAsync(Listing before, Listing after, CancellationToken cancellationToken)
    {
        if (before.ListedAt is null && after.ListedAt is null)
        {
            return;
        }

        await NewEditionAsync(cancellationToken);

        await RefreshTagsAsync([.. before.TagIds.Union(after.TagIds)], cancellationToken);
        await RefreshNamesAsync([.. before.AuthorIds.Union(after.AuthorIds)], cancellationToken);
        await RefreshCategoriesAsync(
            [.. new[] { before.CategoryId, before.TopCategoryId, after.CategoryId, after.TopCategoryId }.OfType<long>().Distinct()],
            cancellationToken);
        await RefreshMonthsAsync([.. new[] { before.ListedAt, after.ListedAt }.OfType<DateTime>()], cancellationToken);
    }

    /// <summary>Something that the lists show has changed: pages kept of them hold no longer.</summary>
    public Task<int> NewEditionAsync(CancellationToken cancellationToken) =>
        db.Set<BlogEdition>().ExecuteUpdateAsync(set => set.SetProperty(e => e.Number, e => e.Number + 1), cancellationToken);

    /// <summary>Somebody spoke up, or was silenced: lists show how many did.</summary>
    public static Task<int> NewTalkAsync(CityDb db, CancellationToken cancellationToken) =>
        db.Set<BlogEdition>().ExecuteUpdateAsync(set => set.SetProperty(e => e.TalkNumber, e => e.TalkNumber + 1), cancellationToken);

    /// <summary>Counts everything anew: after an import, or to compare.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        await RefreshTagsAsync(null, cancellationToken);
        await RefreshNamesAsync(null, cancellationToken);
        await RefreshCategoriesAsync(null, cancellationToken);
        await NewEditionAsync(cancellationToken);
        CityClock clock = await db.ClockAsync(time, cancellationToken);
        await db.Set<BlogMonth>().ExecuteDeleteAsync(cancellationToken);
        Dictionary<(int Year, int Month), int> months = [];
        await foreach (DateTime? at in db.Articles.AsNoTracking().Listed().Select(a => a.ListedAt).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            if (at is { } listed)
            {
                DateOnly day = clock.DayOf(listed);
                months[(day.Year, day.Month)] = months.GetValueOrDefault((day.Year, day.Month)) + 1;
            }
        }

        foreach (var ((year, month), count) in months)
        {
            BlogMonth row = new(year, month);
            row.Count(count);
            db.Add(row);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private Task<int> RefreshTagsAsync(IReadOnlyList<long>? ids, CancellationToken cancellationToken) =>
        db.Set<BlogTag>().Where(t => ids == null || ids.Contains(t.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.ArticleCount, t => db.Set<ArticleTag>().Count(a => a.TagId == t.Id && a.ListedAt != null)),
            cancellationToken);

    private Task<int> RefreshNamesAsync(IReadOnlyList<long>? ids, CancellationToken cancellationToken) =>
        db.Set<Byline>().Where(b => ids == null || ids.Contains(b.AccountId)).ExecuteUpdateAsync(
            set => set.SetProperty(b => b.ArticleCount, b => db.Set<ArticleAuthor>().Count(a => a.AccountId == b.AccountId && a.ListedAt != null)),
            cancellationToken);

    private async Task RefreshCategoriesAsync(IReadOnlyList<long>? ids, CancellationToken cancellationToken)
    {
        await db.Set<BlogCategory>().Where(c => (ids == null || ids.Contains(c.Id)) && c.ParentId == null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ArticleCount, c => db.Articles.Count(a => a.TopCategoryId == c.Id && a.ListedAt != null)),
            cancellationToken);
        await db.Set<BlogCategory>().Where(c => (ids == null || ids.Contains(c.Id)) && c.ParentId != null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.ArticleCount, c => db.Articles.Count(a => a.CategoryId == c.Id && a.ListedAt != null)),
            cancellationToken);
    }

    private async Task RefreshMonthsAsync(IReadOnlyList<DateTime> times, CancellationToken cancellationToken)
    {
        CityClock clock = await db.ClockAsync(time, cancellationToken);
        foreach (DateOnly month in times.Select(t => clock.DayOf(t)).Select(d => new DateOnly(d.Year, d.Month, 1)).Distinct())
        {
            int count = await db.Articles.ListedBetween(clock.StartOf(month), clock.StartOf(month.AddMonths(1))).CountAsync(cancellationToken);
            BlogMonth? row = await db.Set<BlogMonth>()
                .SingleOrDefaultAsync(m => m.Year == month.Year && m.Month == month.Month, cancellationToken);
            if (row is null)
            {
                row = new BlogMonth(month.Year, month.Month);
                db.Add(row);
            }

            row.Count(count);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
