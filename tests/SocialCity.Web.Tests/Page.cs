using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialCity.Web.Tests;

/// <summary>What a person sees after a request.</summary>
public sealed class Page(
    Visitor visitor,
    HttpResponseMessage response,
    string address,
    IHtmlDocument document,
    string body,
    IReadOnlyList<string> redirects)
{
    /// <summary>The status of the last answer.</summary>
    public HttpStatusCode Status => response.StatusCode;

    /// <summary>Path and query of the page, after redirects.</summary>
    public string Address => address;

    /// <summary>Where the server sent the person on the way here.</summary>
    public IReadOnlyList<string> Redirects => redirects;

    /// <summary>The answer itself, for its headers.</summary>
    public HttpResponseMessage Response => response;

    /// <summary>The page as parsed; empty when the answer was no HTML.</summary>
    public IHtmlDocument Document => document;

    /// <summary>The answer as it came.</summary>
    public string Body => body;

    /// <summary>The text of the page's one h1.</summary>
    public string Heading => TextOf("h1");

    /// <summary>All text of the main part, spaces folded.</summary>
    public string Text => TextOf("main");

    /// <summary>The messages of the error summary, in their order.</summary>
    public IReadOnlyList<string> Errors => [.. document.QuerySelectorAll(".error-summary li").Select(Fold)];

    /// <summary>What the page before left to be said here.</summary>
    public string Flash => document.QuerySelector(".flash") is { } flash ? Fold(flash) : "";

    /// <summary>The folded text of the one element that a selector finds.</summary>
    public string TextOf(string selector) => Fold(One(selector));

    /// <summary>The folded texts of all elements that a selector finds.</summary>
    public IReadOnlyList<string> TextsOf(string selector) => [.. document.QuerySelectorAll(selector).Select(Fold)];

    /// <summary>Whether a selector finds anything.</summary>
    public bool Has(string selector) => document.QuerySelector(selector) is not null;

    /// <summary>The one element that a selector finds.</summary>
    public IElement One(string selector)
    {
        var found = document.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"{address} ({(int)Status}) has {found.Length} of '{selector}', not one.");
        return found[0];
    }

    /// <summary>Follows the link with this text.</summary>
    public async Task<Page> Click(string text)
    {
        var links = document.QuerySelectorAll<IHtmlAnchorElement>("a[href]").Where(link => Fold(link) == text).ToList();
        Assert.True(links.Select(link => link.GetAttribute("href")).Distinct().Count() == 1, $"{address} has {links.Count} links '{text}', not one.");
        return await visitor.Get(links[0].GetAttribute("href") ?? "");
    }

    /// <summary>A form of the page: by a selector, or the only one that posts from the main part.</summary>
    public PageForm Form(string selector = "main form[method=post]")
    {
        var form = One(selector);
        return new PageForm(visitor, address, Assert.IsType<IHtmlFormElement>(form, exactMatch: false));
    }

    internal static string Fold(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
