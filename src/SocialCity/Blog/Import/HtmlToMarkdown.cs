using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>A picture that stands in a foreign text.</summary>
/// <param name="Source">Its address there.</param>
/// <param name="AltText">What it says to those who do not see it; empty for nothing.</param>
/// <param name="Caption">What stands below it, or its title; empty for nothing.</param>
public sealed record ForeignPicture(string Source, string AltText, string Caption);

/// <summary>Where a picture lies now, and what is said of it.</summary>
/// <param name="Address">Within the portal.</param>
/// <param name="AltText">Said where the text itself says nothing.</param>
public sealed record KnownPicture(string Address, string AltText);

/// <summary>
/// The HTML of another system on its way into Markdown: first it says which pictures it shows, then it is written with those that
/// were found. A picture that was not found becomes a link. Text is never lost: what comes out is rendered and compared with what went
/// in, letter by letter, and where they differ it is written again without marks.
/// </summary>
public sealed partial class HtmlToMarkdown
{
    /// <summary>A text nested deeper is taken as words: no author meant it, and the parser's time grows with the square.</summary>
    private const int MaxDepth = 400;

    /// <summary>Quotes and lists within one another; Markdown's own reader ends at 64.</summary>
    private const int MaxContainers = 15;

    private const int MaxUrlLength = 2_000;

    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "iframe", "li", "main", "menu", "nav",
        "object", "embed", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "video", "audio",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.Ordinal)
    {
        "head", "link", "meta", "noembed", "noframes", "script", "style", "svg", "template", "title",
    };

    /// <summary>In linear time whatever it reads, so it needs no clock.</summary>
    private static readonly Regex Tag = new("<[^<>]*>", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>A picture, a bracket within a quoted description included.</summary>
    private static readonly Regex Image = new(
        "<img[\\s/]([^<>\"']|\"[^\"<]*\"|'[^'<]*')*>|<img[\\s/][^<>]*>",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    private static readonly string[] ClosedByThemselves =
    [
        "p", "br", "hr", "img", "input", "li", "td", "th", "tr", "dd", "dt", "option", "embed", "param", "source", "wbr", "col", "meta", "link",
        "area", "base", "tbody", "thead",
    ];

    private static readonly SearchValues<char> NameLetters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private readonly IElement _body;
    private readonly bool _keepsLines;
    private readonly int _topHeading;
    private readonly HashSet<IElement> _aroundBlocks = [];
    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);
    private IReadOnlyDictionary<string, KnownPicture> _known = new Dictionary<string, KnownPicture>();
    private StringBuilder _words = new();
    private bool _hasMarks = true;

    private HtmlToMarkdown(IElement body, bool keepsLines, bool isFlat)
    {
        _body = body;
        LostMarks = isFlat;
        _keepsLines = keepsLines;
        foreach (IElement block in body.Descendants<IElement>().Where(e => BlockElements.Contains(e.LocalName)))
        {
            for (IElement? around = block.ParentElement; around is not null && _aroundBlocks.Add(around); around = around.ParentElement)
            {
                // marked by the condition
            }
        }

        _topHeading = body.Descendants<IElement>().Select(e => HeadingLevel(e.LocalName)).Where(level => level > 0).DefaultIfEmpty(1).Min();
    }

    /// <summary>The pictures, each address once, in their order.</summary>
    public IReadOnlyList<ForeignPicture> Pictures => [.. Images.Select(PictureOf).OfType<ForeignPicture>().DistinctBy(p => p.Source)];

    /// <summary>Whether it could be said in plain paragraphs only. Known when it is written.</summary>
    public bool LostMarks { get; private set; }

    /// <summary>How many tables came as paragraphs, a cell each. Known when it is written.</summary>
    public int LostTables { get; private set; }

    /// <summary>How many letters stood above or below the line, which cannot be said here.</summary>
    public int OffLine => _body.Descendants<IElement>().Count(e => e.LocalName is "sup" or "sub");

    /// <summary>The addresses of frames, films and sounds that came as links, since the portal shows none from there. Known when it is written.</summary>
    public IReadOnlyCollection<string> Linked => _linked;

    private IEnumerable<IElement> Images => _body.Descendants<IElement>().Where(e => e.LocalName == "img");

    /// <param name="html">Any: broken, too deep, not HTML at all.</param>
    /// <param name="keepsLines">Line ends mean what they look like, as in WordPress before its blocks.</param>
    public static HtmlToMarkdown Read(string html, bool keepsLines = false)
    {
        bool isFlat = IsTooDeep(html);
        string read = isFlat ? Flat(html) : html;
        IElement body = new HtmlParser().ParseDocument("<!doctype html><html><head></head><body>" + read).Body
            ?? throw new InvalidOperationException("A parsed page has a body.");
        return new HtmlToMarkdown(body, keepsLines, isFlat);
    }

    /// <param name="known">By the source of the picture.</param>
    public string Write(IReadOnlyDictionary<string, KnownPicture> known)
    {
        _known = known;
        string markdown = "";
        foreach (bool hasMarks in (bool[])[true, false])
        {
            _hasMarks = hasMarks;
            _words = new StringBuilder();
            _shown.Clear();
            _linked.Clear();
            LostTables = 0;
            markdown = string.Join("\n\n", [.. BlocksOf(_body, 0, 0), .. Unshown()]);
            if (IsSame(_words.ToString(), WordsOf(ArticleBody.Render(markdown).Html)))
            {
                break;
            }

            LostMarks = true;
        }

        return markdown;
    }

    /// <summary>Pictures that are here and stood where Markdown shows none, as within code: after the text.</summary>
    private List<string> Unshown()
    {
        List<string> blocks = [];
        foreach (IElement image in Images.Where(i => PictureOf(i) is { } picture && _known.ContainsKey(picture.Source) && !_shown.Contains(picture.Source)))
        {
            InlineText line = new(isOneLine: true, _hasMarks);
            Picture(image, line);
            blocks.Add(Take(line));
        }

        return blocks;
    }

    /// <summary>The words and the pictures of a text, no element within another.</summary>
    private static string Flat(string html)
    {
        StringBuilder flat = new();
        int done = 0;
        foreach (Match image in Image.Matches(html))
        {
            flat.Append(Words(html[done..image.Index]));
            if (PictureIn(image.Value) is { } picture)
            {
                flat.Append("<img src=\"").Append(WebUtility.HtmlEncode(picture.Source))
                    .Append("\" alt=\"").Append(WebUtility.HtmlEncode(picture.AltText))
                    .Append("\" title=\"").Append(WebUtility.HtmlEncode(picture.Caption)).Append("\">");
            }

            done = image.Index + image.Length;
        }

        return flat.Append(Words(html[done..])).ToString();

        static string Words(string part) => WebUtility.HtmlEncode(WebUtility.HtmlDecode(Tag.Replace(part, " ")));
    }

    /// <summary>What a tag shows, be it cut within a quoted text.</summary>
    private static ForeignPicture? PictureIn(string tag)
    {
        HtmlParser parser = new();
        foreach (string end in (string[])["", "\">", "'>"])
        {
            if (parser.ParseDocument("<!doctype html><body>" + tag + end).QuerySelector("img") is { } image)
            {
                return PictureOf(image);
            }
        }

        return null;
    }

    /// <summary>The words of HTML that the portal itself made.</summary>
    internal static string WordsOf(string html) => WebUtility.HtmlDecode(Tag.Replace(html, ""));

    /// <summary>Whether two texts have the same letters in the same order, spaces aside.</summary>
    internal static bool IsSame(string one, string other) => Letters(one).SequenceEqual(Letters(other));

    private static IEnumerable<char> Letters(string text) => text.Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c));

    // A count of tags that were not closed: those that HTML closes by itself left out.
    private static bool IsTooDeep(string html)
    {
        int depth = 0;
        foreach (ValueMatch tag in Tag.EnumerateMatches(html))
        {
            ReadOnlySpan<char> text = html.AsSpan(tag.Index + 1, tag.Length - 2);
            bool isEnd = text.StartsWith("/");
            ReadOnlySpan<char> name = text[(isEnd ? 1 : 0)..];
            int length = name.IndexOfAnyExcept(NameLetters);
            name = length < 0 ? name : name[..length];
            if (name.IsEmpty || text.EndsWith("/") || IsClosedByItself(name))
            {
                continue;
            }

            depth = Math.Max(0, depth + (isEnd ? -1 : 1));
            if (depth > MaxDepth)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsClosedByItself(ReadOnlySpan<char> name)
    {
        foreach (string known in ClosedByThemselves)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ForeignPicture? PictureOf(IElement image)
    {
        string source = First(image.GetAttribute("src"), image.GetAttribute("data-src"), image.GetAttribute("srcset")?.Trim().Split(' ', ',')[0]);
        if (source.Length == 0)
        {
            return null;
        }

        string caption = image.Closest("figure")?.QuerySelector("figcaption")?.TextContent ?? "";
        return new ForeignPicture(
            source, CleanText.Line(image.GetAttribute("alt")), CleanText.Line(First(caption, image.GetAttribute("title"))));
    }

    private static string First(params string?[] texts) => texts.FirstOrDefault(t => !string.IsNullOrWhiteSpace(t))?.Trim() ?? "";

    private static int HeadingLevel(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : 0;

    private List<string> BlocksOf(INode parent, int depth, int containers)
    {
        List<string> blocks = [];
        InlineText line = new(isOneLine: false, _hasMarks);
        foreach (INode child in parent.ChildNodes)
        {
            Add(child, blocks, ref line, depth + 1, containers);
        }

        Flush(blocks, ref line);
        return blocks;
    }

    private void Add(INode node, List<string> blocks, ref InlineText line, int depth, int containers)
    {
        if (node is IText text)
        {
            AddText(text.Data, blocks, ref line);
        }
        else if (node is IElement element && !Unseen.Contains(element.LocalName))
        {
            bool isBlock = BlockElements.Contains(element.LocalName);
            if (!isBlock && (element.LocalName == "a" || !_aroundBlocks.Contains(element)))
            {
                Inline(element, line, isInTable: false);
                return;
            }

            Flush(blocks, ref line);
            blocks.AddRange(Block(element, blocks.LastOrDefault(), depth, containers));
        }
    }

    private void AddText(string text, List<string> blocks, ref InlineText line)
    {
        if (!_keepsLines)
        {
            line.Text(text);
            return;
        }

        foreach (var (place, paragraph) in BlankLines().Split(text.ReplaceLineEndings("\n")).Index())
        {
            if (place > 0)
            {
                Flush(blocks, ref line);
            }

            Lines(paragraph, line);
        }
    }

    private static void Lines(string text, InlineText line)
    {
        foreach (var (place, row) in text.Split('\n').Index())
        {
            if (place > 0 && !line.IsEmpty)
            {
                line.Break();
            }

            line.Text(row);
        }
    }

    private void Flush(List<string> blocks, ref InlineText line)
    {
        if (!line.IsEmpty)
        {
            blocks.Add(Take(line));
        }

        line = new InlineText(isOneLine: false, _hasMarks);
    }

    private string Take(InlineText line)
    {
        _words.Append(line.Words);
        return line.ToMarkdown();
    }

    private IEnumerable<string> Block(IElement element, string? before, int depth, int containers)
    {
        string name = element.LocalName;
        bool isFlat = containers >= MaxContainers;
        return name switch
        {
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => Heading(element),
            "ul" or "ol" or "menu" or "dir" when !isFlat => List(element, before, depth, containers),
            "blockquote" when !isFlat => Quote(element, depth, containers),
            "pre" => Preformatted(element),
            "hr" => ["---"],
            "table" => Table(element, depth, containers),
            "figcaption" or "summary" => Paragraph(element, name == "summary" ? "**" : "*"),
            "iframe" or "embed" or "object" or "video" or "audio" => Embedded(element, depth, containers),
            _ => BlocksOf(element, depth, containers),
        };
    }

    private IEnumerable<string> Paragraph(IElement element, string mark)
    {
        InlineText line = new(isOneLine: true, _hasMarks);
        bool isOpen = line.Open(mark);
        Children(element, line, isInTable: false);
        if (isOpen)
        {
            line.Close(mark);
        }

        return line.IsEmpty ? [] : [Take(line)];
    }

    private List<string> Heading(IElement element)
    {
        InlineText line = new(isOneLine: true, _hasMarks);
        Children(element, line, isInTable: false);
        if (line.IsEmpty)
        {
            return [];
        }

        // The page's own headings stand above: the highest of the text begins where the portal's articles begin.
        int level = Math.Min(4, 1 + HeadingLevel(element.LocalName) - _topHeading);
        string text = Take(line);
        return [_hasMarks ? $"{new string('#', level)} {TrailingMarks().Replace(text, @"\$0")}" : text];
    }

    private List<string> Quote(IElement element, int depth, int containers)
    {
        List<string> inner = BlocksOf(element, depth, containers + 1);
        return inner.Count == 0 ? [] : [Indented(string.Join("\n\n", inner), "> ", "> ", ">")];
    }

    private List<string> List(IElement element, string? before, int depth, int containers)
    {
        bool isOrdered = element.LocalName == "ol";
        int number = isOrdered && int.TryParse(element.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out int start)
            ? Math.Min(start, 999_999)
            : 1;

        // Two lists in a row would be one.
        bool isOther = before is not null && (isOrdered ? OrderedItem().IsMatch(before) : before.StartsWith("- ", StringComparison.Ordinal));
        List<string> items = [];
        foreach (INode child in element.ChildNodes)
        {
            List<string> inner = child switch
            {
                IElement { LocalName: "li" } item => BlocksOf(item, depth + 1, containers + 1),
                IElement other when !Unseen.Contains(other.LocalName) => [.. Loose(other, depth + 1, containers + 1)],
                IText text when !string.IsNullOrWhiteSpace(text.Data) => [.. Loose(text, depth + 1, containers + 1)],
                _ => [],
            };
            if (inner.Count > 0)
            {
                string marker = isOrdered
                    ? string.Create(CultureInfo.InvariantCulture, $"{number++}{(isOther ? ')' : '.')} ")
                    : isOther ? "* " : "- ";
                items.Add(Indented(Item(inner), marker, new string(' ', marker.Length), ""));
            }
        }

        return items.Count == 0 ? [] : [string.Join('\n', items)];
    }

    private List<string> Loose(INode node, int depth, int containers)
    {
        List<string> blocks = [];
        InlineText line = new(isOneLine: false, _hasMarks);
        Add(node, blocks, ref line, depth, containers);
        Flush(blocks, ref line);
        return blocks;
    }

    // A list that begins with 1 may follow its paragraph at once; all else needs a blank line.
    private static string Item(List<string> blocks)
    {
        StringBuilder item = new(blocks[0]);
        foreach (string block in blocks.Skip(1))
        {
            bool follows = block.StartsWith("- ", StringComparison.Ordinal) || block.StartsWith("1. ", StringComparison.Ordinal);
            item.Append(follows ? "\n" : "\n\n").Append(block);
        }

        return item.ToString();
    }

    private static string Indented(string text, string first, string rest, string blank)
    {
        StringBuilder result = new();
        foreach (var (place, row) in text.Split('\n').Index())
        {
            result.Append(place > 0 ? "\n" : "").Append(place == 0 ? first : row.Length == 0 ? blank : rest).Append(row);
        }

        return result.ToString();
    }

    private List<string> Preformatted(IElement element)
    {
        string text = element.TextContent.ReplaceLineEndings("\n").Trim('\n').TrimEnd();
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        _words.Append(text);
        string language = Language().Match(element.ClassName + " " + element.QuerySelector("code")?.ClassName).Groups["name"].Value;
        string fence = new('`', Math.Max(3, InlineText.LongestRun(text, '`') + 1));
        return [$"{fence}{language}\n{text}\n{fence}"];
    }

    private List<string> Table(IElement table, int depth, int containers)
    {
        IElement[] rows = [.. table.QuerySelectorAll("tr").Where(row => row.Closest("table") == table)];
        IElement[][] cells = [.. rows.Select(row => row.Children.Where(c => c.LocalName is "td" or "th").ToArray()).Where(row => row.Length > 0)];
        int width = cells.Select(row => row.Sum(Span)).DefaultIfEmpty(0).Max();
        bool isLayout = !_hasMarks || width < 2 || cells.Length < 2 || (long)(width + 1) * (cells.Length + 2) > 20_000
            || cells.Any(row => row.Any(cell => cell.QuerySelector("table, ul, ol, pre, blockquote, h1, h2, h3, h4, h5, h6, iframe, object") is not null));
        if (isLayout)
        {
            LostTables += cells.Length > 0 ? 1 : 0;
            return
            [
                .. table.Children.Where(c => c.LocalName == "caption").SelectMany(c => Paragraph(c, "**")),
                .. cells.SelectMany(row => row).SelectMany(cell => BlocksOf(cell, depth + 1, containers)),
            ];
        }

        List<string> lines = [.. cells.Select(row => Row(row, width))];
        lines.Insert(1, string.Concat(Enumerable.Repeat("| --- ", width)) + "|");
        return [.. table.Children.Where(c => c.LocalName == "caption").SelectMany(c => Paragraph(c, "**")), string.Join('\n', lines)];
    }

    private static int Span(IElement cell) =>
        int.TryParse(cell.GetAttribute("colspan"), NumberStyles.None, CultureInfo.InvariantCulture, out int span) ? Math.Clamp(span, 1, 50) : 1;

    private string Row(IElement[] cells, int width)
    {
        StringBuilder row = new("|");
        int written = 0;
        foreach (IElement cell in cells)
        {
            InlineText line = new(isOneLine: true, _hasMarks);
            Children(cell, line, isInTable: true);
            row.Append(' ').Append(Take(line)).Append(" |");
            row.Insert(row.Length, " |", Span(cell) - 1);
            written += Span(cell);
        }

        return row.Insert(row.Length, " |", width - written).ToString();
    }

    private List<string> Embedded(IElement element, int depth, int containers)
    {
        string source = First(
            element.GetAttribute("src"),
            element.GetAttribute("data-src"),
            element.QuerySelector("param[name=movie], param[name=src]")?.GetAttribute("value"),
            element.QuerySelector("embed, source")?.GetAttribute("src"),
            element.GetAttribute("data"));
        string address = Film(source);
        if (Destination(address) is not { } destination)
        {
            return BlocksOf(element, depth, containers);
        }

        NoteLinked(address);
        InlineText line = new(isOneLine: true, _hasMarks);
        string title = CleanText.Line(element.GetAttribute("title"));
        if (title.Length > 0 && _hasMarks)
        {
            line.OpenLink();
            line.Text(title);
            line.CloseLink(destination);
        }
        else
        {
            line.Text(address);
        }

        return [Take(line)];
    }

    private void NoteLinked(string address)
    {
        if (address.Length > 0 && ArticleEmbeds.FrameOf(address) is null)
        {
            _linked.Add(address);
        }
    }

    /// <summary>The page of a film, for the address of its player.</summary>
    private static string Film(string address)
    {
        Match match = YouTube().Match(address);
        string absolute = address.StartsWith("//", StringComparison.Ordinal) ? "https:" + address : address;
        return match.Success ? $"https://www.youtube.com/watch?v={match.Groups["film"].Value}" : absolute;
    }

    private void Children(INode parent, InlineText line, bool isInTable)
    {
        foreach (INode child in parent.ChildNodes)
        {
            if (child is IText text)
            {
                if (_keepsLines)
                {
                    Lines(text.Data.ReplaceLineEndings("\n"), line);
                }
                else
                {
                    line.Text(text.Data);
                }
            }
            else if (child is IElement element && !Unseen.Contains(element.LocalName))
            {
                Inline(element, line, isInTable);
            }
        }
    }

    private void Inline(IElement element, InlineText line, bool isInTable)
    {
        switch (element.LocalName)
        {
            case "br":
                line.Break();
                break;
            case "img":
                Picture(element, line);
                break;
            case "a":
                Link(element, line, isInTable);
                break;
            case "code" or "kbd" or "samp" or "tt" when _hasMarks && !isInTable && element.QuerySelector("img, a") is null:
                line.Code(element.TextContent);
                break;
            case "q":
                line.Text("“");
                Children(element, line, isInTable);
                line.Text("”");
                break;
            case "iframe" or "embed" or "object" or "video" or "audio":
                string address = Film(First(element.GetAttribute("src"), element.GetAttribute("data")));
                NoteLinked(address);
                line.Text(" " + address + " ");
                break;
            case "input" or "wbr" or "hr":
                break;
            default:
                Emphasised(element, line, isInTable);
                break;
        }
    }

    private void Emphasised(IElement element, InlineText line, bool isInTable)
    {
        string style = element.GetAttribute("style") ?? "";
        string[] marks = element.LocalName switch
        {
            "b" or "strong" => ["**"],
            "i" or "em" or "cite" or "dfn" or "var" => ["*"],
            "del" or "s" or "strike" => ["~~"],
            "span" or "font" when Bold().IsMatch(style) => ["**"],
            _ => [],
        };
        bool isBlock = BlockElements.Contains(element.LocalName);
        if (isBlock && !line.IsEmpty)
        {
            line.Break();
        }

        bool isOpen = marks.Length > 0 && line.Open(marks[0]);
        Children(element, line, isInTable);
        if (isOpen)
        {
            line.Close(marks[0]);
        }

        if (isBlock)
        {
            line.Text(" ");
        }
    }

    private void Link(IElement link, InlineText line, bool isInTable)
    {
        string href = link.GetAttribute("href") ?? "";
        string? destination = _hasMarks ? Destination(href) : null;

        // A picture that leads to its own larger form: the portal shows the larger form.
        bool isOfPicture = link.QuerySelector("img") is not null && string.IsNullOrWhiteSpace(link.TextContent) && PictureAddress().IsMatch(href);
        bool isAddress = destination is not null && link.TextContent.Trim() == href.Trim() && link.QuerySelector("img") is null;
        if (destination is null || isOfPicture || isAddress || href.StartsWith('#'))
        {
            Children(link, line, isInTable);
            return;
        }

        line.OpenLink();
        Children(link, line, isInTable);
        line.CloseLink(isInTable ? destination.Replace("|", "%7C", StringComparison.Ordinal) : destination);
    }

    private void Picture(IElement image, InlineText line)
    {
        if (PictureOf(image) is not { } picture)
        {
            return;
        }

        if (_known.TryGetValue(picture.Source, out KnownPicture? known))
        {
            _shown.Add(picture.Source);
            line.Done($"![{Bracketed(First(picture.AltText, known.AltText))}]({known.Address})", "");
            return;
        }

        // What was not found is still told of, and where it was.
        string text = First(picture.AltText, picture.Caption, FileWords.Of(picture.Source), picture.Source);
        bool isInLink = image.Closest("a") is not null;
        if (!isInLink && _hasMarks && Destination(picture.Source) is { } destination)
        {
            line.OpenLink();
            line.Text(text);
            line.CloseLink(destination);
        }
        else
        {
            line.Text(text);
        }
    }

    private static string Bracketed(string text)
    {
        StringBuilder result = new();
        foreach (char letter in CleanText.Shorten(text, Media.MediaFile.MaxAltTextLength))
        {
            result.Append(letter is '\\' or '[' or ']' or '*' or '_' or '`' or '<' or '&' or '~' or '|' or '!' ? "\\" : "").Append(letter);
        }

        return result.ToString();
    }

    /// <summary>As Markdown writes an address; null for one that the portal would not follow.</summary>
    private static string? Destination(string address)
    {
        string url = string.Concat(address.Where(c => !char.IsControl(c))).Trim();
        int colon = url.IndexOf(':', StringComparison.Ordinal);
        int end = url.AsSpan().IndexOfAny("/?#");
        bool hasScheme = colon >= 0 && (end < 0 || colon < end);
        bool isFollowed = !hasScheme || url[..colon].ToUpperInvariant() is "HTTP" or "HTTPS" or "MAILTO" or "TEL";
        if (url.Length is 0 or > MaxUrlLength || !isFollowed)
        {
            return null;
        }

        StringBuilder result = new();
        foreach (char letter in url)
        {
            _ = letter switch
            {
                ' ' or '\u00A0' or '\u3000' => result.Append("%20"),
                '(' => result.Append("%28"),
                ')' => result.Append("%29"),
                '<' => result.Append("%3C"),
                '>' => result.Append("%3E"),
                '\\' => result.Append("%5C"),
                '`' => result.Append("%60"),
                '&' => result.Append("&amp;"),
                _ => result.Append(letter),
            };
        }

        return result.ToString();
    }

    [GeneratedRegex(@"\n[ \t]*\n\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BlankLines();

    [GeneratedRegex(@"#+$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrailingMarks();

    [GeneratedRegex(@"^[0-9]{1,9}\. ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OrderedItem();

    [GeneratedRegex(@"\b(language-|lang-|brush: ?)(?<name>[A-Za-z0-9+#\-]{1,20})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Language();

    [GeneratedRegex("font-weight: ?(bold|[6-9]00)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bold();

    [GeneratedRegex(@"^(https?:)?//(www\.)?youtube(-nocookie)?\.com/(embed|v)/(?<film>[A-Za-z0-9_\-]{6,20})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex YouTube();

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp)([?#].*)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PictureAddress();
}
