using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SocialCity.Text;

/// <summary>How much of Markdown a text may use.</summary>
public enum MarkdownProfile
{
    /// <summary>Complaints and comments: paragraphs, emphasis, lists, quotes, links, code. Images become links; "#" stays what it is.</summary>
    Plain,

    /// <summary>Articles: all of CommonMark with tables, footnotes, task lists, heading anchors and the portal's own images; others become links.</summary>
    Article,
}

/// <summary>
/// Turns Markdown into HTML that may stand on a page as it is, whoever wrote it. HTML in the text is shown as text; the result is then
/// parsed again and reduced to listed elements, attributes and URL schemes. Line breaks stay as typed. Never throws: what is too long,
/// too deep or built to be slow comes out as escaped paragraphs.
/// </summary>
public static class MarkdownText
{
    /// <summary>Longer texts are not read as Markdown. UTF-16 units.</summary>
    public const int MaxLength = 100_000;

    private const string PictureFolder = "/media/";
    private const int MaxDepth = 64;
    private const int MaxLinks = 1_000;
    private const int MaxMarks = 4_000;
    private const int MaxTableCells = 50_000;
    private const int MaxUrlLength = 2_000;
    private const int MaxAddresses = 2 * MaxLength;
    private const int TopHeading = 3;
    private const int LowestHeading = 6;
    private const int AnchorLength = 60;

    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Regex FootnoteId = new("^(fn|fnref):[0-9]{1,4}(:[0-9]{1,4})?$", Linear);
    private static readonly Regex Language = new(@"^language-[A-Za-z0-9+#.\-]{1,30}$", Linear);

    private static readonly MarkdownPipeline PlainPipeline = BuildPlain();
    /// <summary>How an article is read, before anything is taken out of it: what of CommonMark holds is said in docs/markdown.md.</summary>
    internal static readonly MarkdownPipeline ArticlePipeline = BuildArticle();

    private static readonly HashSet<string> PlainElements = new(StringComparer.Ordinal)
    {
        "p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr",
    };

    private static readonly HashSet<string> ArticleElements = new(PlainElements, StringComparer.Ordinal)
    {
        "h3", "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "img", "sup", "div",
    };

    // Their content is not text for readers.
    private static readonly HashSet<string> RemovedWhole = new(StringComparer.Ordinal)
    {
        "script", "style", "template", "iframe", "frame", "frameset", "object", "embed", "applet", "noscript", "noembed", "noframes",
        "textarea", "select", "title", "xmp", "plaintext", "svg", "math", "base", "meta", "link", "audio", "video",
    };

    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "p", "br", "li", "blockquote", "pre", "hr", "h3", "h4", "h5", "h6", "tr", "th", "td", "div", "ul", "ol", "table",
    };

    /// <summary>Safe HTML. Headings begin at h3, so that the page keeps its own h1 and h2.</summary>
    public static string ToHtml(string markdown, MarkdownProfile profile)
    {
        try
        {
            return Render(markdown, profile) is { } body ? Written(body) : Escaped(markdown);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Too deeply nested, as Markdig says it; and a defect in a parser must not take the whole page away.
            return Escaped(markdown);
        }
    }

    /// <summary>The words alone, in one line, cut at the end of a letter with an ellipsis: for lists, search results and e-mails.</summary>
    /// <param name="maxLength">In UTF-16 units, the ellipsis included; at least 1.</param>
    public static string ToPlainText(string markdown, int maxLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxLength);
        string words;
        try
        {
            words = Render(markdown, MarkdownProfile.Article) is { } body ? Words(body) : markdown;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            words = markdown;
        }

        return CleanText.Shorten(CleanText.Line(words), maxLength);
    }

    /// <summary>Whether a reader would see anything: neither blank nor invisible characters do, nor does the definition of a link that nothing uses.</summary>
    public static bool ShowsSomething([NotNullWhen(true)] string? markdown) =>
        !string.IsNullOrWhiteSpace(markdown) && CleanText.Line(markdown).Length > 0 && ToPlainText(markdown, 10).Length > 0;

    /// <summary>The addresses of pictures that do not lie in the portal: a page shows a link in their place.</summary>
    public static IReadOnlyList<string> ForeignPictures(string markdown)
    {
        try
        {
            return IsTooMuch(markdown)
                ? []
                : [
                    .. Markdown.Parse(markdown, ArticlePipeline).Descendants<LinkInline>().Where(l => l.IsImage)
                        .Select(l => l.GetDynamicUrl?.Invoke() ?? l.Url ?? "").Where(url => !IsOwnPicture(url)).Distinct(),
                ];
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return [];
        }
    }

    private static IElement? Render(string markdown, MarkdownProfile profile)
    {
        if (IsTooMuch(markdown))
        {
            return null;
        }

        MarkdownPipeline pipeline = profile == MarkdownProfile.Article ? ArticlePipeline : PlainPipeline;
        MarkdownDocument document = Markdown.Parse(markdown, pipeline);
        if (AddsUpToTooMuch(document))
        {
            return null;
        }

        // Whichever marks the writer chose, the first heading is of the highest level and none goes down by more than one: readers of
        // the structure alone would look for what was left out.
        Stack<int> above = [];
        foreach (HeadingBlock heading in document.Descendants<HeadingBlock>())
        {
            while (above.TryPeek(out int level) && level >= heading.Level)
            {
                above.Pop();
            }

            above.Push(heading.Level);
            heading.Level = Math.Min(TopHeading - 1 + above.Count, LowestHeading);
        }

        IElement? body = new HtmlParser().ParseDocument(document.ToHtml(pipeline)).Body;
        if (body is not null)
        {
            Sanitize(body, profile);
        }

        return body;
    }

    private static MarkdownPipeline BuildPlain()
    {
        MarkdownPipelineBuilder builder = Common();
        builder.DisableHeadings();

        // People indent lines without meaning code; fences remain for that.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    private static MarkdownPipeline BuildArticle() => Common().UsePipeTables().UseFootnotes().UseTaskLists().Build();

    private static MarkdownPipelineBuilder Common()
    {
        MarkdownPipelineBuilder builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UseSoftlineBreakAsHardlineBreak()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { UseHttpsForWWWLinks = true })

            // Without it, **강조(참고)**는 keeps its stars: a particle follows the closing mark without a space.
            .UseCjkFriendlyEmphasis();
        builder.MaximumNestingDepth = MaxDepth;
        return builder;
    }

    /// <summary>
    /// Markdig takes time that grows with the square of the links opened and of the marks of emphasis within a paragraph, and fills up each
    /// row of a table to the width of the widest: all are bounded here by what no honest text reaches.
    /// </summary>
    private static bool IsTooMuch(string markdown)
    {
        if (markdown.Length > MaxLength)
        {
            return true;
        }

        int links = 0;
        int lines = 1;
        int bars = 0;
        int mostBars = 0;
        int marks = 0;
        int mostMarks = 0;
        bool isBlank = false;
        for (int index = 0; index < markdown.Length; index++)
        {
            char letter = markdown[index];
            switch (letter)
            {
                case '*' or '_' or '~' when index == 0 || markdown[index - 1] != letter:
                    mostMarks = Math.Max(mostMarks, ++marks);
                    break;
                case '(' when index > 0 && markdown[index - 1] == ']':
                    links++;
                    break;
                case '|':
                    mostBars = Math.Max(mostBars, ++bars);
                    break;
                case '\n' or '\r':
                    lines++;
                    bars = 0;
                    marks = isBlank ? 0 : marks;
                    break;
                default:
                    break;
            }

            // A blank line ends a paragraph; \r\n is one end.
            isBlank = letter is '\n' || (isBlank && char.IsWhiteSpace(letter));
        }

        return links > MaxLinks || mostMarks > MaxMarks || (mostBars > 1 && (long)(mostBars + 1) * lines > MaxTableCells);
    }

    /// <summary>The address of a definition is written wherever the definition is used: a short text could become a page without end.</summary>
    private static bool AddsUpToTooMuch(MarkdownDocument document)
    {
        long written = 0;
        foreach (LinkInline link in document.Descendants<LinkInline>())
        {
            written += ((link.GetDynamicUrl?.Invoke() ?? link.Url)?.Length ?? 0) + (link.Title?.Length ?? 0);
            if (written > MaxAddresses)
            {
                return true;
            }
        }

        return false;
    }

    private static string Escaped(string text)
    {
        StringBuilder html = new(text.Length + 64);
        bool isOpen = false;
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            bool isBlank = string.IsNullOrWhiteSpace(line);
            html.Append((isOpen, isBlank) switch
            {
                (false, false) => "<p>",
                (true, false) => "<br>\n",
                (true, true) => "</p>\n",
                _ => "",
            });
            isOpen = !isBlank;
            if (isOpen)
            {
                WriteEscaped(html, line);
            }
        }

        return isOpen ? html.Append("</p>\n").ToString() : html.ToString();
    }

    /// <summary>AngleSharp's own writer looks for the neighbours of each node and takes the square of their number.</summary>
    private static string Written(IElement body)
    {
        StringBuilder html = new();
        WriteChildren(html, body);
        return html.ToString();
    }

    private static void WriteChildren(StringBuilder html, IElement parent)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                WriteEscaped(html, text.Data);
            }
            else if (node is IElement element)
            {
                html.Append('<').Append(element.LocalName);
                foreach (IAttr attribute in element.Attributes)
                {
                    html.Append(' ').Append(attribute.Name).Append("=\"");
                    WriteEscaped(html, attribute.Value);
                    html.Append('"');
                }

                html.Append('>');
                if (element.LocalName is not ("br" or "hr" or "img"))
                {
                    WriteChildren(html, element);
                    html.Append("</").Append(element.LocalName).Append('>');
                }
            }
        }
    }

    private static void WriteEscaped(StringBuilder html, string text)
    {
        foreach (char character in text)
        {
            _ = character switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                '\u00A0' => html.Append("&nbsp;"),
                _ => html.Append(character),
            };
        }
    }

    private static string Words(IElement body)
    {
        StringBuilder words = new();
        foreach (INode node in body.Descendants())
        {
            if (node is IText text && !IsFootnote(text))
            {
                words.Append(text.Data);
            }
            else if (node is IElement element && BlockElements.Contains(element.LocalName))
            {
                words.Append(' ');
            }
        }

        return words.ToString();
    }

    private static bool IsFootnote(INode node)
    {
        for (IElement? element = node.ParentElement; element is not null; element = element.ParentElement)
        {
            if (element.ClassName is "footnotes" or "footnote-ref")
            {
                return true;
            }
        }

        return false;
    }

    private static void Sanitize(IElement body, MarkdownProfile profile)
    {
        foreach (IComment comment in body.Descendants<IComment>().ToList())
        {
            comment.Remove();
        }

        HashSet<string> allowed = profile == MarkdownProfile.Article ? ArticleElements : PlainElements;
        Dictionary<string, int> anchors = new(StringComparer.Ordinal);
        foreach (IElement element in body.Descendants<IElement>().ToList())
        {
            string name = element.LocalName;
            if (RemovedWhole.Contains(name) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
            {
                element.Remove();
            }
            else if (name == "input")
            {
                // A box of a task list: a letter that shows and says the same, since a control without a label would say nothing.
                bool isTask = profile == MarkdownProfile.Article && element.ParentElement?.ClassName == "task-list-item";
                Replace(element, isTask ? (element.HasAttribute("checked") ? "☑" : "☐") : "");
            }
            else if (name == "img" && !(allowed.Contains(name) && IsOwnPicture(SafeUrl(element.GetAttribute("src") ?? "", isImage: true) ?? "")))
            {
                LinkInstead(element);
            }
            else if (!allowed.Contains(name))
            {
                Unwrap(element);
            }
            else
            {
                Allow(element, name, anchors);
            }
        }
    }

    private static void Allow(IElement element, string name, Dictionary<string, int> anchors)
    {
        Dictionary<string, string> given = new(StringComparer.Ordinal);
        foreach (IAttr attribute in element.Attributes.ToList())
        {
            given[attribute.Name] = attribute.Value;
            element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
            element.RemoveAttribute(attribute.Name);
        }

        switch (name)
        {
            case "a":
                AllowLink(element, given);
                break;
            case "img":
                AllowImage(element, given);
                break;
            case "ol":
                Keep("start", value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _));
                break;
            case "ul":
                Keep("class", value => value == "contains-task-list");
                break;
            case "li":
                Keep("class", value => value == "task-list-item");
                Keep("id", value => FootnoteId.IsMatch(value));
                break;
            case "code":
                Keep("class", value => Language.IsMatch(value));
                break;
            case "th" or "td":
                // Inline style is against the page's Content-Security-Policy.
                if (given.GetValueOrDefault("style") is "text-align: center;" or "text-align: right;")
                {
                    element.SetAttribute("class", given["style"] == "text-align: center;" ? "text-center" : "text-right");
                }

                break;
            case "div":
                if (given.TryGetValue("class", out string? divClass) && divClass == "footnotes")
                {
                    element.SetAttribute("class", divClass);
                }
                else
                {
                    Unwrap(element);
                }

                break;
            case "h3" or "h4" or "h5" or "h6":
                element.SetAttribute("id", Anchor(element.TextContent, anchors));
                break;
            default:
                break;
        }

        void Keep(string attribute, Func<string, bool> isGood)
        {
            if (given.TryGetValue(attribute, out string? value) && isGood(value))
            {
                element.SetAttribute(attribute, value);
            }
        }
    }

    /// <summary>Prefixed, so that no heading can take the id of something else on the page.</summary>
    private static string Anchor(string heading, Dictionary<string, int> anchors)
    {
        string slug = "h-" + Slug.From(heading, "section", AnchorLength);
        string anchor = slug;
        while (!anchors.TryAdd(anchor, 1))
        {
            anchor = string.Create(CultureInfo.InvariantCulture, $"{slug}-{++anchors[slug]}");
        }

        return anchor;
    }

    private static void AllowLink(IElement link, Dictionary<string, string> given)
    {
        if (!given.TryGetValue("href", out string? href) || SafeUrl(href, isImage: false) is not { } url)
        {
            Unwrap(link);
            return;
        }

        link.SetAttribute("href", url);
        if (IsElsewhere(url))
        {
            link.SetAttribute("rel", "nofollow ugc noopener");
        }

        if (given.TryGetValue("title", out string? title))
        {
            link.SetAttribute("title", title);
        }

        if (given.TryGetValue("class", out string? linkClass) && linkClass is "footnote-ref" or "footnote-back-ref")
        {
            link.SetAttribute("class", linkClass);
            if (given.TryGetValue("id", out string? id) && FootnoteId.IsMatch(id))
            {
                link.SetAttribute("id", id);
            }
        }

        // A link must have a name.
        if (string.IsNullOrWhiteSpace(link.TextContent) && link.QuerySelector("img") is null)
        {
            link.TextContent = url;
        }
    }

    private static void AllowImage(IElement image, Dictionary<string, string> given)
    {
        string alternative = given.GetValueOrDefault("alt", "");
        if (!given.TryGetValue("src", out string? source) || SafeUrl(source, isImage: true) is not { } url)
        {
            Replace(image, alternative);
            return;
        }

        image.SetAttribute("src", url);
        image.SetAttribute("alt", alternative);
        image.SetAttribute("loading", "lazy");
        image.SetAttribute("decoding", "async");
        if (given.TryGetValue("title", out string? title))
        {
            image.SetAttribute("title", title);
        }
    }

    private static void LinkInstead(IElement image)
    {
        string? url = SafeUrl(image.GetAttribute("src") ?? "", isImage: true);
        string? name = image.GetAttribute("alt") is { } alternative && !string.IsNullOrWhiteSpace(alternative) ? alternative : url;
        bool isInLink = image.Ancestors<IElement>().Any(ancestor => ancestor.LocalName == "a");
        if (url is null || isInLink || image.Owner is not { } owner)
        {
            Replace(image, name ?? "");
            return;
        }

        IElement link = owner.CreateElement("a");
        link.TextContent = name ?? url;
        AllowLink(link, new Dictionary<string, string>(StringComparer.Ordinal) { ["href"] = url });
        image.Replace(link);
    }

    private static void Unwrap(IElement element)
    {
        if (element.Parent is not null)
        {
            element.Replace([.. element.ChildNodes]);
        }
    }

    private static void Replace(IElement element, string text)
    {
        if (element.Owner is { } owner && element.Parent is not null)
        {
            element.Replace(owner.CreateTextNode(text));
        }
    }

    /// <summary>
    /// The URL as a browser reads it (without control characters, tabs and line ends), when its scheme is on the list or it has none;
    /// else null.
    /// </summary>
    private static string? SafeUrl(string url, bool isImage)
    {
        string read = string.Concat(url.Where(character => !char.IsControl(character) && character is not ('\u2028' or '\u2029'))).Trim();
        if (read.Length is 0 or > MaxUrlLength)
        {
            return null;
        }

        int colon = read.IndexOf(':', StringComparison.Ordinal);
        int end = read.AsSpan().IndexOfAny("/\\?#");
        if (colon < 0 || (end >= 0 && end < colon))
        {
            return read;
        }

        return read[..colon].ToUpperInvariant() switch
        {
            "HTTP" or "HTTPS" => read,
            "MAILTO" or "TEL" when !isImage => read,
            _ => null,
        };
    }

    /// <summary>The only pictures that a page may load: those that were uploaded here, which nobody else learns of.</summary>
    private static bool IsOwnPicture(string url) => url.StartsWith(PictureFolder, StringComparison.Ordinal);

    private static bool IsElsewhere(string url) =>
        url.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || url.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || (url.Length > 1 && url[0] is '/' or '\\' && url[1] is '/' or '\\');
}
