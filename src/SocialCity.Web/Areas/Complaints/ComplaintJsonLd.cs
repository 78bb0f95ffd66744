using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using SocialCity.Text;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// A public complaint as search engines read it: a question of a citizen and the city's answer (schema.org QAPage). The encoder writes
/// &lt;, &gt;, &amp; and quotes as escapes, so that no text can end the block it stands in.
/// </summary>
public static class ComplaintJsonLd
{
    private const int TextMost = 5000;

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static IHtmlContent Of(ComplaintPage page, string address, string city) => new HtmlString(JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "QAPage",
            ["mainEntity"] = new Dictionary<string, object?>
            {
                ["@type"] = "Question",
                ["name"] = page.Title,
                ["text"] = MarkdownText.ToPlainText(page.Text, TextMost),
                ["url"] = address,
                ["dateCreated"] = CityDates.Machine(page.ReceivedAt),
                ["dateModified"] = CityDates.Machine(page.ChangedAt),
                ["upvoteCount"] = page.SupportCount,
                ["answerCount"] = page.Answer is null ? 0 : 1,
                ["author"] = page.Author is { Length: > 0 } author
                    ? new Dictionary<string, object?> { ["@type"] = "Person", ["name"] = author }
                    : null,
                ["acceptedAnswer"] = page is { IsAnswerSuperseded: false, Answer: { IsPrivate: false, Html: { } html } answer }
                    ? new Dictionary<string, object?>
                    {
                        ["@type"] = "Answer",
                        ["text"] = html,
                        ["dateCreated"] = CityDates.Machine(answer.At),
                        ["url"] = $"{address}#answer",
                        ["author"] = new Dictionary<string, object?>
                        {
                            ["@type"] = "GovernmentOrganization",
                            ["name"] = answer.ByDepartment is { } department ? $"{city} {department}" : city,
                        },
                    }
                    : null,
            }.Where(property => property.Value is not null).ToDictionary(),
        },
        Options));
}
