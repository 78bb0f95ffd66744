using SocialCity.Blog;

namespace SocialCity.Tests.Blog;

public sealed class BlogTagTests
{
    [Theory]
    [InlineData("가을 축제", "가을-축제")]
    [InlineData("C", "c")]
    [InlineData("C++", "cplusplus")]
    [InlineData("C#", "csharp")]
    [InlineData("🎉", "tag-1f389")]
    [InlineData("..", "tag-2e-2e")]
    [InlineData("#", "tag-23")]
    [InlineData("tag", "tag")]
    public void Names_that_differ_in_their_signs_are_different_tags(string name, string slug) => Assert.Equal(slug, BlogTag.SlugOf(name));

    [Theory]
    [InlineData("Bus", "bus")]
    [InlineData("ＢＵＳ", "bus")]
    [InlineData(" bus ", "bus")]
    public void Names_that_differ_in_case_and_width_are_the_same(string name, string slug) => Assert.Equal(slug, BlogTag.SlugOf(name));
}
