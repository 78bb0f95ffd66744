using SocialCity.Accounts;

namespace SocialCity.Tests.Accounts;

public sealed class PasswordRulesTests
{
    private static readonly string[] Known = ["김하늘", "sky.kim@example.com", "누리시", "Nuri City"];

    [Theory]
    [InlineData("파란 우산 일곱 개와 두더지")]
    [InlineData("correct staple umbrella mole")]
    [InlineData("vfk7!kwq-2zR9")]
    [InlineData("nuri-social-city-demo")]
    [InlineData("自転車と青い傘が七つある庭")]
    public void Long_and_unforeseen_is_taken(string password) => Assert.Null(PasswordRules.Check(password, Known));

    [Fact]
    public void Very_long_ones_are_taken_up_to_the_limit()
    {
        string phrase = string.Join(' ', Enumerable.Range(1, 60).Select(i => $"우산{i}"))[..PasswordRules.Longest];
        Assert.Null(PasswordRules.Check(phrase, Known));
        Assert.Equal(PasswordProblem.TooLong, PasswordRules.Check(phrase + "가", Known));
    }

    [Theory]
    [InlineData("파란 우산과 두더")]
    [InlineData("kQ7!xv-9Tz")]
    public void Short_is_refused(string password) => Assert.Equal(PasswordProblem.TooShort, PasswordRules.Check(password, Known));

    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd!2026")]
    [InlineData("qwertyuiop[]12")]
    [InlineData("1q2w3e4r5t6y")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("abcabcabcabcabc")]
    [InlineData("비밀번호비밀번호1234")]
    [InlineData("사랑해요대한민국2002")]
    [InlineData("qlalfqjsgh1234")]
    [InlineData("tkfkdgo1234567")]
    [InlineData("010-1234-5678")]
    [InlineData("902817365540281")]
    [InlineData("sky.kim.2026.sky")]
    [InlineData("김하늘김하늘 누리시 2026!!")]
    [InlineData("nuricity2026!!")]
    [InlineData("ｐａｓｓｗｏｒｄ１２３４")]
    public void What_everybody_tries_first_is_refused(string password) =>
        Assert.Equal(PasswordProblem.TooCommon, PasswordRules.Check(password, Known));

    [Theory]
    [InlineData("비밀번호", "qlalfqjsgh")]
    [InlineData("값없음 OK", "rkqtdjqtdma OK")]
    public void Hangul_is_typed_with_the_keys_of_the_two_set_keyboard(string text, string keys) => Assert.Equal(keys, HangulKeys.Typed(text));
}
