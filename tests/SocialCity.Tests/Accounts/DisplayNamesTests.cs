using SocialCity.Accounts;

namespace SocialCity.Tests.Accounts;

public sealed class DisplayNamesTests
{
    [Theory]
    [InlineData("  김   하늘\u200B ", "김 하늘")]
    [InlineData("a\u202Ebc", "abc")]
    [InlineData("한\t글", "한 글")]
    [InlineData("\u200B\u2060\u200B", "")]
    [InlineData("\u3164\u2800\u115F", "")]
    public void Letters_nobody_sees_are_left_out(string typed, string clean) => Assert.Equal(clean, DisplayNames.Clean(typed));

    [Theory]
    [InlineData("관리자", DisplayNameProblem.Reserved)]
    [InlineData("관 리 자", DisplayNameProblem.Reserved)]
    [InlineData("누리시", DisplayNameProblem.Reserved)]
    [InlineData("누리시 시장", DisplayNameProblem.Reserved)]
    [InlineData("ＡＤＭＩＮ", DisplayNameProblem.Reserved)]
    [InlineData("가", DisplayNameProblem.TooShort)]
    [InlineData("", DisplayNameProblem.TooShort)]
    [InlineData("\uFE0F \uFE0F", DisplayNameProblem.TooShort)]
    [InlineData("누리시 도로과 공무원", DisplayNameProblem.Reserved)]
    [InlineData("누리시 도로과", DisplayNameProblem.Reserved)]
    [InlineData("누리시도로과", DisplayNameProblem.Reserved)]
    [InlineData("도로과 김하늘", DisplayNameProblem.Reserved)]
    [InlineData("누리시 민원 담당", DisplayNameProblem.Reserved)]
    [InlineData("김하늘 주무관", DisplayNameProblem.Reserved)]
    [InlineData("도로담당자", DisplayNameProblem.Reserved)]
    [InlineData("누리시청", DisplayNameProblem.Reserved)]
    [InlineData("누리시장 김하늘", DisplayNameProblem.Reserved)]
    [InlineData("김하늘 시장", DisplayNameProblem.Reserved)]
    [InlineData("시장 김하늘", DisplayNameProblem.Reserved)]
    [InlineData("공식 누리시", DisplayNameProblem.Reserved)]
    [InlineData("Kim (official)", DisplayNameProblem.Reserved)]
    [InlineData("Nuri City support", DisplayNameProblem.Reserved)]
    [InlineData("Road Division helper", DisplayNameProblem.Reserved)]
    [InlineData("Nuri City Parks", DisplayNameProblem.Reserved)]
    [InlineData("도로의 市長", DisplayNameProblem.Reserved)]
    [InlineData("도로과장", DisplayNameProblem.Reserved)]
    [InlineData("도로 과장", DisplayNameProblem.Reserved)]
    [InlineData("도로보수 1팀", DisplayNameProblem.Reserved)]
    [InlineData("도로과학자", null)]
    [InlineData("Parks lover", null)]
    [InlineData("unofficial Kim", null)]
    [InlineData("우리 동네 팀장", null)]
    [InlineData("전통시장 떡집", null)]
    [InlineData("누리시 사과", null)]
    [InlineData("관리자아님", null)]
    [InlineData("시장 골목 주민", null)]
    [InlineData("누리시에 사는 곰", null)]
    [InlineData("★★", null)]
    [InlineData("!?", null)]
    public void The_city_speaks_for_itself(string name, DisplayNameProblem? expected) => Assert.Equal(expected, DisplayNames.Check(name, new OfficialNames(["누리시", "Nuri City"], ["도로과", "Road Division", "Parks", "도로보수 1팀"])));

    [Fact]
    public void A_name_that_grows_when_its_letters_are_composed_is_measured_as_it_is_stored()
    {
        string typed = new('\u0958', Account.DisplayNameLength);
        string clean = DisplayNames.Clean(typed);

        Assert.True(clean.Length > Account.DisplayNameLength);
        Assert.Equal(DisplayNameProblem.TooLong, DisplayNames.Check(clean, new OfficialNames(["누리시"], [])));
        Assert.Null(DisplayNames.Check(clean[..Account.DisplayNameLength], new OfficialNames(["누리시"], [])));
    }
}
