using System.Text;

namespace SocialCity.Search;

/// <summary>Letters of one kind in a row.</summary>
/// <param name="Start">The place of the first letter in the folded text.</param>
/// <param name="End">The place behind the last.</param>
internal sealed record Run(LetterKind Kind, IReadOnlyList<Rune> Letters, int Start, int End)
{
    /// <summary>Longer words (keys, addresses, nonsense) are indexed and searched by their beginning.</summary>
    private const int MaxWordLength = 64;

    public static IEnumerable<Run> Of(List<Letter> letters, bool acrossSpaces)
    {
        for (int at = 0; at < letters.Count;)
        {
            var kind = letters[at].Kind;
            if (kind is LetterKind.Break or LetterKind.Space)
            {
                at++;
                continue;
            }

            List<Rune> run = [];
            int start = at;
            int end = at;
            while (at < letters.Count && (letters[at].Kind == kind || (acrossSpaces && kind == LetterKind.Pair && letters[at].Kind == LetterKind.Space)))
            {
                if (letters[at].Kind == kind)
                {
                    run.Add(letters[at].Value);
                    end = at + 1;
                }

                at++;
            }

            yield return new Run(kind, run, start, end);
        }
    }

    /// <param name="closed">The run ends here for certain; in a query, a text found may go on where the word ends.</param>
    public IEnumerable<string> Tokens(bool closed)
    {
        if (Kind == LetterKind.Word)
        {
            yield return string.Concat(Letters.Take(MaxWordLength));
            yield break;
        }

        for (int i = 1; i < Letters.Count; i++)
        {
            yield return $"{Letters[i - 1]}{Letters[i]}";
        }

        if (closed || Letters.Count == 1)
        {
            yield return Letters[^1].ToString();
        }
    }
}
