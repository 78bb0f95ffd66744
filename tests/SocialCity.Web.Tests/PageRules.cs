using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialCity.Web.Tests;

/// <summary>The rules of the house for every page. A test need not ask: each page a <see cref="Visitor"/> sees is checked.</summary>
public static class PageRules
{
    private static readonly string[] Languages = ["ko", "en", "ja"];

    /// <summary>Fails with every rule that the page breaks.</summary>
    public static void Check(IHtmlDocument page, IEnumerable<string> mistakes, string address)
    {
        List<string> broken = [.. mistakes.Select(mistake => $"markup: {mistake}"), .. Frame(page), .. Ids(page), .. Headings(page), .. Controls(page), .. Links(page), .. Strictness(page)];
        Assert.True(broken.Count == 0, $"{address} breaks the rules of the house:\n  {string.Join("\n  ", broken)}");
    }

    private static IEnumerable<string> Frame(IHtmlDocument page)
    {
        if (!Languages.Contains(page.DocumentElement.GetAttribute("lang")))
        {
            yield return "html has no lang of ours";
        }

        if (string.IsNullOrWhiteSpace(page.Title))
        {
            yield return "the page has no title";
        }

        if (page.QuerySelectorAll("main").Length != 1)
        {
            yield return "there is not exactly one main";
        }

        if (page.QuerySelector("a.skip[href='#main']") is null || page.GetElementById("main") is null)
        {
            yield return "the link to the content leads nowhere";
        }

        if (page.QuerySelector("meta[name=viewport]")?.GetAttribute("content") is not { } viewport
            || viewport.Contains("maximum-scale", StringComparison.Ordinal)
            || viewport.Contains("user-scalable", StringComparison.Ordinal))
        {
            yield return "the page cannot be zoomed";
        }
    }

    private static IEnumerable<string> Ids(IHtmlDocument page)
    {
        foreach (var twice in page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(group => group.Count() > 1))
        {
            yield return $"the id '{twice.Key}' stands {twice.Count()} times";
        }

        foreach (var attribute in (string[])["aria-describedby", "aria-labelledby", "aria-controls", "for", "popovertarget", "list", "form"])
        {
            foreach (var element in page.QuerySelectorAll($"[{attribute}]"))
            {
                foreach (var id in (element.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (page.GetElementById(id) is null)
                    {
                        yield return $"{Name(element)}: {attribute} points to '{id}', which is not there";
                    }
                }
            }
        }
    }

    private static IEnumerable<string> Headings(IHtmlDocument page)
    {
        if (page.QuerySelectorAll("h1").Length != 1)
        {
            yield return "there is not exactly one h1";
        }

        var level = 0;
        foreach (var heading in page.QuerySelectorAll("main :is(h1, h2, h3, h4, h5, h6)"))
        {
            var next = heading.LocalName[1] - '0';
            if (next > level + 1)
            {
                yield return $"a level is left out before {Name(heading)}";
            }

            if (string.IsNullOrWhiteSpace(heading.TextContent))
            {
                yield return $"{Name(heading)} is empty";
            }

            level = next;
        }
    }

    private static IEnumerable<string> Controls(IHtmlDocument page)
    {
        foreach (var control in page.QuerySelectorAll("input:not([type=hidden], [type=submit], [type=button]), select, textarea"))
        {
            var hasLabel = control.GetAttribute("aria-label") is { Length: > 0 }
                || control.HasAttribute("aria-labelledby")
                || page.QuerySelectorAll("label").Any(label => (label.GetAttribute("for") == control.Id && control.Id is { Length: > 0 }) || label.Contains(control));
            if (!hasLabel)
            {
                yield return $"{Name(control)} has no label";
            }

            if (control.GetAttribute("type") is "radio" && control.Closest("fieldset, [role=radiogroup]") is null)
            {
                yield return $"{Name(control)} stands in no fieldset";
            }
        }

        foreach (var fieldset in page.QuerySelectorAll("fieldset").Where(set => set.QuerySelector("legend") is null))
        {
            yield return $"{Name(fieldset)} has no legend";
        }

        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form"))
        {
            var posts = form.Method == "post";

            // How pages look may be chosen on pages kept for many readers, which hold no token (docs/decisions/0031-reading-cache.md).
            bool isLook = form.GetAttribute("action")?.StartsWith("/preferences/", StringComparison.Ordinal) is true;
            if (posts && !isLook && form.QuerySelector("input[name=__RequestVerificationToken]") is null)
            {
                yield return $"{Name(form)} posts without a token";
            }

            if (posts && form.QuerySelector("button:not([type=button]), input[type=submit]") is null
                && page.QuerySelector($"button[form='{form.Id}']") is null)
            {
                yield return $"{Name(form)} cannot be sent without script";
            }
        }
    }

    private static IEnumerable<string> Links(IHtmlDocument page)
    {
        foreach (var element in page.QuerySelectorAll("a[href], button, summary").Where(element => TextFor(page, element).Length == 0))
        {
            yield return $"{Name(element)} says nothing";
        }

        foreach (var link in page.QuerySelectorAll("a").Where(link => !link.HasAttribute("href")))
        {
            yield return $"{Name(link)} leads nowhere";
        }

        foreach (var link in page.QuerySelectorAll("a[target=_blank]").Where(link => !(link.GetAttribute("rel") ?? "").Contains("noopener", StringComparison.Ordinal)))
        {
            yield return $"{Name(link)} opens a window without rel=noopener";
        }

        foreach (var image in page.QuerySelectorAll("img").Where(image => !image.HasAttribute("alt")))
        {
            yield return $"{Name(image)} has no alt";
        }

        foreach (var svg in page.QuerySelectorAll("svg").Where(svg => svg.GetAttribute("aria-hidden") != "true" && !svg.HasAttribute("aria-label")))
        {
            yield return $"{Name(svg)} is neither named nor hidden";
        }

        foreach (var table in page.QuerySelectorAll("table").Where(table => table.QuerySelector("caption") is null))
        {
            yield return $"{Name(table)} has no caption";
        }
    }

    private static IEnumerable<string> Strictness(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script").Where(script => !script.HasAttribute("src") && script.GetAttribute("type") is not "application/ld+json"))
        {
            yield return $"{Name(script)} is written into the page";
        }

        foreach (var element in page.QuerySelectorAll("style, [style]"))
        {
            yield return $"{Name(element)} holds a style";
        }

        foreach (var element in page.All.Where(element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase))))
        {
            yield return $"{Name(element)} holds a script";
        }
    }

    private static string TextFor(IHtmlDocument page, IElement element)
    {
        var named = element.GetAttribute("aria-label")
            ?? (element.GetAttribute("aria-labelledby") is { } id ? page.GetElementById(id)?.TextContent : null);
        return (named ?? string.Concat(element.TextContent, string.Concat(element.QuerySelectorAll("img").Select(image => image.GetAttribute("alt"))))).Trim();
    }

    private static string Name(IElement element)
    {
        var html = element.OuterHtml;
        return html.Length > 100 ? html[..100] + "…" : html;
    }
}
