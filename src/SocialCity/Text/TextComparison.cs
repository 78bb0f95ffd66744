using DiffPlex;
using DiffPlex.Model;

namespace SocialCity.Text;

/// <summary>Some letters of a line that stand, or do not stand, on the other side too.</summary>
public sealed record ComparedPiece(string Text, bool IsChanged);

/// <summary>A line of two texts laid side by side.</summary>
/// <param name="Before">Null where a line was added.</param>
/// <param name="After">Null where a line was taken away.</param>
public sealed record ComparedLine(IReadOnlyList<ComparedPiece>? Before, IReadOnlyList<ComparedPiece>? After, bool IsChanged)
{
    /// <summary>Whether it is an empty line on both sides.</summary>
    public bool IsBlank => (Before ?? []).Concat(After ?? []).All(p => string.IsNullOrWhiteSpace(p.Text));
}

/// <summary>Compares two texts by lines, and the lines that changed by words.</summary>
public static class TextComparison
{
    /// <summary>Words of longer lines are not compared: the time grows with the square of them.</summary>
    private const int LongestLine = 2_000;

    private static readonly char[] BetweenWords = [' ', '\t', '.', ',', '(', ')', '[', ']', '!', '?', '"', '\'', ':', ';', '/', '*', '~', '…', '‘', '’', '“', '”'];

    public static IReadOnlyList<ComparedLine> Of(string before, string after)
    {
        string[] a = before.ReplaceLineEndings("\n").Split('\n');
        string[] b = after.ReplaceLineEndings("\n").Split('\n');
        if (Math.Max(a.Length, b.Length) > TextMerge.MostLines)
        {
            return [.. Changed(a, b)];
        }

        List<ComparedLine> lines = [];
        int done = 0;
        foreach (DiffBlock block in LineDifferences.Between(a, b))
        {
            lines.AddRange(a[done..block.DeleteStartA].Select(Same));
            done = block.DeleteStartA + block.DeleteCountA;
            lines.AddRange(Changed(a[block.DeleteStartA..done], b[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]));
        }

        lines.AddRange(a[done..].Select(Same));
        return lines;
    }

    private static ComparedLine Same(string line) => new([new ComparedPiece(line, false)], [new ComparedPiece(line, false)], false);

    private static IEnumerable<ComparedLine> Changed(string[] before, string[] after)
    {
        for (int i = 0; i < Math.Max(before.Length, after.Length); i++)
        {
            yield return (i < before.Length, i < after.Length) switch
            {
                (true, true) => Words(before[i], after[i]),
                (true, false) => new ComparedLine([new ComparedPiece(before[i], true)], null, true),
                _ => new ComparedLine(null, [new ComparedPiece(after[i], true)], true),
            };
        }
    }

    private static ComparedLine Words(string before, string after)
    {
        if (before.Length > LongestLine || after.Length > LongestLine)
        {
            return new ComparedLine([new ComparedPiece(before, true)], [new ComparedPiece(after, true)], true);
        }

        DiffResult words = Differ.Instance.CreateWordDiffs(before, after, ignoreWhitespace: false, BetweenWords);
        return new ComparedLine(
            Pieces(words.PiecesOld, words.DiffBlocks.Select(b => (b.DeleteStartA, b.DeleteCountA))),
            Pieces(words.PiecesNew, words.DiffBlocks.Select(b => (b.InsertStartB, b.InsertCountB))),
            true);
    }

    private static List<ComparedPiece> Pieces(IReadOnlyList<string> words, IEnumerable<(int Start, int Count)> changes)
    {
        bool[] isChanged = new bool[words.Count];
        foreach ((int start, int count) in changes)
        {
            isChanged.AsSpan(start, count).Fill(true);
        }

        List<ComparedPiece> pieces = [];
        for (int i = 0; i < words.Count; i++)
        {
            if (pieces.Count > 0 && pieces[^1].IsChanged == isChanged[i])
            {
                pieces[^1] = pieces[^1] with { Text = pieces[^1].Text + words[i] };
            }
            else
            {
                pieces.Add(new ComparedPiece(words[i], isChanged[i]));
            }
        }

        return pieces;
    }
}
