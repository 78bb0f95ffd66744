using SocialCity.Search;

namespace SocialCity.Tests.Search;

public sealed class KoreanTermsTests
{
    [Theory]
    [InlineData("주차장", "주차 차장 장")]
    [InlineData("불법주차", "불법 법주 주차 차")]
    [InlineData("불법 주차", "불법 법주 주차 차")]
    [InlineData("불법  \t주차", "불법 법주 주차 차")]
    [InlineData("불법\u00A0주차", "불법 법주 주차 차")]
    [InlineData("불법\u200B주차", "불법 법주 주차 차")]
    [InlineData("불법, 주차", "불법 법 주차 차")]
    [InlineData("불법\n주차", "불법 법 주차 차")]
    [InlineData("강", "강")]
    [InlineData("LED 가로등", "led 가로 로등 등")]
    [InlineData("5호선", "5 호선 선")]
    [InlineData("가로등LED교체", "가로 로등 등 led 교체 체")]
    [InlineData("Wi-Fi", "wi fi")]
    [InlineData("2026-000123", "2026 000123")]
    [InlineData("ＬＥＤ　１２", "led 12")]
    [InlineData("ｶﾞｿﾘﾝ", "ガソ ソリ リン ン")]
    [InlineData("武雄市役所", "武雄 雄市 市役 役所 所")]
    [InlineData("図書館です。", "図書 書館 館で です す")]
    [InlineData("\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글 글")]
    [InlineData("CAFÉ Straße", "café straße")]
    [InlineData("Привет, мир", "привет мир")]
    [InlineData("\U00020BB7野家", "\U00020BB7野 野家 家")]
    [InlineData("ㅋㅋㅋ", "ㅋㅋ ㅋㅋ ㅋ")]
    [InlineData("👍🏽 \uD800 !!", "")]
    [InlineData("", "")]
    public void Text_becomes_pairs_and_words(string text, string tokens) => Assert.Equal(tokens, KoreanTerms.ForIndex(text));

    [Theory]
    [InlineData("주차장", "\"주차 차장\"")]
    [InlineData("불법 주차", "\"불법\" AND \"주차\"")]
    [InlineData("강", "\"강\"*")]
    [InlineData("wifi", "\"wifi\"*")]
    [InlineData("119", "\"119\"")]
    [InlineData("5호선", "\"5 호선\"")]
    [InlineData("LED등", "\"led 등\"*")]
    [InlineData("가로등LED", "\"가로 로등 등 led\"*")]
    [InlineData("2026-000123", "\"2026 000123\"")]
    [InlineData("주차,단속", "\"주차\" AND \"단속\"")]
    [InlineData("주차 주차 ＬＥＤ led", "\"주차\" AND \"led\"*")]
    [InlineData("쓰레기 OR 주차", "\"쓰레 레기\" AND \"or\"* AND \"주차\"")]
    [InlineData("\" OR body:*", "\"or\"* AND \"body\"*")]
    [InlineData("x\" NEAR(\"y", "\"x\"* AND \"near y\"*")]
    [InlineData("  ", null)]
    [InlineData("*()^\"'-:+", null)]
    [InlineData(null, null)]
    public void Query_becomes_quoted_phrases(string? query, string? match) => Assert.Equal(match, KoreanTerms.ForMatch(query));

    [Theory]
    [InlineData("주차장", "\"주차 차장\"")]
    [InlineData("강", "\"강*\"")]
    [InlineData("불법 주차 wifi", "\"불법\" AND \"주차\" AND \"wifi*\"")]
    [InlineData("a\" OR \"b", "\"a*\" AND \"or*\" AND \"b*\"")]
    [InlineData("?!", null)]
    public void Query_becomes_an_expression_for_contains(string query, string? contains) =>
        Assert.Equal(contains, KoreanTerms.ForContains(query));

    [Fact]
    public void Query_is_limited_in_length_and_words()
    {
        string many = string.Join(' ', Enumerable.Range(0, 30).Select(i => (char)('가' + i)));

        Assert.Equal(KoreanTerms.MaxQueryWords, KoreanTerms.Words(many).Count);
        Assert.Equal(KoreanTerms.MaxQueryLength, Assert.Single(KoreanTerms.Words(new string('가', 5_000))).Length);
    }

    [Fact]
    public void Expression_holds_nothing_but_letters_digits_and_our_own_marks()
    {
        var random = new Random(7);
        const string Hostile = "\"'*()^:+-{}[]<>,;%_\\/ \t\n\0가나주차abANDORNOTNEAR019\u202E\uD83D\uDE00\uDC00é";
        for (int round = 0; round < 5_000; round++)
        {
            string query = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Hostile[random.Next(Hostile.Length)]));

            Assert.Matches("^(\"[\\p{L}\\p{N}\\p{M} ]+\"\\*?( AND |$))+$", KoreanTerms.ForMatch(query) ?? "\"x\"");
            Assert.Matches("^(\"[\\p{L}\\p{N}\\p{M} ]+\\*?\"( AND |$))+$", KoreanTerms.ForContains(query) ?? "\"x\"");
        }
    }

    [Theory]
    [InlineData("불법 주차", new[] { "불법", "주차" })]
    [InlineData("5호선 ＷＩＦＩ", new[] { "5호선", "wifi" })]
    [InlineData("2026 - 000123", new[] { "2026", "000123" })]
    [InlineData("2026–000123", new[] { "2026-000123" })]
    public void Words_of_a_query_are_folded_and_parse_to_themselves(string query, string[] words)
    {
        Assert.Equal(words, KoreanTerms.Words(query));
        Assert.All(words, word => Assert.Equal([word], KoreanTerms.Words(word)));
    }
}
