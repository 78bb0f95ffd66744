using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using SocialCity.Text;

namespace SocialCity.Blog;

/// <summary>A heading of an article, for its list of contents.</summary>
/// <param name="Id">The anchor on the page.</param>
/// <param name="Level">3 for the highest, as on the page.</param>
public sealed record ArticleHeading(string Id, string Text, int Level);

/// <summary>The text of an article as the page needs it; made once, when it is written.</summary>
/// <param name="ReadingMinutes">At least 1.</param>
public sealed partial record ArticleBody(string Html, IReadOnlyList<ArticleHeading> Headings, int ReadingMinutes)
{
    /// <summary>How many Hangul, Han and kana letters a reader of the screen takes in within a minute.</summary>
    private const int LettersPerMinute = 500;

    /// <summary>Words of other scripts within a minute.</summary>
    private const int WordsPerMinute = 220;

    private const int MostHeadings = 100;

    /// <summary>Whether a picture in it says nothing to those who do not see it.</summary>
    public bool LacksAltText => HasPictureWithoutText(Html);

    /// <inheritdoc cref="LacksAltText"/>
    /// <param name="html">As <see cref="Render"/> made it.</param>
    public static bool HasPictureWithoutText(string html) => html.Contains("\" alt=\"\"", StringComparison.Ordinal);

    public static ArticleBody Render(string markdown)
    {
        string html = ArticleEmbeds.Mark(MarkdownText.ToHtml(markdown, MarkdownProfile.Article));
        return new ArticleBody(
            html,
            [
                .. HeadingTag().Matches(html).Take(MostHeadings).Select(m => new ArticleHeading(
                    m.Groups["id"].Value,
                    WebUtility.HtmlDecode(Tag().Replace(m.Groups["text"].Value, "")).Trim(),
                    int.Parse(m.Groups["level"].Value, CultureInfo.InvariantCulture))),
            ],
            Minutes(html));
    }

    private static int Minutes(string html)
    {
        int letters = 0;
        int words = 0;
        bool isInWord = false;
        foreach (Rune rune in Tag().Replace(html, " ").EnumerateRunes())
        {
            bool isLetter = Rune.IsLetterOrDigit(rune);
            bool isEastAsian = isLetter && rune.Value >= 0x1100 && (rune.Value is < 0x1200 or (>= 0x2E80 and < 0xFB00) or >= 0x20000);
            letters += isEastAsian ? 1 : 0;
            words += isLetter && !isEastAsian && !isInWord ? 1 : 0;
            isInWord = isLetter && !isEastAsian;
        }

        return Math.Max(1, (int)Math.Round(((double)letters / LettersPerMinute) + ((double)words / WordsPerMinute)));
    }

    // Our own writer's output: attributes are escaped, tags are balanced.
    [GeneratedRegex("<h(?<level>[3-6]) id=\"(?<id>[^\"]*)\">(?<text>.*?)</h[3-6]>", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeadingTag();

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tag();
}
