using System.Text;
using SocialCity.Conversation.Mentions;

namespace SocialCity.Tests.Conversation.Mentions;

/// <summary>Finding where a page takes webmentions: each way in which a page may say so, and each in which it only seems to.</summary>
public sealed class MentionEndpointTests
{
    private static readonly Uri Page = new("https://blog.example/posts/1?lang=ko");

    [Theory]
    [InlineData("</hook>; rel=webmention", "https://blog.example/hook")]
    [InlineData("<https://hooks.example/in>; rel=webmention", "https://hooks.example/in")]
    [InlineData("</hook>; rel=\"webmention\"", "https://blog.example/hook")]
    [InlineData("</hook>; REL=\"WebMention\"", "https://blog.example/hook")]
    [InlineData("</hook>; rel=\"webmention other\"", "https://blog.example/hook")]
    [InlineData("</hook>; rel=\"other webmention\"", "https://blog.example/hook")]
    [InlineData("<hook>; rel=webmention", "https://blog.example/posts/hook")]
    [InlineData("<?in=1>; rel=webmention", "https://blog.example/posts/1?in=1")]
    [InlineData("<>; rel=webmention", "https://blog.example/posts/1?lang=ko")]
    [InlineData("</hook?a=1,2;3&b>; rel=webmention", "https://blog.example/hook?a=1,2;3&b")]
    [InlineData("</style.css>; rel=stylesheet, </hook>; rel=webmention", "https://blog.example/hook")]
    [InlineData("</style.css>; title=\"a, b; rel=webmention\"; rel=stylesheet, </hook>; rel=webmention", "https://blog.example/hook")]
    [InlineData("</one>; rel=webmention, </two>; rel=webmention", "https://blog.example/one")]
    [InlineData("  </hook> ;  rel = \"webmention\" ", "https://blog.example/hook")]
    [InlineData("</hook>; title=\"say \\\"hi\\\"\"; rel=webmention", "https://blog.example/hook")]
    [InlineData("</hook>; rel=stylesheet; rel=webmention", null)]
    [InlineData("</hook>; rel=\"not-webmention\"", null)]
    [InlineData("</hook>; rel=webmentions", null)]
    [InlineData("</hook>", null)]
    [InlineData("</hook; rel=webmention", null)]
    [InlineData("/hook; rel=webmention", null)]
    [InlineData("", null)]
    public void The_first_link_header_that_says_so_counts(string header, string? endpoint) =>
        Assert.Equal(endpoint, MentionEndpoint.InHeaders([header], Page)?.AbsoluteUri);

    [Fact]
    public void Several_headers_are_read_in_their_order() => Assert.Equal(
        "https://blog.example/two",
        MentionEndpoint.InHeaders(["</one>; rel=alternate", "</two>; rel=webmention", "</three>; rel=webmention"], Page)?.AbsoluteUri);

    [Theory]
    [InlineData("<link rel=\"webmention\" href=\"/hook\">", "https://blog.example/hook")]
    [InlineData("<LINK REL=\"WEBMENTION\" HREF=\"/hook\">", "https://blog.example/hook")]
    [InlineData("<link rel=webmention href=https://hooks.example/in>", "https://hooks.example/in")]
    [InlineData("<p><a rel=\"webmention\" href=\"/hook\">hook</a></p>", "https://blog.example/hook")]
    [InlineData("<link rel=\"a webmention b\" href=\"/hook\">", "https://blog.example/hook")]
    [InlineData("<a rel=\"webmention\" href=\"/first\">1</a><link rel=\"webmention\" href=\"/second\">", "https://blog.example/first")]
    [InlineData("<link rel=\"webmention\" href=\"/first\"><a rel=\"webmention\" href=\"/second\">2</a>", "https://blog.example/first")]
    [InlineData("<link rel=\"webmention\" href=\"\">", "https://blog.example/posts/1?lang=ko")]
    [InlineData("<link rel=\"webmention\"><a rel=\"webmention\" href=\"/hook\">hook</a>", "https://blog.example/hook")]
    [InlineData("<link rel=\"webmention\" href=\"/hook?a=1&amp;b=%ED%95%9C\">", "https://blog.example/hook?a=1&b=%ED%95%9C")]
    [InlineData("<link rel=\"webmention\" href=\"hook\">", "https://blog.example/posts/hook")]
    [InlineData("<base href=\"/deep/er/\"><link rel=\"webmention\" href=\"hook\">", "https://blog.example/deep/er/hook")]
    [InlineData("<!-- <link rel=\"webmention\" href=\"/not\"> --><a rel=\"webmention\" href=\"/hook\">hook</a>", "https://blog.example/hook")]
    [InlineData("<p>&lt;a rel=\"webmention\" href=\"/not\"&gt;</p><a rel=\"webmention\" href=\"/hook\">hook</a>", "https://blog.example/hook")]
    [InlineData("<template><a rel=\"webmention\" href=\"/not\">no</a></template><a rel=\"webmention\" href=\"/hook\">hook</a>", "https://blog.example/hook")]
    [InlineData("<script>'<a rel=\"webmention\" href=\"/not\">'</script>", null)]
    [InlineData("<textarea><a rel=\"webmention\" href=\"/not\"></textarea>", null)]
    [InlineData("<link rel=\"not-webmention\" href=\"/not\">", null)]
    [InlineData("<div rel=\"webmention\" href=\"/not\"></div>", null)]
    [InlineData("<p>nothing</p>", null)]
    public void Else_the_first_link_or_a_of_the_document_counts(string html, string? endpoint) =>
        Assert.Equal(endpoint, MentionEndpoint.InDocument(MentionSource.ParseHtml(Encoding.UTF8.GetBytes(html), "utf-8"), Page)?.AbsoluteUri);
}
