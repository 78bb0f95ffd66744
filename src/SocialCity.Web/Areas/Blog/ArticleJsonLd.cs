using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>An article as search engines read it (schema.org Article). The encoder escapes what could end the block it stands in.</summary>
public static class ArticleJsonLd
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static IHtmlContent Of(ArticlePage page, string address, string root, string city) => new HtmlString(JsonSerializer.Serialize(
        Known(new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = page.IsStory ? "BlogPosting" : "NewsArticle",
            ["headline"] = page.Title,
            ["description"] = page.Summary,
            ["inLanguage"] = page.Language,
            ["mainEntityOfPage"] = page.CanonicalUrl ?? address,
            ["datePublished"] = page.PublishedAt is { } at ? CityDates.Machine(at) : null,
            ["dateModified"] = CityDates.Machine(page.ChangedAt),
            ["image"] = new[] { root + (page.Cover?.Path ?? $"{page.EscapedPath}/picture.svg") },
            ["author"] = page.Writers.Count > 0
                ? page.Writers.Select(w => Known(new Dictionary<string, object?>
                {
                    ["@type"] = "Person",
                    ["name"] = w.Name,
                    ["url"] = w.Handle is { } handle ? $"{root}/blog/author/{Uri.EscapeDataString(handle)}" : null,
                })).ToArray()
                : [new Dictionary<string, object?> { ["@type"] = "GovernmentOrganization", ["name"] = city }],
            ["publisher"] = new Dictionary<string, object?> { ["@type"] = "GovernmentOrganization", ["name"] = city, ["url"] = root },
        }),
        Options));

    /// <summary>What is not known is left out: null is no value there.</summary>
    private static Dictionary<string, object?> Known(Dictionary<string, object?> facts) => facts.Where(f => f.Value is not null).ToDictionary();
}
