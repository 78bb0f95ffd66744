using System.Globalization;
using SocialCity.Search;

namespace SocialCity.Tests.Search;

public sealed class HighlighterTests
{
    [Theory]
    [InlineData("불법 주차가 많아요", "주차", "불법 [주차]가 많아요")]
    [InlineData("불법 주차가 많아요", "불법주차", "[불법 주차]가 많아요")]
    [InlineData("불법주차가 많아요", "불법 주차", "[불법주차]가 많아요")]
    [InlineData("ＬＥＤ 가로등", "led", "[ＬＥＤ] 가로등")]
    [InlineData("Parking, sparking", "park", "[Park]ing, sparking")]
    [InlineData("119와 1195", "119", "[119]와 1195")]
    [InlineData("한강 강변", "강", "한[강] [강]변")]
    [InlineData("가\u200B로등", "가로등", "[가\u200B로등]")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1161\u11BC!", "한강", "[\u1112\u1161\u11AB\u1100\u1161\u11BC]!")]
    [InlineData("ﾊﾞｽ停", "バス", "[ﾊﾞｽ]停")]
    [InlineData("2026-000123번", "2026-000123", "[2026-000123]번")]
    [InlineData("아무 말", "주차", "아무 말")]
    [InlineData("<b>주차</b>", "주차", "<b>[주차]</b>")]
    [InlineData("", "주차", "")]
    public void Words_are_marked_as_they_were_found(string text, string query, string marked)
    {
        var segments = Highlighter.Mark(text, KoreanTerms.Words(query));

        Assert.Equal(marked, Shown(segments));
        Assert.Equal(text, string.Concat(segments.Select(segment => segment.Text)));
    }

    [Fact]
    public void Excerpt_surrounds_the_first_match()
    {
        string text = "시청 앞 사거리에서 아침마다 버스가 늦게 옵니다. 불법 주차 때문에 버스가 정류장에 들어오지 못합니다. 단속을 부탁드립니다.";

        Assert.Equal("…옵니다. [불법 주차] 때문에 버스가 정류장에…", Shown(Highlighter.Excerpt(text, KoreanTerms.Words("불법주차"), 25)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(60, 0)]
    [InlineData(60, 300)]
    [InlineData(300, 300)]
    public void A_match_is_seen_at_once_on_a_phone(int before, int after)
    {
        static string Filler(int letters) => string.Concat(Enumerable.Repeat("가나다라 ", letters / 5));

        string shown = Shown(Highlighter.Excerpt($"{Filler(before)}주차 금지{Filler(after)}", KoreanTerms.Words("주차"), 160));

        Assert.InRange(shown.IndexOf("[주차]", StringComparison.Ordinal), 0, 38);
        Assert.Equal(before > 38, shown.StartsWith('…'));
    }

    [Fact]
    public void Excerpt_without_a_match_is_the_beginning()
    {
        Assert.Equal("시청 앞 사거리에서…", Shown(Highlighter.Excerpt("시청 앞 사거리에서 아침마다 버스가", [], 13)));
        Assert.Equal("짧은 글", Shown(Highlighter.Excerpt("  짧은\n\n글 ", KoreanTerms.Words("없음"), 100)));
    }

    [Fact]
    public void Match_at_the_edge_has_its_ellipsis_beside_it()
    {
        Assert.Equal("[주차]…", Shown(Highlighter.Excerpt("주차단속구역입니다", KoreanTerms.Words("주차"), 2)));
        Assert.Equal("…[주차]", Shown(Highlighter.Excerpt("여기는불법주차", KoreanTerms.Words("주차"), 2)));
    }

    [Fact]
    public void Excerpt_never_cuts_a_letter_and_never_grows()
    {
        string[] parts = ["가", "👨‍👩‍👧‍👦", "e\u0301", " ", "\n", "ab", "\u1112\u1161\u11AB", "🇰🇷", ".", "주차"];
        var random = new Random(3);
        for (int round = 0; round < 2_000; round++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => parts[random.Next(parts.Length)]));
            int letters = random.Next(1, 30);

            var segments = Highlighter.Excerpt(text, KoreanTerms.Words("주차"), letters);

            var original = Graphemes(text);
            var shown = Graphemes(string.Concat(segments.Select(segment => segment.Text)));
            Assert.All(shown, grapheme => Assert.True(grapheme is " " or "…" || original.Contains(grapheme), grapheme));
            Assert.InRange(shown.Count(grapheme => grapheme != "…"), 0, letters);
        }
    }

    private static List<string> Graphemes(string text)
    {
        List<string> graphemes = [];
        for (var each = StringInfo.GetTextElementEnumerator(text); each.MoveNext();)
        {
            graphemes.Add(each.GetTextElement());
        }

        return graphemes;
    }

    private static string Shown(IEnumerable<HighlightSegment> segments) =>
        string.Concat(segments.Select(segment => segment.IsMatch ? $"[{segment.Text}]" : segment.Text));
}
