using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using SocialCity.Text;

namespace SocialCity.Tests.Text;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("**강조**는", "<p><strong>강조</strong>는</p>")]
    [InlineData("**강조(참고)**는 **\"인용\"**이", "<p><strong>강조(참고)</strong>는 <strong>&quot;인용&quot;</strong>이</p>")]
    [InlineData("가로등이 **「꺼짐」**입니다", "<p>가로등이 <strong>「꺼짐」</strong>입니다</p>")]
    [InlineData("~~취소~~하고 *다시*", "<p><del>취소</del>하고 <em>다시</em></p>")]
    [InlineData("첫 줄\n둘째 줄", "<p>첫 줄<br>\n둘째 줄</p>")]
    [InlineData("# 3번 출구 앞", "<p># 3번 출구 앞</p>")]
    [InlineData("    들여쓴 글", "<p>들여쓴 글</p>")]
    [InlineData("`코드`", "<p><code>코드</code></p>")]
    [InlineData("<b>굵게</b> & <!-- x -->", "<p>&lt;b&gt;굵게&lt;/b&gt; &amp; &lt;!-- x --&gt;</p>")]
    [InlineData("![사진](/photos/1.jpg)", "<p><a href=\"/photos/1.jpg\">사진</a></p>")]
    [InlineData("[내 민원](/complaints/1)", "<p><a href=\"/complaints/1\">내 민원</a></p>")]
    [InlineData("[메일](mailto:a@b.kr) [전화](tel:120)", "<p><a href=\"mailto:a@b.kr\">메일</a> <a href=\"tel:120\">전화</a></p>")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "<p>| a | b |<br>\n|---|---|<br>\n| 1 | 2 |</p>")]
    [InlineData("", "")]
    public void A_citizens_text_is_shown_as_it_was_meant(string markdown, string html)
    {
        Assert.Equal(html, MarkdownText.ToHtml(markdown, MarkdownProfile.Plain).Trim());
    }

    [Theory]
    [InlineData("https://example.com/가 참고", "https://example.com/%EA%B0%80")]
    [InlineData("www.example.com", "https://www.example.com")]
    [InlineData("[여기](HTTPS://example.com)", "HTTPS://example.com")]
    [InlineData("[여기](//example.com)", "//example.com")]
    [InlineData("<https://example.com>", "https://example.com")]
    public void A_link_to_elsewhere_promises_nothing(string markdown, string href)
    {
        IElement link = Parse(markdown, MarkdownProfile.Plain).QuerySelectorAll("a").Single();

        Assert.Equal(href, link.GetAttribute("href"));
        Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel"));
    }

    [Fact]
    public void A_link_always_has_a_name()
    {
        Assert.Equal("https://example.com", Parse("[](https://example.com)", MarkdownProfile.Plain).QuerySelector("a")?.TextContent);
    }

    [Fact]
    public void Headings_of_an_article_leave_h1_and_h2_to_the_page_and_have_anchors_of_their_own()
    {
        IElement body = Parse("# 소개\n\n## 소개\n\n###### 끝\n\n# !!!\n\n# main", MarkdownProfile.Article);

        Assert.Equal(
            ["h3#h-소개", "h4#h-소개-2", "h5#h-끝", "h3#h-section", "h3#h-main"],
            body.Children.Select(heading => $"{heading.LocalName}#{heading.Id}"));
    }

    [Fact]
    public void An_article_has_tables_without_inline_style()
    {
        IElement body = Parse("| 가 | 나 | 다 |\n|---|:-:|--:|\n| 1 | 2 | 3 |", MarkdownProfile.Article);

        Assert.Equal(["", "text-center", "text-right"], body.QuerySelectorAll("td").Select(cell => cell.ClassName ?? ""));
        Assert.Empty(body.QuerySelectorAll("[style]"));
    }

    [Fact]
    public void An_article_has_footnotes_whose_links_find_their_ends()
    {
        IElement body = Parse("글[^1]과 글[^1]\n\n[^1]: 주석", MarkdownProfile.Article);

        Assert.NotNull(body.QuerySelector("div.footnotes"));
        string[] targets = [.. body.QuerySelectorAll("a").Select(link => link.GetAttribute("href") ?? "")];
        Assert.Equal(4, targets.Length);
        Assert.All(targets, target => Assert.Single(body.QuerySelectorAll("[id]"), element => "#" + element.Id == target));
    }

    [Fact]
    public void A_task_list_shows_letters_instead_of_controls()
    {
        IElement body = Parse("- [x] 했음\n- [ ] 할 일", MarkdownProfile.Article);

        Assert.Equal(["☑ 했음", "☐ 할 일"], body.QuerySelectorAll("li.task-list-item").Select(item => item.TextContent.Trim()));
        Assert.Empty(body.QuerySelectorAll("input"));
    }

    [Fact]
    public void An_article_has_images_with_their_text()
    {
        Assert.Equal(
            "<p><img src=\"/media/abc\" alt=\"시장\" loading=\"lazy\" decoding=\"async\" title=\"아침\"></p>",
            MarkdownText.ToHtml("![시장](/media/abc \"아침\")", MarkdownProfile.Article).Trim());
    }

    [Theory]
    [InlineData("![시장](https://evil.example/track.png)", "<p><a href=\"https://evil.example/track.png\" rel=\"nofollow ugc noopener\">시장</a></p>")]
    [InlineData("![시장][a]\n\n[a]: //evil.example/a.png", "<p><a href=\"//evil.example/a.png\" rel=\"nofollow ugc noopener\">시장</a></p>")]
    [InlineData("![](x)", "<p><a href=\"x\">x</a></p>")]
    public void A_picture_that_was_not_uploaded_is_a_link_in_an_article_too(string markdown, string html)
    {
        Assert.Equal(html, MarkdownText.ToHtml(markdown, MarkdownProfile.Article).Trim());
        Assert.Single(MarkdownText.ForeignPictures(markdown));
        Assert.Empty(MarkdownText.ForeignPictures("![시장](/media/abc) [집](https://evil.example) `![a](https://evil.example)`"));
    }

    [Fact]
    public void Code_names_its_language()
    {
        Assert.Equal("language-csharp", Parse("```csharp\nvar x;\n```", MarkdownProfile.Article).QuerySelector("pre code")?.ClassName);
        Assert.Equal("", Parse("```\" onclick=x\nvar x;\n```", MarkdownProfile.Article).QuerySelector("pre code")?.ClassName ?? "");
    }

    public static TheoryData<string> Attacks => [.. AttackTexts.All];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void Nothing_in_a_text_can_run(string markdown)
    {
        AssertSafe(MarkdownText.ToHtml(markdown, MarkdownProfile.Plain));
        AssertSafe(MarkdownText.ToHtml(markdown, MarkdownProfile.Article));
        Assert.True(MarkdownText.ToPlainText(markdown, 50).Length <= 50);
    }

    [Fact]
    public void Random_mixtures_of_attacks_stay_safe_too()
    {
        Random random = new(42);
        string[] parts =
        [
            .. AttackTexts.All,
            "[", "](", ")", "<", ">", "\"", "'", "*", "**", "_", "`", "```\n", "\n", "\n\n", "> ", "- ", "1. ", "|", "|-|-|\n", "~~", "![",
            "[^a]", "[^a]: ", "javascript:", "&#", ";", "\\", "http://", "www.", "가", "\u200B", "\u0000", "- [x] ", "# ",
        ];
        for (int round = 0; round < 3_000; round++)
        {
            string markdown = string.Concat(random.GetItems(parts, random.Next(1, 15)));
            AssertSafe(MarkdownText.ToHtml(markdown, (MarkdownProfile)(round % 2)));
            _ = MarkdownText.ToPlainText(markdown, 80);
        }
    }

    public static TheoryData<string> Bombs =>
    [
        .. new[]
        {
            "]", "(", ")", "_", "~", "`", "!", "![", "[]", "[](", "![a](", "[[", "]]", "_a ", "*a_ ", "**a*b ", "a**b*c ", "1. ", "* ", "+ ", "<", "<a",
            "<a:", "&", "&amp", "\\", "|", "|-", "[^1]", "[^", "http://", "www.", "\n", "\r", "#", "~~a ", "*a_b", "**a *b ", "\t", "\uD800", "<!--", "<![CDATA[", "<?",
        }.Select(unit => Repeat(unit, 20_000)),
        .. new[] { ">", "> ", "[", "*", "*a ", "- ", "[a](", "- a\n", "# a\n", "a\n\n" }.Select(unit => Repeat(unit, MarkdownText.MaxLength)),
        .. new[] { "[", "> ", "a\n\n" }.Select(unit => Repeat(unit, 1_000_000)),
        new string('[', 50_000) + new string(']', 50_000),
        string.Concat(Enumerable.Range(1, 400).Select(count => new string('`', count) + " ")),
        string.Concat(Enumerable.Range(0, 300).Select(depth => new string(' ', 2 * depth) + "- a\n")),
        "|" + Repeat("a|", 1_000) + "\n|" + Repeat("-|", 1_000) + "\n" + Repeat("|\n", 90_000),
        Repeat("[a](", 3_900) + new string('b', 90_000),
        string.Concat(Enumerable.Range(0, 8_000).Select(number => $"[a{number}]: b\n\n")),
        $"[a]: {Repeat("/x", 20_000)}\n\n{Repeat("[a]", 19_000)}",
        $"[a]: {Repeat("/x", 900)}\n\n{Repeat("![a]", 20_000)}",
        $"[a]: /x \"{Repeat("x", 40_000)}\"\n\n{Repeat("[a]", 19_000)}",
    ];

    /// <summary>Completes, and what comes out is not much longer than what went in.</summary>
    [Theory]
    [MemberData(nameof(Bombs), DisableDiscoveryEnumeration = true)]
    public void A_bomb_does_not_go_off(string markdown)
    {
        foreach (MarkdownProfile profile in Enum.GetValues<MarkdownProfile>())
        {
            string html = MarkdownText.ToHtml(markdown, profile);
            Assert.True(html.Length <= 100_000 + (20L * markdown.Length), $"{html.Length} characters");
        }

        Assert.True(MarkdownText.ToPlainText(markdown, 100).Length <= 100);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\r\n\r\n", true)]
    [InlineData("\n \n", true)]
    public void Emphasis_is_read_unless_a_single_paragraph_has_thousands_of_it(string between, bool isRead)
    {
        string html = MarkdownText.ToHtml(string.Join(between, Enumerable.Repeat("**굵게**", 2_001)), MarkdownProfile.Article);

        Assert.Equal(isRead, html.Contains("<strong>굵게</strong>", StringComparison.Ordinal));
        Assert.Contains("굵게", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_too_deep_or_too_long_is_shown_as_it_was_typed()
    {
        string deep = Repeat("> ", 1_000) + "<b>글\n둘째\n\n셋째";
        string html = MarkdownText.ToHtml(deep, MarkdownProfile.Article);

        Assert.StartsWith("<p>&gt; &gt; ", html, StringComparison.Ordinal);
        Assert.EndsWith("&lt;b&gt;글<br>\n둘째</p>\n<p>셋째</p>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>", MarkdownText.ToHtml("**a** " + new string('x', MarkdownText.MaxLength), MarkdownProfile.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void An_honest_long_article_is_read_as_markdown()
    {
        string table = "| 이름 | 값 | 비고 |\n|---|---|---|\n" + Repeat("| 가 | 나 | 다 |\n", 5_000);
        string links = Repeat("[링크](https://example.com/x) ", 20_000);

        Assert.Contains("<table>", MarkdownText.ToHtml(table, MarkdownProfile.Article), StringComparison.Ordinal);
        Assert.Contains("<a ", MarkdownText.ToHtml(links, MarkdownProfile.Article), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# 제목\n\n본문 **강조**입니다.\n- 하나\n- 둘", 100, "제목 본문 강조입니다. 하나 둘")]
    [InlineData("가나다라마바사", 4, "가나다…")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 13, "👨‍👩‍👧‍👦…")]
    [InlineData("<b>x</b> & y", 100, "<b>x</b> & y")]
    [InlineData("글[^1]\n\n[^1]: 주석", 100, "글")]
    [InlineData("![그림](/media/a)글", 100, "글")]
    [InlineData("", 10, "")]
    public void An_excerpt_is_the_words_alone(string markdown, int maxLength, string excerpt)
    {
        Assert.Equal(excerpt, MarkdownText.ToPlainText(markdown, maxLength));
    }

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, Math.Max(1, length / unit.Length)));

    private static IElement Parse(string markdown, MarkdownProfile profile) => ParseHtml(MarkdownText.ToHtml(markdown, profile));

    private static IElement ParseHtml(string html) =>
        new HtmlParser().ParseDocument(html).Body ?? throw new InvalidOperationException("No body.");

    /// <summary>Judged by a browser's reading of the HTML, not by its text.</summary>
    private static void AssertSafe(string html)
    {
        string[] elements =
        [
            "p", "br", "strong", "em", "del", "a", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4", "h5", "h6",
            "table", "thead", "tbody", "tr", "th", "td", "img", "sup", "div",
        ];
        string[] attributes = ["href", "rel", "title", "class", "id", "src", "alt", "loading", "decoding", "start"];
        foreach (IElement element in ParseHtml(html).QuerySelectorAll("*"))
        {
            Assert.Contains(element.LocalName, elements);
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, attributes);
                if (attribute.Name is "href" or "src")
                {
                    Uri address = new(new Uri("https://city.example/page"), attribute.Value);
                    Assert.Contains(address.Scheme, new[] { "http", "https", "mailto", "tel" });
                }
            }
        }
    }
}
