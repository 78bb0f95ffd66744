using System.Globalization;
using Microsoft.Data.Sqlite;
using SocialCity.Search;

namespace SocialCity.Tests.Search;

/// <summary>The terms in SQLite's own FTS5, which is where they have to work.</summary>
public sealed class FullTextTests : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public FullTextTests()
    {
        _connection.Open();
        Run("CREATE VIRTUAL TABLE texts USING fts5(terms, tokenize = \"unicode61 remove_diacritics 0\", prefix = '1')");
    }

    public void Dispose() => _connection.Dispose();

    [Theory]
    // words of one, two, three and more letters
    [InlineData("한강 공원", "강", true)]
    [InlineData("한강.", "강", true)]
    [InlineData("강변", "강", true)]
    [InlineData("한산", "강", false)]
    [InlineData("주차장이 좁아요", "주차", true)]
    [InlineData("주차장이 좁아요", "주차장", true)]
    [InlineData("주차장이 좁아요", "차장", true)]
    [InlineData("주차장이 좁아요", "주장", false)]
    [InlineData("주차와 차장", "주차차", false)]
    [InlineData("어린이보호구역", "어린이보호구역", true)]
    [InlineData("어린이 도서관", "어린이보호", false)]
    // endings
    [InlineData("공원에서 놀았어요", "공원", true)]
    [InlineData("가로등을 고쳐 주세요", "가로등", true)]
    // spaces
    [InlineData("불법 주차 단속", "불법주차", true)]
    [InlineData("불법주차단속", "불법 주차", true)]
    [InlineData("불법주차단속", "불법주차 단속", true)]
    [InlineData("쓰레기통", "쓰레 기통", true)]
    [InlineData("주차장", "주차 장", true)]
    [InlineData("불법, 주차", "불법주차", false)]
    [InlineData("불법.\n주차", "불법주차", false)]
    // every word has to occur, in any order
    [InlineData("단속이 필요한 불법 주차", "주차 단속", true)]
    [InlineData("불법 주차", "주차 신고", false)]
    // Latin and digits
    [InlineData("Free Wi-Fi zone", "wi-fi", true)]
    [InlineData("parking lot", "PARK", true)]
    [InlineData("sparking", "park", false)]
    [InlineData("119 신고", "119", true)]
    [InlineData("1195번 버스", "119", false)]
    [InlineData("5호선 광명역", "5호선", true)]
    [InlineData("5 호선", "5호선", true)]
    [InlineData("15호선", "5호선", false)]
    [InlineData("가로등LED 교체", "로등led", true)]
    [InlineData("LED등", "led", true)]
    [InlineData("KTX광명역", "ktx 광명", true)]
    [InlineData("민원 2026-000123", "2026-000123", true)]
    [InlineData("ＣＣＴＶ 설치", "cctv", true)]
    [InlineData("cctv 설치", "ＣＣＴＶ", true)]
    [InlineData("Café 골목", "CAFÉ", true)]
    [InlineData("Cafe\u0301 골목", "café", true)]
    // composed and decomposed Hangul (macOS file names)
    [InlineData("\u1112\u1161\u11AB\u1100\u1161\u11BC", "한강", true)]
    // Japanese and Chinese letters
    [InlineData("武雄市図書館で本を読む", "図書館", true)]
    [InlineData("武雄市図書館で本を読む", "館図", false)]
    [InlineData("ﾊﾞｽの停留所", "バス", true)]
    [InlineData("民願 처리", "民願처리", true)]
    [InlineData("吉野家", "野家", true)]
    [InlineData("\U00020BB7野家", "\U00020BB7野", true)]
    public void Query_finds_what_a_reader_expects(string text, string query, bool found)
    {
        Add(text);

        Assert.Equal(found, Find(query).Count == 1);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("주차\" OR \"")]
    [InlineData("terms : 주차")]
    [InlineData("NEAR(주차 단속, 5)")]
    [InlineData("-주차")]
    [InlineData("주차 NOT 단속")]
    [InlineData("^주차*")]
    [InlineData("{terms} : 주차")]
    [InlineData("'; DROP TABLE texts; --")]
    [InlineData("주차\0단속")]
    public void Hostile_query_is_only_words(string query)
    {
        Add("아무 말");

        Assert.Empty(Find(query));
    }

    [Fact]
    public void No_query_whatever_breaks_the_search()
    {
        Add("불법 주차 abc 12");
        var random = new Random(11);
        const string Letters = "\"'*()^:+-{}<>,; \t\n가나주차불법abANDORNOTNEAR01\u0301\u0E33\u0903²½\uD83D\uDE00ßİ々ー";
        for (int round = 0; round < 3_000; round++)
        {
            _ = Find(string.Concat(Enumerable.Range(0, random.Next(1, 25)).Select(_ => Letters[random.Next(Letters.Length)])));
        }
    }

    [Fact]
    public void Word_is_found_exactly_where_the_text_without_spaces_contains_it()
    {
        var random = new Random(20260918);
        List<string> texts = [];
        for (int i = 0; i < 300; i++)
        {
            texts.Add(RandomText(random, random.Next(1, 14), "가나다라 "));
            Add(texts[i]);
        }

        for (int round = 0; round < 500; round++)
        {
            string word = RandomText(random, random.Next(1, 6), "가나다라");

            var expected = texts.Select((text, i) => (text, i + 1)).Where(x => x.text.Replace(" ", "").Contains(word)).Select(x => x.Item2);

            Assert.Equal(expected, Find(word));
        }
    }

    [Fact]
    public void Plain_search_without_full_text_finds_the_same()
    {
        var random = new Random(5);
        List<string> texts = [];
        for (int i = 0; i < 300; i++)
        {
            texts.Add(RandomText(random, random.Next(1, 16), "가나다ab1 .-ー々"));
            Add(texts[i]);
        }

        for (int round = 0; round < 300; round++)
        {
            string query = RandomText(random, random.Next(1, 6), "가나ab1 -々");

            string[] parts = KoreanTerms.ForLike(query).Split('|');
            var plain = texts.Select((text, i) => ($" {KoreanTerms.ForIndex(text)} ", i + 1))
                .Where(x => parts.All(part => part.Length > 0 && x.Item1.Contains(part)))
                .Select(x => x.Item2);

            Assert.Equal(Find(query), plain);
        }
    }

    [Fact]
    public void What_is_found_is_highlighted_and_what_is_not_found_is_not()
    {
        var random = new Random(42);
        List<string> texts = [];
        for (int i = 0; i < 400; i++)
        {
            texts.Add(RandomText(random, random.Next(1, 16), "가나다ab1 .-ー々"));
            Add(texts[i]);
        }

        for (int round = 0; round < 400; round++)
        {
            var words = KoreanTerms.Words(RandomText(random, random.Next(1, 5), "가나다ab1-々"));
            if (words.Count != 1)
            {
                continue;
            }

            var highlighted = texts.Select((text, i) => (text, i + 1)).Where(x => Highlighter.Mark(x.text, words).Any(s => s.IsMatch)).Select(x => x.Item2);

            Assert.Equal(Find(words[0]), highlighted);
        }
    }

    private static string RandomText(Random random, int length, string letters) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => letters[random.Next(letters.Length)]));

    private void Add(string text) => Run("INSERT INTO texts (terms) VALUES ($text)", KoreanTerms.ForIndex(text));

    private List<int> Find(string query)
    {
        List<int> rows = [];
        if (KoreanTerms.ForMatch(query) is not { } match)
        {
            return rows;
        }

        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT rowid FROM texts WHERE texts MATCH $match ORDER BY rowid";
        command.Parameters.AddWithValue("$match", match);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(Convert.ToInt32(reader.GetInt64(0), CultureInfo.InvariantCulture));
        }

        return rows;
    }

    private void Run(string sql, string? text = null)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (text is not null)
        {
            command.Parameters.AddWithValue("$text", text);
        }

        command.ExecuteNonQuery();
    }
}
