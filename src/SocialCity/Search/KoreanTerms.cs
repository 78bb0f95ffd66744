using System.Text;

namespace SocialCity.Search;

/// <summary>
/// Makes Korean searchable by engines that only know words. Korean glues endings to words (주차장에서) and sets spaces at will (불법주차, 불법 주차), so words as they
/// stand are of no use, and dictionaries know neither new words nor names. Instead each run of Hangul, Han or kana is cut into overlapping
/// pairs, which are indexed as words and searched as a phrase. Everything here is text in, text out; the databases' own search is beside them.
/// </summary>
/// <remarks>
/// <para>
/// A run goes on across spaces: 불법 주차 is indexed as 불법 법주 주차 차, exactly as 불법주차 is. So a query of one word finds both
/// (phrase 불법 법주 주차), and a query of two words, each a phrase of its own, finds both as well. It costs no space: a run of n letters is n tokens wherever it is cut. The
/// other way, trying every place of a space in the query, takes 2^(n-1) phrases. Its price is a pair that only arises across a space (법주 in
/// 방법 주의): rare, and only for queries of that very pair. A line's end or punctuation ends a run.
/// </para>
/// <para>
/// The last letter of a run follows as a token of its own. Thereby a query of one letter, as a prefix, finds each
/// of its places (강* finds 강남 and, as 강, the end of 한강), and a phrase cannot run on from one sentence into the next.
/// </para>
/// <para>
/// The index needs a tokenizer that splits at spaces and changes nothing else: in FTS5 <c>tokenize = "unicode61 remove_diacritics 0"</c>, in SQL Server the neutral
/// language (<c>LANGUAGE 0</c>) and <c>STOPLIST OFF</c>, for its stop list holds the single digits and letters.
/// </para>
/// </remarks>
public static class KoreanTerms
{
    /// <summary>What a query has beyond is left out: a phrase costs time by its length.</summary>
    public const int MaxQueryLength = 100;

    public const int MaxQueryWords = 10;

    /// <summary>The tokens of a text, with spaces between; for the indexed column. Empty when the text has no letters.</summary>
    public static string ForIndex(string text)
    {
        var tokens = new StringBuilder(text.Length * 3);
        foreach (var run in Run.Of(FoldedText.Fold(text), acrossSpaces: true))
        {
            foreach (string token in run.Tokens(closed: true))
            {
                tokens.Append(tokens.Length == 0 ? "" : " ").Append(token);
            }
        }

        return tokens.ToString();
    }

    /// <summary>
    /// The query as an expression for FTS5's <c>MATCH</c>: all words have to occur. Null when there is nothing to search for. Holds letters, digits,
    /// quotes and ANDs of ours alone, whatever the query holds.
    /// </summary>
    public static string? ForMatch(string? query) => Expression(query, static (phrase, prefix) => prefix ? $"\"{phrase}\"*" : $"\"{phrase}\"");

    /// <summary>
    /// The same for SQL Server's <c>CONTAINS</c>. There a prefix makes each word of its phrase a prefix, so it may find a little more.
    /// </summary>
    public static string? ForContains(string? query) => Expression(query, static (phrase, prefix) => prefix ? $"\"{phrase}*\"" : $"\"{phrase}\"");

    /// <summary>
    /// For a database without full text: what has to be contained, each, in the tokens set between two spaces. Parted by upright bars, which no token
    /// holds; empty when there is nothing to search for.
    /// </summary>
    public static string ForLike(string? query) =>
        string.Join('|', Parse(query).Select(word => word.IsPrefix ? $" {word.Phrase}" : $" {word.Phrase} "));

    /// <summary>The words of a query as they are searched, folded and each once; for <see cref="Highlighter"/>.</summary>
    public static IReadOnlyList<string> Words(string? query) => [.. Parse(query).Select(word => word.Text)];

    internal static IReadOnlyList<QueryWord> Parse(string? query)
    {
        string text = query ?? "";
        if (text.Length > MaxQueryLength)
        {
            text = text[..MaxQueryLength];
        }

        var letters = FoldedText.Fold(text);
        List<QueryWord> words = [];
        List<Run> parts = [];
        foreach (var run in Run.Of(letters, acrossSpaces: false))
        {
            if (parts.Count > 0 && !BelongTogether(parts[^1], run, letters))
            {
                Close();
            }

            parts.Add(run);
        }

        Close();
        return words;

        void Close()
        {
            if (parts.Count > 0 && words.Count < MaxQueryWords)
            {
                var word = new QueryWord(parts);
                if (!words.Exists(other => other.Text == word.Text))
                {
                    words.Add(word);
                }
            }

            parts = [];
        }
    }

    /// <summary>5호선 is one word of two runs; so is 2026-000123, whose parts mean little alone. 주차,단속 are two words.</summary>
    private static bool BelongTogether(Run before, Run next, List<Letter> letters)
    {
        var between = letters[before.End..next.Start];
        return between.Count == 0
            || (before.Kind == LetterKind.Word && next.Kind == LetterKind.Word && between.TrueForAll(letter => letter.Kind == LetterKind.Break));
    }

    private static string? Expression(string? query, Func<string, bool, string> term)
    {
        var words = Parse(query);
        return words.Count == 0 ? null : string.Join(" AND ", words.Select(word => term(word.Phrase, word.IsPrefix)));
    }
}
