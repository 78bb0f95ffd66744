using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>The names that become parts of addresses: of articles, of tags, of people.</summary>
public sealed class Naming(CityDb db, IDatabaseProvider provider)
{
    private const int MostTries = 5;

    /// <summary>Words that stand in the blog's own addresses: no article is called so.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "archive", "author", "category", "feed", "front", "mine", "new", "newsletter", "preview", "series", "tag", "write",
    };

    /// <summary>Whether another article has this address, or had it and is still found by it.</summary>
    public async Task<bool> IsTakenAsync(string slug, long? articleId, CancellationToken cancellationToken)
    {
        string path = Article.PathOf(slug);
        return await db.Articles.AnyAsync(a => a.Slug == slug && a.Id != articleId, cancellationToken)
            || await db.Set<ArticleAddress>().AnyAsync(a => a.Path == path && a.ArticleId != articleId, cancellationToken);
    }

    /// <summary>An address for a title that no other article has or had.</summary>
    public async Task<string> FreeSlugAsync(string title, long? articleId, CancellationToken cancellationToken)
    {
        string wanted = Slug.From(title, "article", Article.SlugLength - 8);
        string path = Article.PathOf(wanted);
        List<string> taken = await db.Articles.AsNoTracking()
            .Where(a => a.Id != articleId && (a.Slug == wanted || a.Slug.StartsWith(wanted + "-")))
            .Select(a => "/blog/" + a.Slug)
            .Concat(db.Set<ArticleAddress>().AsNoTracking()
                .Where(a => a.ArticleId != articleId && (a.Path == path || a.Path.StartsWith(path + "-")))
                .Select(a => a.Path))
            .ToListAsync(cancellationToken);
        return Free(wanted, name => taken.Contains(Article.PathOf(name)) || Reserved.Contains(name));
    }

    /// <summary>The tags of these names; new ones are made. Case and width make no difference.</summary>
    public async Task<IReadOnlyList<BlogTag>> TagsAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        Dictionary<string, string> wanted = [];
        foreach (string name in names.Select(n => CleanText.Line(n)).Where(n => n.Length is > 0 and <= BlogTag.NameLength).Take(Article.MostTags))
        {
            wanted.TryAdd(BlogTag.SlugOf(name), name);
        }

        return await MadeOnceAsync(
            async () =>
            {
                List<BlogTag> tags = await db.Set<BlogTag>().Where(t => wanted.Keys.Contains(t.Slug)).ToListAsync(cancellationToken);
                List<BlogTag> made = [.. wanted.Where(w => !tags.Exists(t => t.Slug == w.Key)).Select(w => new BlogTag(w.Value, w.Key))];
                return ((IReadOnlyList<BlogTag>)[.. wanted.Keys.Select(slug => tags.Concat(made).First(t => t.Slug == slug))], (IReadOnlyList<BlogTag>)made);
            },
            cancellationToken);
    }

    /// <summary>The byline of an account; made when there is none yet.</summary>
    public async Task<Byline> BylineAsync(Account account, CancellationToken cancellationToken)
    {
        IReadOnlyList<Byline> found = await MadeOnceAsync<Byline>(
            async () =>
            {
                if (await db.Set<Byline>().SingleOrDefaultAsync(b => b.AccountId == account.Id, cancellationToken) is { } known)
                {
                    return ([known], []);
                }

                string wanted = Slug.From(account.DisplayName, "writer", Byline.HandleLength - 8);
                List<string> taken = await db.Set<Byline>().AsNoTracking()
                    .Where(b => b.Handle == wanted || b.Handle.StartsWith(wanted + "-")).Select(b => b.Handle).ToListAsync(cancellationToken);
                Byline byline = new(account.Id, Free(wanted, taken.Contains));
                return ([byline], [byline]);
            },
            cancellationToken);
        return found[0];
    }

    /// <summary>Looks again when somebody else has made the same at the same moment.</summary>
    private async Task<IReadOnlyList<T>> MadeOnceAsync<T>(
        Func<Task<(IReadOnlyList<T> Found, IReadOnlyList<T> Made)>> look, CancellationToken cancellationToken)
        where T : class
    {
        for (int tries = 1; ; tries++)
        {
            (IReadOnlyList<T> found, IReadOnlyList<T> made) = await look();
            db.AddRange(made);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return found;
            }
            catch (DbUpdateException exception) when (tries < MostTries && provider.IsUniqueViolation(exception))
            {
                foreach (T one in made)
                {
                    db.Entry(one).State = EntityState.Detached;
                }
            }
        }
    }

    private static string Free(string wanted, Func<string, bool> isTaken)
    {
        string name = wanted;
        for (int next = 2; isTaken(name); next++)
        {
            name = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{wanted}-{next}");
        }

        return name;
    }
}
