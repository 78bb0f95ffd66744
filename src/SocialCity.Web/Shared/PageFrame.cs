namespace SocialCity.Web.Shared;

/// <summary>
/// What a view tells the layout about its page. One for each request; the view fills it, the layout reads it.
/// </summary>
public sealed class PageFrame
{
    private readonly List<Crumb> crumbs = [];

    /// <summary>The title of the page, without the name of the city.</summary>
    public string? Title { get; set; }

    /// <summary>One sentence for search engines and previews.</summary>
    public string? Description { get; set; }

    /// <summary>The address that counts for this page, when it is not the path of the request: a path, or a whole address elsewhere.</summary>
    public string? Canonical { get; set; }

    /// <summary>Asks search engines to leave the page out: personal pages, results of a search.</summary>
    public bool NoIndex { get; set; }

    /// <summary>The page lays itself out from edge to edge; otherwise its content stands in the middle column.</summary>
    public bool IsWide { get; set; }

    /// <summary>The way from the front page to here, this page left out.</summary>
    public IReadOnlyList<Crumb> Crumbs => crumbs;

    /// <summary>Adds a step to the way here; the first one added stands next to the front page.</summary>
    public PageFrame Under(string name, string? path)
    {
        crumbs.Add(new Crumb(name, path));
        return this;
    }
}

/// <summary>A step of the breadcrumb.</summary>
public sealed record Crumb(string Name, string? Path);
