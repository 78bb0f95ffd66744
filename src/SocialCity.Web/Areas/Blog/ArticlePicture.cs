using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace SocialCity.Web.Areas.Blog;

/// <summary>Draws the title of an article as a picture of 1200 × 630, the size that link previews show.</summary>
public static class ArticlePicture
{
    private const int LettersPerLine = 30;
    private const int MostLines = 4;
    private const int LineHeight = 92;
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <param name="title">Any text; it is cut after four lines.</param>
    /// <param name="city">The name at the foot.</param>
    /// <param name="colour">As #rrggbb.</param>
    public static string Draw(string title, string city, string colour)
    {
        List<string> lines = Lines(title);
        int top = 315 - ((lines.Count - 1) * LineHeight / 2);
        XElement picture = new(
            Svg + "svg",
            new XAttribute("viewBox", "0 0 1200 630"),
            new XAttribute("width", 1200),
            new XAttribute("height", 630),
            new XAttribute("role", "img"),
            new XAttribute("aria-label", Clean(title)),
            new XElement(Svg + "rect", new XAttribute("width", 1200), new XAttribute("height", 630), new XAttribute("fill", "#fffaf5")),
            new XElement(Svg + "rect", new XAttribute("width", 24), new XAttribute("height", 630), new XAttribute("fill", colour)),
            new XElement(
                Svg + "text",
                new XAttribute("font-family", "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif"),
                new XAttribute("font-size", 68),
                new XAttribute("font-weight", 700),
                new XAttribute("fill", "#1d1d1f"),
                lines.Select((line, index) => new XElement(
                    Svg + "tspan", new XAttribute("x", 96), new XAttribute("y", top + (index * LineHeight)), line))),
            new XElement(
                Svg + "text",
                new XAttribute("x", 96),
                new XAttribute("y", 572),
                new XAttribute("font-family", "Pretendard, 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif"),
                new XAttribute("font-size", 34),
                new XAttribute("fill", "#5b5b60"),
                Clean(city)));
        return picture.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>Breaks between words where it can, and never inside a letter. A Hangul letter is as wide as two Latin ones.</summary>
    private static List<string> Lines(string title)
    {
        List<string> lines = [];
        StringBuilder line = new();
        int width = 0;
        foreach (string word in Clean(title).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int wide = WidthOf(word);
            if (width > 0 && width + 1 + wide > LettersPerLine)
            {
                Break();
            }

            if (width > 0)
            {
                line.Append(' ');
                width++;
            }

            TextElementEnumerator letters = StringInfo.GetTextElementEnumerator(word);
            while (letters.MoveNext())
            {
                if (width >= LettersPerLine)
                {
                    Break();
                }

                line.Append(letters.GetTextElement());
                width += WidthOf(letters.GetTextElement());
            }
        }

        Break();
        return lines.Count <= MostLines ? lines : [.. lines[..(MostLines - 1)], lines[MostLines - 1] + "…"];

        void Break()
        {
            if (line.Length > 0)
            {
                lines.Add(line.ToString());
            }

            line.Clear();
            width = 0;
        }
    }

    private static int WidthOf(string text) => text.EnumerateRunes().Sum(rune => rune.Value >= 0x1100 ? 2 : 1);

    private static string Clean(string text) => string.Concat(text.Where(c => System.Xml.XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
}
