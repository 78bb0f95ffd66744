using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>The categories of an export as those of the portal: of two levels, deeper ones folded into the second.</summary>
internal sealed class ImportedCategories(CityDb db, ImportLedger ledger, bool isDry)
{
    private readonly Dictionary<string, BlogCategory> _byKey = new(StringComparer.Ordinal);
    private List<BlogCategory> _all = [];
    private HashSet<string> _former = [];

    /// <summary>
    /// For what stood in none and is published: here it stands in one. Null when there is no such article, so that no reader is offered
    /// an empty category. It is none of the export's, and the report does not count it.
    /// </summary>
    public BlogCategory? None { get; private set; }

    public BlogCategory? Of(string key) => _byKey.GetValueOrDefault(key);

    public async Task TakeAsync(IForeignBlog blog, ImportReport report, DateTime now, CancellationToken cancellationToken)
    {
        _byKey.Clear();
        _all = await db.BlogCategories.ToListAsync(cancellationToken);
        _former = [.. await db.FormerSlugs(AddressedList.Category).Select(f => f.Slug).ToListAsync(cancellationToken)];
        Dictionary<string, long> known = await ledger.KnownAsync(
            ImportLedger.Category, [.. blog.Categories.Select(c => c.Key)], cancellationToken);
        foreach (ForeignCategory category in blog.Categories.DistinctBy(c => c.Key))
        {
            string name = CleanText.Shorten(CleanText.Line(System.Net.WebUtility.HtmlDecode(category.Name)), BlogCategory.NameLength);
            BlogCategory? parent = category.ParentKey is { } above ? Of(above) : null;
            if (name.Length == 0)
            {
                report.Skip(new ForeignLoss("category", category.Key, "it has no name"));
            }
            else if (parent?.ParentId is not null)
            {
                _byKey[category.Key] = parent;
                bool isKnown = known.ContainsKey(category.Key);
                report.Note("category", name, $"categories have two levels here: its articles stand in “{parent.Name.Ko}”");
                report.Count("category", isKnown ? ImportOutcome.Unchanged : ImportOutcome.Changed);
                if (!isKnown && !isDry)
                {
                    ledger.Note(ImportLedger.Category, category.Key, parent.Id, now);
                    await db.SaveChangesAsync(cancellationToken);
                }
            }
            else if (known.TryGetValue(category.Key, out long id) && _all.Find(c => c.Id == id) is { } brought)
            {
                _byKey[category.Key] = brought;
                report.Count("category", ImportOutcome.Unchanged);
            }
            else
            {
                string address = category.Slug.Length > 0 ? category.Slug : name;
                await AddAsync(category.Key, new LocalText(name), address, parent, report, now, cancellationToken);
            }
        }

        if (blog.HasUnsorted)
        {
            const string Slug = "uncategorised";
            None = _all.Find(c => c.Slug == Slug)
                ?? await AddAsync("", new LocalText("분류 없음", "Uncategorised", "分類なし"), Slug, null, new ImportReport(), now, cancellationToken);
        }
    }

    private async Task<BlogCategory> AddAsync(
        string key, LocalText name, string address, BlogCategory? parent, ImportReport report, DateTime now, CancellationToken cancellationToken)
    {
        BlogCategory? here = _all.Find(c => c.ParentId == parent?.Id && string.Equals(c.Name.Ko, name.Ko, StringComparison.OrdinalIgnoreCase));
        BlogCategory category = here ?? new BlogCategory(name, FreeSlug(address), parent, _all.Select(c => c.Order).DefaultIfEmpty(0).Max() + 1);
        if (here is null)
        {
            _all.Add(category);
        }

        if (!isDry)
        {
            if (here is null)
            {
                db.Add(category);
                await db.SaveChangesAsync(cancellationToken);
            }

            if (key.Length > 0)
            {
                ledger.Note(ImportLedger.Category, key, category.Id, now);
                await db.SaveChangesAsync(cancellationToken);
            }
        }

        if (key.Length > 0)
        {
            _byKey[key] = category;
        }

        report.Count("category", here is not null ? ImportOutcome.Unchanged : ImportOutcome.Brought);
        return category;
    }

    private string FreeSlug(string name)
    {
        string wanted = Slug.From(name, "category", BlogCategory.SlugLength - 4);
        string free = wanted;
        for (int next = 2; _all.Exists(c => c.Slug == free) || _former.Contains(free); next++)
        {
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{next}");
        }

        return free;
    }
}
