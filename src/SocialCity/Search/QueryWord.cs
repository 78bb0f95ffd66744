using System.Text;

namespace SocialCity.Search;

/// <summary>A word that somebody searches for: one run, or several that stand together (5호선, 2026-000123).</summary>
internal sealed class QueryWord
{
    public QueryWord(IReadOnlyList<Run> parts)
    {
        Parts = parts;
        Phrase = string.Join(' ', parts.SelectMany((part, i) => part.Tokens(closed: i < parts.Count - 1)));
        Text = string.Concat(parts.Select((part, i) => (IsSetApart(i) ? "-" : "") + string.Concat(part.Letters)));
    }

    public IReadOnlyList<Run> Parts { get; }

    /// <summary>The tokens that have to follow each other.</summary>
    public string Phrase { get; }

    /// <summary>Folded; parsed again, it gives the same word.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether the last token is but a beginning: a single letter stands for every pair that begins with it, and a word in letters for its longer forms (park,
    /// parking). Numbers are meant as they are: 119 is not 1195.
    /// </summary>
    public bool IsPrefix => Parts[^1] switch
    {
        { Kind: LetterKind.Pair } last => last.Letters.Count == 1,
        var last => last.Letters.Any(letter => !Rune.IsDigit(letter)),
    };

    /// <summary>
    /// Where the word ends in a folded text when it begins at the given place, or -1. Finds what the index finds: spaces inside of
    /// a run of pairs do not count, and a Latin word begins where a word begins.
    /// </summary>
    public int MatchAt(List<Letter> letters, int at)
    {
        for (int i = 0; i < Parts.Count; i++)
        {
            if (i > 0)
            {
                int next = at;
                while (next < letters.Count && letters[next].Kind is LetterKind.Space or LetterKind.Break)
                {
                    next++;
                }

                at = next;
            }

            at = MatchPart(letters, at, Parts[i], last: i == Parts.Count - 1);
            if (at < 0)
            {
                return -1;
            }
        }

        return at;
    }

    private static int NextInRun(List<Letter> letters, int at)
    {
        while (at < letters.Count && letters[at].Kind == LetterKind.Space)
        {
            at++;
        }

        return at;
    }

    private int MatchPart(List<Letter> letters, int at, Run part, bool last)
    {
        if (part.Kind == LetterKind.Word && at > 0 && letters[at - 1].Kind == LetterKind.Word)
        {
            return -1;
        }

        for (int i = 0; i < part.Letters.Count; i++)
        {
            if (i > 0 && part.Kind == LetterKind.Pair)
            {
                at = NextInRun(letters, at);
            }

            if (at >= letters.Count || letters[at].Kind != part.Kind || letters[at].Value != part.Letters[i])
            {
                return -1;
            }

            at++;
        }

        // What has to be whole may not go on.
        bool whole = !last || (part.Kind == LetterKind.Word && !IsPrefix);
        int behind = part.Kind == LetterKind.Pair ? NextInRun(letters, at) : at;
        return whole && behind < letters.Count && letters[behind].Kind == part.Kind ? -1 : at;
    }

    private bool IsSetApart(int i) => i > 0 && Parts[i].Kind == LetterKind.Word && Parts[i - 1].Kind == LetterKind.Word;
}
