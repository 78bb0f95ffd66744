using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>An article as search engines read it (schema.org Article). The encoder escapes what could end the block it stands in.</summary>
public static class ArticleJsonLd
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IHtmlContent Of(ArticlePage page, string address, string root, string city) => new HtmlString(JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = page.IsStory ? "BlogPosting" : "NewsArticle",
            ["headline"] = page.Title,
            ["description"] = page.Summary,
            ["inLanguage"] = page.Language,
            ["mainEntityOfPage"] = address,
            ["datePublished"] = page.PublishedAt is { } at ? CityDates.Machine(at) : null,
            ["dateModified"] = CityDates.Machine(page.ChangedAt),
            ["image"] = page.Cover is { } cover ? new[] { root + cover.Path } : null,
            ["author"] = page.Writers.Count > 0
                ? page.Writers.Select(w => new Dictionary<string, object?>
                {
                    ["@type"] = "Person",
                    ["name"] = w.Name,
                    ["url"] = w.Handle is { } handle ? $"{root}/blog/author/{Uri.EscapeDataString(handle)}" : null,
                }).ToArray()
                : [new Dictionary<string, object?> { ["@type"] = "GovernmentOrganization", ["name"] = city }],
            ["publisher"] = new Dictionary<string, object?> { ["@type"] = "GovernmentOrganization", ["name"] = city, ["url"] = root },
        },
        Options));
}
