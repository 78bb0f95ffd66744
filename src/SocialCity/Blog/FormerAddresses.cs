using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Blog;

/// <summary>Lists of the blog whose addresses editors choose.</summary>
public enum AddressedList
{
    Category = 1,
    Series = 2,
}

/// <summary>The address of such a list, or of a feed below it.</summary>
/// <param name="List">Of which kind it is.</param>
/// <param name="Slug">The part that an editor chose.</param>
/// <param name="Feed">The file of the feed, as feed.rss; null for the list itself.</param>
public sealed record ListAddress(AddressedList List, string Slug, string? Feed)
{
    private const string Blog = "blog";
    private const string Category = "category";
    private const string Series = "series";

    public string Path => string.Join('/', new[] { "", Blog, List == AddressedList.Category ? Category : Series, Slug, Feed }.OfType<string>());

    /// <summary>What a path within the portal, decoded, names; null when it is no such address.</summary>
    public static ListAddress? In(string path) => path.Split('/') switch
    {
        ["", Blog, Category, { Length: > 0 } slug] => new ListAddress(AddressedList.Category, slug, null),
        ["", Blog, Category, { Length: > 0 } slug, "feed.rss" or "feed.atom" or "feed.json"] => new ListAddress(AddressedList.Category, slug, path[(path.LastIndexOf('/') + 1)..]),
        ["", Blog, Series, { Length: > 0 } slug] => new ListAddress(AddressedList.Series, slug, null),
        _ => null,
    };
}

/// <summary>A slug by which a list was known, and the one that it has now.</summary>
public sealed class FormerSlug
{
    public string Slug { get; init; } = "";

    /// <summary>Of the category or the series.</summary>
    public long Id { get; init; }

    public string Now { get; init; } = "";
}

/// <summary>
/// Addresses under which categories and series were known: they lead on for good, their feeds too, and nobody else is given them
/// (docs/decisions/0049-former-addresses.md).
/// </summary>
public sealed class FormerAddresses(CityDb db, TimeProvider time)
{
    /// <summary>Where a list stands that was known under an address; null when none was.</summary>
    public async Task<string?> LeadsToAsync(ListAddress address, CancellationToken cancellationToken) =>
        await db.FormerSlugs(address.List).Where(f => f.Slug == address.Slug).Select(f => f.Now).SingleOrDefaultAsync(cancellationToken) is { } now
            ? (address with { Slug = now }).Path
            : null;

    /// <summary>Whether another list of the kind has this slug, or had it and is still found by it.</summary>
    /// <param name="list">The kind.</param>
    /// <param name="slug">The slug that is wanted.</param>
    /// <param name="id">Whose it would be; null for a new one.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<bool> IsTakenAsync(AddressedList list, string slug, long? id, CancellationToken cancellationToken) =>
        await (list == AddressedList.Category
            ? db.BlogCategories.AnyAsync(c => c.Slug == slug && c.Id != id, cancellationToken)
            : db.ArticleSeries.AnyAsync(s => s.Slug == slug && s.Id != id, cancellationToken))
        || await db.FormerSlugs(list).AnyAsync(f => f.Slug == slug && f.Id != id, cancellationToken);

    /// <summary>Remembers the slug that a list is about to lose. The caller saves it with the change.</summary>
    public async Task KeepAsync(AddressedList list, long id, string former, string next, CancellationToken cancellationToken)
    {
        if (former == next)
        {
            return;
        }

        string kind = FormerAddressQueries.KindOf(list);
        ImportedItem? known = await db.Set<ImportedItem>()
            .SingleOrDefaultAsync(i => i.Source == ImportedItem.Here && i.Kind == kind && i.Key == former, cancellationToken);
        if (known?.TargetId == id)
        {
            return;
        }

        if (known is not null)
        {
            // Of a list that was deleted: the address was free, and somebody took it.
            db.Remove(known);
        }

        db.Add(new ImportedItem(ImportedItem.Here, kind, former, id, time.GetUtcNow().UtcDateTime));
    }
}

public static class FormerAddressQueries
{
    /// <summary>The slugs by which lists of a kind were known that are still there.</summary>
    public static IQueryable<FormerSlug> FormerSlugs(this CityDb db, AddressedList list)
    {
        string kind = KindOf(list);
        IQueryable<ImportedItem> known = db.Set<ImportedItem>().Where(i => i.Source == ImportedItem.Here && i.Kind == kind);
        return list == AddressedList.Category
            ? known.Join(db.BlogCategories, i => i.TargetId, c => c.Id, (i, c) => new FormerSlug { Slug = i.Key, Id = c.Id, Now = c.Slug })
            : known.Join(db.ArticleSeries, i => i.TargetId, s => s.Id, (i, s) => new FormerSlug { Slug = i.Key, Id = s.Id, Now = s.Slug });
    }

    internal static string KindOf(AddressedList list) => list == AddressedList.Category ? "category-slug" : "series-slug";
}
