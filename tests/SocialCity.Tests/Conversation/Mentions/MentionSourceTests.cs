using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using SocialCity.Conversation.Mentions;

namespace SocialCity.Tests.Conversation.Mentions;

public sealed class MentionSourceTests
{
    private static readonly Uri Page = new("https://blog.example/posts/1");
    private static readonly Uri Target = new("https://city.example/blog/새-공원");

    [Theory]
    [InlineData("<a href=\"https://city.example/blog/새-공원\">공원</a>")]
    [InlineData("<a href='https://city.example/blog/%EC%83%88-%EA%B3%B5%EC%9B%90#words'>공원</a>")]
    [InlineData("<a href=\"HTTPS://CITY.example/blog/새-공원\" rel=nofollow>공원</a>")]
    [InlineData("<base href=\"https://city.example/blog/\"><a href=\"새-공원\">공원</a>")]
    [InlineData("<img src=\"https://city.example/blog/새-공원\">")]
    [InlineData("<video src=\"https://city.example/blog/새-공원\"></video>")]
    [InlineData("<blockquote cite=\"https://city.example/blog/새-공원\">말</blockquote>")]
    [InlineData("<link rel=\"alternate\" href=\"https://city.example/blog/새-공원\">")]
    public void A_page_that_links_here_is_found_to(string html) => Assert.NotNull(Read(html));

    [Theory]
    [InlineData("<p>https://city.example/blog/새-공원</p>")]
    [InlineData("<!-- <a href=\"https://city.example/blog/새-공원\">공원</a> -->")]
    [InlineData("<template><a href=\"https://city.example/blog/새-공원\">공원</a></template>")]
    [InlineData("<p>&lt;a href=\"https://city.example/blog/새-공원\"&gt;</p>")]
    [InlineData("<a href=\"https://city.example/blog/새-공원-2\">다른 글</a>")]
    [InlineData("<a href=\"https://city.example/blog/새-공원/picture.svg\">그림</a>")]
    [InlineData("<a href=\"https://evil.example/?u=https://city.example/blog/새-공원\">남의 글</a>")]
    [InlineData("<a data-href=\"https://city.example/blog/새-공원\">공원</a>")]
    [InlineData("<script>var a = '<a href=\"https://city.example/blog/새-공원\">'</script>")]
    [InlineData("")]
    public void A_page_that_only_seems_to_is_not(string html) => Assert.Null(Read(html));

    [Theory]
    [InlineData("text/plain", "보세요: https://city.example/blog/새-공원. 좋아요", true)]
    [InlineData("text/plain", "보세요: https://city.example/blog/새-공원-2", false)]
    [InlineData("application/json", "{\"a\":[{\"url\":\"https://city.example/blog/%EC%83%88-%EA%B3%B5%EC%9B%90\"}]}", true)]
    [InlineData("application/json", "{\"a\":\"see https://city.example/blog/새-공원\"}", false)]
    [InlineData("application/json", "{\"https://city.example/blog/새-공원\":1}", false)]
    [InlineData("application/json", "{ broken", false)]
    public void Plain_text_and_json_must_hold_the_address_itself(string type, string text, bool isThere) =>
        Assert.Equal(isThere, MentionSource.Read(Encoding.UTF8.GetBytes(text), type, "utf-8", Page, Target) is not null);

    [Fact]
    public void What_an_entry_says_of_itself_is_taken()
    {
        MentionContent content = Read("""
            <title>김이웃의 블로그</title>
            <div class="h-entry">
              <h1 class="p-name">공원에  다녀와서</h1>
              <a class="p-author h-card" href="/"><span class="p-name">김이웃</span><img alt="" src="/me.png"></a>
              <time class="dt-published" datetime="2026-11-02T09:00:00+09:00">어제</time>
              <div class="e-content"><p>앞 문단</p><p>새 <a href="https://city.example/blog/새-공원">공원</a>이 생겼다.<script>alert(1)</script></p></div>
              <div class="h-cite"><span class="p-name">남의 제목</span></div>
            </div>
            """) ?? throw new InvalidOperationException();

        Assert.Equal("공원에 다녀와서", content.Title);
        Assert.Equal("김이웃", content.Author);
        Assert.Equal("새 공원이 생겼다.", content.Excerpt);
        Assert.Equal(new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc), content.WrittenAt);
    }

    [Fact]
    public void Without_an_entry_the_title_of_the_page_does()
    {
        MentionContent content = Read("<title> 이웃 \n 블로그 </title><p>새 <a href='https://city.example/blog/새-공원'>공원</a></p>") ?? throw new InvalidOperationException();

        Assert.Equal(("이웃 블로그", "", "새 공원", (DateTime?)null), (content.Title, content.Author, content.Excerpt, content.WrittenAt));
        Assert.Equal("blog.example", Read("<a href='https://city.example/blog/새-공원'>공원</a>")?.Title);
    }

    [Fact]
    public void Nothing_of_its_markup_is_taken_over_and_nothing_grows_beyond_bounds()
    {
        MentionContent content = Read($"""
            <div class="h-entry"><p class="p-name">&lt;script&gt;alert(1)&lt;/script&gt;{new string('가', 5_000)}</p>
            <p class="p-author">a&#8238;b&#0;c {new string('나', 5_000)}</p>
            <p>{new string('다', 50_000)}<a href='https://city.example/blog/새-공원'>공원</a></p></div>
            """) ?? throw new InvalidOperationException();

        Assert.StartsWith("<script>alert(1)</script>", content.Title, StringComparison.Ordinal);
        Assert.Equal(Mention.TitleLength, content.Title.Length);
        Assert.StartsWith("abc", content.Author, StringComparison.Ordinal);
        Assert.Equal(Mention.AuthorLength, content.Author.Length);
        Assert.Equal(Mention.ExcerptLength, content.Excerpt.Length);
    }

    [Theory]
    [InlineData("euc-kr", "")]
    [InlineData(null, "<meta charset=\"euc-kr\">")]
    public void Korean_letters_of_older_pages_are_read(string? header, string meta)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] body = Encoding.GetEncoding("euc-kr").GetBytes($"{meta}<title>옛 누리집</title><a href='https://city.example/blog/%EC%83%88-%EA%B3%B5%EC%9B%90'>공원</a>");

        Assert.Equal("옛 누리집", MentionSource.Read(body, "text/html", header, Page, Target)?.Title);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<p><i>")]
    [InlineData("<table>")]
    [InlineData("<svg><g>")]
    [InlineData("<ul><li>")]
    [InlineData("<span class=h-entry>")]
    [InlineData("[")]
    public void Of_a_page_of_a_megabyte_of_nested_marks_no_more_is_read_than_people_nest(string mark)
    {
        StringBuilder text = new("<a href='https://city.example/blog/새-공원'>공원</a>");
        while (text.Length < 1_000_000)
        {
            text.Append(mark);
        }

        byte[] page = Encoding.UTF8.GetBytes(text.ToString());
        IHtmlDocument document = MentionSource.ParseHtml(page, "utf-8");

        // What lies between two that count may double it.
        Assert.InRange(document.All.Length, 1, 25_000);
        Assert.True(Depth(document.DocumentElement) <= 1_100);
        Assert.NotNull(Read(text.ToString()));
        Assert.Null(MentionSource.Read(page, "application/json", "utf-8", Page, Target));
    }

    [Fact]
    public void A_long_page_of_ordinary_depth_is_read_to_its_end()
    {
        StringBuilder page = new("<svg>" + string.Concat(Enumerable.Repeat("<path d='M0 0'/>", 1_000)) + "</svg>");
        page.Append(string.Concat(Enumerable.Repeat("<div><p>글<br><img src=x></div><li>하나", 1_000)));
        page.Append("<a href='https://city.example/blog/새-공원'>공원</a>");

        Assert.NotNull(Read(page.ToString()));
    }

    private static int Depth(IElement root)
    {
        int deepest = 0;
        Stack<(IElement Element, int Depth)> open = new([(root, 1)]);
        while (open.TryPop(out (IElement Element, int Depth) next))
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (IElement child in next.Element.Children)
            {
                open.Push((child, next.Depth + 1));
            }
        }

        return deepest;
    }

    private static MentionContent? Read(string html) => MentionSource.Read(Encoding.UTF8.GetBytes(html), "text/html", "utf-8", Page, Target);
}
