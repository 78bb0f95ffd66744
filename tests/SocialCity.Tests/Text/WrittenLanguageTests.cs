using SocialCity.Text;

namespace SocialCity.Tests.Text;

public sealed class WrittenLanguageTests
{
    [Theory]
    [InlineData("가로등이 꺼졌어요", "ja", "ko")]
    [InlineData("街灯が消えています", "ko", "ja")]
    [InlineData("The lamp is broken", "ko", "en")]
    [InlineData("LED 가로등 lamp", "en", "ko")]
    [InlineData("道路破損", "ja", "ja")]
    [InlineData("道路破損", "ko", "ko")]
    [InlineData("12345", "ja", "ja")]
    [InlineData("", "en", "en")]
    public void The_letters_tell_the_language_and_the_writer_where_they_do_not(string text, string known, string language) =>
        Assert.Equal(language, WrittenLanguage.Of(text, known));
}
