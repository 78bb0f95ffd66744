using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using SocialCity.Blog;
using SocialCity.Blog.Import;

namespace SocialCity.Tests.Blog.Import;

public sealed partial class HtmlToMarkdownTests
{
    private static readonly Dictionary<string, KnownPicture> None = [];

    [Theory]
    [InlineData("<h2>모집</h2><p>누구나 <b>함께</b> 걸어요.</p><h3>때</h3>", "# 모집\n\n누구나 **함께** 걸어요.\n\n## 때")]
    [InlineData("<p>한 줄<br>두 줄</p>", "한 줄\n두 줄")]
    [InlineData("<div>한 문단<br><br>다음 문단</div>", "한 문단\n\n다음 문단")]
    [InlineData("<ul><li>하나<ul><li>속</li></ul></li><li>둘</li></ul>", "- 하나\n  - 속\n- 둘")]
    [InlineData("<ol start=\"3\"><li>셋</li><li>넷</li></ol>", "3. 셋\n4. 넷")]
    [InlineData("<blockquote><p>인용</p><p>둘</p></blockquote>", "> 인용\n>\n> 둘")]
    [InlineData("<pre><code class=\"language-bash\">ls -l\n  *</code></pre>", "```bash\nls -l\n  *\n```")]
    [InlineData("<p>명령 <code>a`b</code></p>", "명령 ``a`b``")]
    [InlineData("<p><a href=\"https://city.example/길?a=1&amp;b=(2)\">길 찾기</a></p>", "[길 찾기](https://city.example/길?a=1&amp;b=%282%29)")]
    [InlineData("<p><a href=\"javascript:alert(1)\">누르세요</a></p>", "누르세요")]
    [InlineData("<p><b> 앞뒤 </b>붙임</p>", "**앞뒤** 붙임")]
    [InlineData("<p><b>하나</b><b>둘</b></p>", "**하나둘**")]
    [InlineData("<p>1. 번호가 아니라 말</p><p>- 줄표</p><p># 우물</p>", "1\\. 번호가 아니라 말\n\n\\- 줄표\n\n\\# 우물")]
    [InlineData("<iframe src=\"https://www.youtube.com/embed/abcdefgh123?rel=0\"></iframe>", "<https://www.youtube.com/watch?v=abcdefgh123>")]
    [InlineData("<hr>", "---")]
    [InlineData("<script>alert(1)</script><style>p{}</style><p>남음</p>", "남음")]
    [InlineData("", "")]
    public void Html_is_said_in_markdown(string html, string markdown) => Assert.Equal(markdown, HtmlToMarkdown.Read(html).Write(None));

    [Fact]
    public void A_table_keeps_its_cells_and_a_layout_table_its_words()
    {
        Assert.Equal(
            "| 요일 | 시간 |\n| --- | --- |\n| 월 \\| 화 | **10시** |\n| 합계 | |",
            HtmlToMarkdown.Read("<table><tr><th>요일</th><th>시간</th></tr><tr><td>월 | 화</td><td><b>10시</b></td></tr><tr><td colspan=2>합계</td></tr></table>").Write(None));
        Assert.Equal("왼쪽\n\n- 오른쪽", HtmlToMarkdown.Read("<table><tr><td>왼쪽</td><td><ul><li>오른쪽</li></ul></td></tr></table>").Write(None));
    }

    [Fact]
    public void A_picture_that_was_found_is_shown_and_one_that_was_not_is_a_link()
    {
        HtmlToMarkdown text = HtmlToMarkdown.Read(
            "<figure><a href=\"https://old.example/a.jpg\"><img src=\"https://old.example/a-300x200.jpg\"></a><figcaption>가로수 길</figcaption></figure>"
            + "<p><img src=\"https://old.example/b.jpg\" alt=\"장터\"></p>");

        Assert.Equal(
            [new ForeignPicture("https://old.example/a-300x200.jpg", "", "가로수 길"), new ForeignPicture("https://old.example/b.jpg", "장터", "")],
            text.Pictures);
        Assert.Equal(
            "![말](/media/abc)\n\n*가로수 길*\n\n[장터](https://old.example/b.jpg)",
            text.Write(new Dictionary<string, KnownPicture> { ["https://old.example/a-300x200.jpg"] = new("/media/abc", "말") }));
    }

    [Theory]
    [InlineData("<pre>코드 <img src=\"a.jpg\"></pre>", "```\n코드\n```\n\n![말](/media/abc)")]
    [InlineData("<object data=\"https://x.example/f\"><img src=\"a.jpg\"></object>", "<https://x.example/f>\n\n![말](/media/abc)")]
    [InlineData("<p><img srcset=\"a.jpg 1x, b.jpg 2x\"></p>", "![말](/media/abc)")]
    public void A_picture_that_was_found_is_shown_wherever_it_stood(string html, string markdown) =>
        Assert.Equal(markdown, HtmlToMarkdown.Read(html).Write(new Dictionary<string, KnownPicture> { ["a.jpg"] = new("/media/abc", "말") }));

    [Fact]
    public void Line_ends_are_paragraphs_where_the_other_system_took_them_so()
    {
        Assert.Equal("첫 줄\n둘째 줄\n\n새 문단", HtmlToMarkdown.Read("첫 줄\n둘째 줄\n\n새 문단", keepsLines: true).Write(None));
        Assert.Equal("첫 줄 둘째 줄", HtmlToMarkdown.Read("첫 줄\n둘째 줄").Write(None));
    }

    [Fact]
    public void No_word_is_lost_and_no_mark_is_added_whatever_is_nested_in_what()
    {
        Random random = new(20261126);
        int plain = 0;
        for (int round = 0; round < 1_500; round++)
        {
            StringBuilder html = new();
            Grow(html, random, 0);
            string markdown = HtmlToMarkdown.Read(html.ToString()).Write(None);

            string before = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!.TextContent;
            string after = Words(ArticleBody.Render(markdown).Html);
            Assert.True(Squeezed(before) == Squeezed(after), $"{html}\n--\n{markdown}\n--\n{Squeezed(before)}\n{Squeezed(after)}");
            plain += html.ToString().Contains("<b>", StringComparison.Ordinal) && !markdown.Contains("**", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(plain, 0, 400);
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<b><p>", 100_000)]
    [InlineData("[", 1_000_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<a href=x>", 100_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("&#91;", 200_000)]
    public async Task Built_to_be_slow_it_is_read_in_time(string part, int times)
    {
        string html = string.Concat(Enumerable.Repeat(part, times)) + "끝";

        Task<string> work = Task.Run(() => HtmlToMarkdown.Read(html).Write(None));

        Assert.EndsWith("끝", await work.WaitAsync(TimeSpan.FromSeconds(20)), StringComparison.Ordinal);
    }

    private static string Words(string html) => WebUtility.HtmlDecode(AnyTag().Replace(html, ""));

    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static void Grow(StringBuilder html, Random random, int depth)
    {
        string[] nasty =
        [
            "가로등", "함께", "**", "*", "_", "__a__", "snake_case", "1.", "2) ", "- 줄", "+", "# 제목", "> 인용", "```", "`", "~~", "[링크](주소)", "![그림]", "|",
            "| --- |", "===", "---", "&amp;lt;b&amp;gt;", "&lt;script&gt;", "\\", "\\*", "http://a.example/b_c_d", "https://a.example/(x)", "www.example.com", "!", "(참고)", "“말”",
            "\n", "    ", "&nbsp;", "[x]", "[^1]", "&amp;copy;", "a@b.example", "mailto:a@b.example", "100%", "~", "은", "다.", "<br>", "😀", ":", "|a|b|", "tel:02-123",
        ];
        string[] inline = ["b", "i", "del", "span", "code", "a href=\"https://x.example/a_b*c\"", "strong", "em", "sup", "u"];
        string[] block = ["p", "div", "ul", "ol", "blockquote", "h2", "h4", "pre", "table", "li", "section", "details", "figure", "td", "center"];
        int parts = random.Next(1, 6);
        for (int part = 0; part < parts; part++)
        {
            int kind = depth > 5 ? 0 : random.Next(10);
            if (kind < 5)
            {
                html.Append(nasty[random.Next(nasty.Length)]).Append(random.Next(3) == 0 ? " " : "");
            }
            else
            {
                string tag = kind < 8 ? inline[random.Next(inline.Length)] : block[random.Next(block.Length)];
                html.Append('<').Append(tag).Append('>');
                Grow(html, random, depth + 1);
                html.Append("</").Append(tag.Split(' ')[0]).Append('>');
            }
        }
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 5000)]
    private static partial Regex AnyTag();
}
