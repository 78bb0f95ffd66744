using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>A list of the blog that bears a name: the articles of a tag, or of somebody who writes.</summary>
public sealed class NamedList
{
    /// <summary>Whether it is a tag's list; else it is an author's.</summary>
    public bool IsTag { get; init; }

    public string Name { get; init; } = "";

    public string Slug { get; init; } = "";

    public string Path => $"/blog/{(IsTag ? "tag" : "author")}/{Slug}";
}

public static class NamedListQueries
{
    /// <summary>Authors of one name are told apart by a number behind it; so many are looked for.</summary>
    private const int MostNamesakes = 4;

    /// <summary>The lists of tags and authors of exactly this name, whatever its spaces, that hold articles.</summary>
    public static IQueryable<NamedList> ListsNamed(this CityDb db, string words)
    {
        string[] slugs = [.. new[] { words, string.Concat(words.Split()) }.Select(w => BlogTag.SlugOf(w)).Distinct()];
        string[] handles = [.. slugs.SelectMany(s => Enumerable.Range(2, MostNamesakes - 1).Select(n => $"{s}-{n}").Prepend(s))];
        return db.BlogTags.Where(t => slugs.Contains(t.Slug) && t.ArticleCount > 0)
            .Select(t => new NamedList { IsTag = true, Name = t.Name, Slug = t.Slug })
            .Concat(db.Bylines.Where(b => handles.Contains(b.Handle) && b.ArticleCount > 0)
                .Join(db.Users, b => b.AccountId, u => u.Id, (b, u) => new NamedList { IsTag = false, Name = u.DisplayName, Slug = b.Handle }));
    }
}
