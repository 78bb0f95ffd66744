using SocialCity.Blog;
using SocialCity.Text;

namespace SocialCity.Tests.Blog;

public sealed class ArticleEmbedsTests
{
    [Theory]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?t=10&v=dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=10")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?t=42s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?start=1h2m3s", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=3723")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ?t=x42", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://youtu.be/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://m.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ")]
    [InlineData("https://www.openstreetmap.org/#map=17/37.47865/126.86460", "https://www.openstreetmap.org/export/embed.html?bbox=126.8621,37.4774,126.8671,37.4799&amp;layer=mapnik&amp;marker=37.47865,126.8646")]
    public void A_paragraph_that_is_only_such_a_link_is_marked_and_stays_a_link(string link, string frame)
    {
        string html = ArticleBody.Render($"앞\n\n{link}\n\n뒤").Html;

        Assert.Contains($"<div class=\"embed\" data-embed=\"{frame}\"><p><a href=\"{link.Replace("&", "&amp;", StringComparison.Ordinal)}\"", html, StringComparison.Ordinal);
        Assert.True(ArticleEmbeds.AreIn(html));
    }

    [Theory]
    [InlineData("https://www.youtube.com.evil.example/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://evil.example/?v=dQw4w9WgXcQ")]
    [InlineData("http://www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com/watch?v=dQw4w9WgXcQ\"onload=alert(1)")]
    [InlineData("https://www.youtube.com/redirect?q=https://evil.example&v=dQw4w9WgXcQ")]
    [InlineData("https://user@www.youtube.com/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.youtube.com:444/watch?v=dQw4w9WgXcQ")]
    [InlineData("https://www.openstreetmap.org/#map=17/137.4/126.8")]
    [InlineData("보세요: https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("`https://youtu.be/dQw4w9WgXcQ`")]
    public void Anything_else_stays_what_it_is(string text) => Assert.False(ArticleEmbeds.AreIn(ArticleBody.Render(text).Html));

    [Theory]
    [InlineData("https://youtu.be/dQw4w9WgXcQ\n\n봄이 왔습니다.", "봄이 왔습니다.")]
    [InlineData("봄이\r\n\r\n  <https://www.openstreetmap.org/#map=17/37.47865/126.86460>  \r\n\r\n왔습니다.", "봄이 왔습니다.")]
    [InlineData("[영상](https://youtu.be/dQw4w9WgXcQ)", "영상")]
    [InlineData("보세요: https://youtu.be/dQw4w9WgXcQ", "보세요: https://youtu.be/dQw4w9WgXcQ")]
    [InlineData("https://nuri.example/읽을-글", "https://nuri.example/읽을-글")]
    public void The_words_of_a_text_are_without_the_bare_addresses_of_its_frames(string text, string words) =>
        Assert.Equal(words, MarkdownText.ToPlainText(ArticleEmbeds.LeaveOut(text), 100));

    [Fact]
    public void A_text_cannot_write_the_mark_itself() =>
        Assert.False(ArticleEmbeds.AreIn(ArticleBody.Render("<div class=\"embed\" data-embed=\"https://evil.example\"><p>글</p></div>").Html.Replace("&quot;", "", StringComparison.Ordinal)));
}
