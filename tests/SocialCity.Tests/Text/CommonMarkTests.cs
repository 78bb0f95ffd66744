using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using SocialCity.Text;
using SocialCity.Web.Tests;

namespace SocialCity.Tests.Text;

/// <summary>
/// The examples of CommonMark's specification hold for articles, as they are read before anything is taken out, but for those that
/// docs/markdown.md lists with the reason.
/// </summary>
public sealed partial class CommonMarkTests
{
    private static readonly string Specification = Path.Combine(AppContext.BaseDirectory, "commonmark.txt");

    [SpecificationFact]
    public async Task The_examples_of_CommonMark_hold_but_for_those_that_the_documentation_lists()
    {
        List<(string Markdown, string Html)> examples =
        [
            .. Example().Matches(await File.ReadAllTextAsync(Specification)).Select(m => (Read(m.Groups["markdown"].Value), Read(m.Groups["html"].Value))),
        ];
        Assert.True(examples.Count > 600, $"Only {examples.Count} examples were found.");

        int[] differing =
        [
            .. examples.Index().Where(e => Normal(Markdown.ToHtml(e.Item.Markdown, MarkdownText.ArticlePipeline)) != Normal(e.Item.Html)).Select(e => e.Index + 1),
        ];

        Assert.Equal(await ListedAsync(), differing);
    }

    /// <summary>The numbers in the table of the documentation.</summary>
    private static async Task<int[]> ListedAsync() =>
    [
        .. Row().Matches(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "docs/markdown.md")))
            .SelectMany(row => row.Groups["numbers"].Value.Split(','))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
            .Order(),
    ];

    /// <summary>The specification shows a tab as an arrow.</summary>
    private static string Read(string text) => text.Replace('→', '\t');

    /// <summary>How HTML is written (quotes, entities, the end of empty elements) is left to the writer.</summary>
    private static string Normal(string html)
    {
        IElement? body = new HtmlParser().ParseDocument("<body>" + html).Body;
        return BetweenBlocks().Replace(body?.InnerHtml ?? "", "").Trim();
    }

    [GeneratedRegex(@"^`{32} example\n(?<markdown>.*?)^\.\n(?<html>.*?)^`{32}$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| [^|]+ \| (?<numbers>[0-9]+(, [0-9]+)*) \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex Row();

    [GeneratedRegex(@"(?<=</?(p|ul|ol|li|blockquote|pre|h[1-6]|hr|div|table)>)\n|(?<=>)\n(?=</?(p|ul|ol|li|blockquote|pre|h[1-6]|hr|div|table)\b)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5_000)]
    private static partial Regex BetweenBlocks();

    /// <summary>Skipped with the reason where the specification could not be fetched; with CI=true it fails instead.</summary>
    [AttributeUsage(AttributeTargets.Method)]
    private sealed class SpecificationFactAttribute : FactAttribute
    {
        public SpecificationFactAttribute() => Skip = File.Exists(Specification) || Environment.GetEnvironmentVariable("CI") == "true"
            ? null
            : "CommonMark's examples come from npm, which is not here or failed.";
    }
}
