using SocialCity.Text;

namespace SocialCity.Tests.Text;

public class SlugTests
{
    [Theory]
    [InlineData("광명시 소셜특별시!", "광명시-소셜특별시")]
    [InlineData("  Hello,  World -- 2026 ", "hello-world-2026")]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("ㅋㅋㅋ 재미", "ㅋㅋㅋ-재미")]
    [InlineData("C# & .NET", "c-net")]
    [InlineData("École été", "école-été")]
    [InlineData("日本語とかな", "日本語とかな")]
    [InlineData("สวัสดี", "สวัสดี")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("가\u200B나", "가나")]
    public void Letters_and_digits_stay_and_all_else_is_a_dash(string text, string slug)
    {
        Assert.Equal(slug, Slug.From(text, "post"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("!!! ---")]
    [InlineData("🎉🎉")]
    [InlineData("\u3164\uFE0F")]
    public void A_slug_is_never_empty(string? text)
    {
        Assert.Equal("post", Slug.From(text, "post"));
    }

    [Fact]
    public void A_long_slug_is_cut_between_words_where_it_can_be()
    {
        Assert.Equal("하나-둘", Slug.From("하나 둘 셋넷다섯", "post", 6));
        Assert.Equal("가나다라마바", Slug.From("가나다라마바사아자차", "post", 6));
        Assert.Equal("하나-둘셋", Slug.From("하나 둘셋 넷", "post", 5));
    }

    [Fact]
    public void A_letter_is_never_cut()
    {
        string text = string.Concat(Enumerable.Repeat("\U00020000\u0E01\u0E33", 10));
        for (int length = 1; length < 30; length++)
        {
            string slug = Slug.From(text, "post", length);

            Assert.InRange(slug.Length, 1, Math.Max(length, 1));
            Assert.False(char.IsHighSurrogate(slug[^1]));
        }
    }
}
