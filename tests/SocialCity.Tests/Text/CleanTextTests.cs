using SocialCity.Text;

namespace SocialCity.Tests.Text;

public class CleanTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("", "")]
    [InlineData("  가로등  ", "가로등")]
    [InlineData("가로등\r\n고장\n\n신고", "가로등 고장 신고")]
    [InlineData("가\u00A0\u3000\t나", "가 나")]
    [InlineData("\u200B관\u200B리\uFEFF자\u2060", "관리자")]
    [InlineData("safe\u202Egpj.exe", "safegpj.exe")]
    [InlineData("a\u0000b\u0007c\u001B[31m", "abc[31m")]
    [InlineData("\u3164\u115F\u1160", "")]
    [InlineData("\u2800", "")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글")]
    [InlineData("e\u0301", "é")]
    [InlineData("soft\u00ADhyphen", "softhyphen")]
    [InlineData("\uD800x\uDC00", "x")]
    [InlineData("\uFFFEx\uFFFF", "x")]
    [InlineData("a\u200Db", "ab")]
    public void A_line_is_one_line_of_visible_characters(string? typed, string clean)
    {
        Assert.Equal(clean, CleanText.Line(typed));
    }

    [Theory]
    [InlineData("👨‍👩‍👧‍👦")]
    [InlineData("❤️‍🔥")]
    [InlineData("🏳️‍🌈")]
    [InlineData("👩🏽‍🚒")]
    [InlineData("🇰🇷")]
    [InlineData("1️⃣")]
    [InlineData("🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("می‌خواهم")]
    [InlineData("葛󠄀城")]
    [InlineData("ㅋㅋㅋ ㅠㅠ")]
    public void What_belongs_together_stays_whole(string text)
    {
        Assert.Equal(text, CleanText.Line(text));
    }

    [Fact]
    public void Hidden_messages_in_selectors_and_tags_are_dropped()
    {
        string hidden = "가" + string.Concat(Enumerable.Range(0, 20).Select(index => char.ConvertFromUtf32(0xE0100 + index)))
            + string.Concat("tags".Select(letter => char.ConvertFromUtf32(0xE0000 + letter)));

        Assert.Equal("가", CleanText.Line(hidden));
    }

    [Fact]
    public void Marks_do_not_pile_up()
    {
        Assert.Equal(5, CleanText.Line("x" + new string('\u0335', 50)).Length);
    }

    [Fact]
    public void A_longer_text_keeps_its_lines_tabs_and_indents()
    {
        Assert.Equal("  a\tb\n\n- c\u0020\u0020\nd", CleanText.Text("\r\n \n  a\tb\r\n\r\n- c  \rd\u202E \u2028\n"));
        Assert.Equal("", CleanText.Text(" \n\t\r\n"));
    }

    [Fact]
    public void Cleaning_twice_changes_nothing_more()
    {
        Random random = new(20260918);
        string[] parts =
        [
            "가", "\u200D", "👩", "\uFE0F", " ", "\n", "\r", "\u202E", "a", "\u0301", "\u1100", "\u1161", "\uD83D", "\u0627", "\u200C", "🏴", "\U000E0067",
        ];
        for (int round = 0; round < 5_000; round++)
        {
            string typed = string.Concat(random.GetItems(parts, random.Next(12)));
            Assert.Equal(CleanText.Line(typed), CleanText.Line(CleanText.Line(typed)));
            Assert.Equal(CleanText.Text(typed), CleanText.Text(CleanText.Text(typed)));
        }
    }

    [Theory]
    [InlineData("가나다라마", 5, "가나다라마")]
    [InlineData("가나다라마", 4, "가나다…")]
    [InlineData("가나 다라마", 4, "가나…")]
    [InlineData("가👨‍👩‍👧‍👦나", 8, "가…")]
    [InlineData("가나", 1, "…")]
    public void A_text_is_shortened_at_the_end_of_a_letter(string text, int maxLength, string shortened)
    {
        Assert.Equal(shortened, CleanText.Shorten(text, maxLength));
    }
}
