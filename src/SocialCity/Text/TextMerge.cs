using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.Model;

namespace SocialCity.Text;

/// <summary>Which wording stays where two people changed the same lines.</summary>
public enum MergeChoice
{
    Mine = 1,
    Theirs = 2,

    /// <summary>Both, mine first.</summary>
    Both = 3,
}

/// <summary>Some lines of a merge: what stood there, what each made of it.</summary>
/// <param name="IsConflict">Both changed them, each otherwise: somebody has to choose.</param>
/// <param name="Merged">The lines that follow by themselves; empty for a conflict.</param>
public sealed record MergePart(bool IsConflict, IReadOnlyList<string> Merged, IReadOnlyList<string> Theirs, IReadOnlyList<string> Mine);

/// <summary>
/// Merges by lines what two people made of one text. What only one of them changed is taken; what both changed alike too; the rest is a
/// conflict that holds both wordings, so that nothing is lost.
/// </summary>
public sealed partial class TextMerge
{
    /// <summary>Comparing takes time that grows with the square of the lines: longer texts are laid side by side as a whole.</summary>
    public const int MostLines = 4_000;

    private TextMerge(IReadOnlyList<MergePart> parts) => Parts = parts;

    public IReadOnlyList<MergePart> Parts { get; }

    /// <summary>The parts that somebody has to choose between, in their order.</summary>
    public IReadOnlyList<MergePart> Conflicts => [.. Parts.Where(p => p.IsConflict)];

    /// <param name="original">What both began from; null when nobody knows: then every difference is a conflict.</param>
    /// <param name="theirs">What the other one saved.</param>
    /// <param name="mine">What this one wants to save.</param>
    public static TextMerge Of(string? original, string theirs, string mine)
    {
        string[] t = Lines(theirs);
        string[] m = Lines(mine);
        string[]? o = original is null ? null : Lines(original);
        if (t.SequenceEqual(m) || o?.SequenceEqual(m) is true)
        {
            return Settled(t);
        }

        if (o?.SequenceEqual(t) is true)
        {
            return Settled(m);
        }

        if (Math.Max(Math.Max(t.Length, m.Length), o?.Length ?? 0) > MostLines)
        {
            return new TextMerge([new MergePart(true, [], t, m)]);
        }

        return o is null ? Compared(t, m) : Merged(o, t, m);
    }

    /// <summary>The text with these choices for its conflicts, one for each; null when one is missing.</summary>
    public string? Resolve(IReadOnlyList<MergeChoice?> choices)
    {
        List<string> lines = [];
        int next = 0;
        foreach (var (at, part) in Parts.Index())
        {
            if (!part.IsConflict)
            {
                lines.AddRange(part.Merged);
                continue;
            }

            MergeChoice? choice = next < choices.Count ? choices[next] : null;
            next++;
            switch (choice)
            {
                case MergeChoice.Mine:
                    lines.AddRange(part.Mine);
                    break;
                case MergeChoice.Theirs:
                    lines.AddRange(part.Theirs);
                    break;
                case MergeChoice.Both:
                    bool begins = lines is not [.., { Length: > 0 }];
                    bool ends = Parts.Skip(at + 1).SelectMany(p => p.IsConflict ? p.Theirs : p.Merged).FirstOrDefault() is null or "";
                    lines.AddRange(part.Mine);
                    if (begins && ends && AreParagraphs(part))
                    {
                        lines.Add("");
                    }

                    lines.AddRange(part.Theirs);
                    break;
                default:
                    return null;
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether both wordings are whole paragraphs, that would run into one without a blank line between; items of a list, or rows of a table, stay together.</summary>
    private static bool AreParagraphs(MergePart part) =>
        part is { Mine: [.., { Length: > 0 }], Theirs: [{ Length: > 0 } theirs, ..] }
        && !(Item().IsMatch(theirs) && Item().IsMatch(part.Mine.First(line => line.Length > 0)));

    [GeneratedRegex(@"^\s*(?:[-*+]|[0-9]{1,9}[.)])\s|^\s*\|", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Item();

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static TextMerge Settled(string[] lines) => new([new MergePart(false, lines, lines, lines)]);

    private static TextMerge Compared(string[] theirs, string[] mine)
    {
        List<MergePart> parts = [];
        int done = 0;
        foreach (DiffBlock block in Blocks(theirs, mine))
        {
            AddSame(parts, theirs[done..block.DeleteStartA]);
            done = block.DeleteStartA + block.DeleteCountA;
            parts.Add(new MergePart(
                true, [], theirs[block.DeleteStartA..done], mine[block.InsertStartB..(block.InsertStartB + block.InsertCountB)]));
        }

        AddSame(parts, theirs[done..]);
        return new TextMerge(parts);
    }

    private static TextMerge Merged(string[] original, string[] theirs, string[] mine)
    {
        Queue<DiffBlock> theirBlocks = new(Blocks(original, theirs));
        Queue<DiffBlock> myBlocks = new(Blocks(original, mine));
        List<MergePart> parts = [];
        int done = 0;
        while (theirBlocks.Count + myBlocks.Count > 0)
        {
            // A stretch of the original that changes of the two overlap or touch within.
            int from = Math.Min(Start(theirBlocks), Start(myBlocks));
            int until = from;
            List<DiffBlock> byThem = [];
            List<DiffBlock> byMe = [];
            while (Take(theirBlocks, byThem, ref until) || Take(myBlocks, byMe, ref until))
            {
            }

            AddSame(parts, original[done..from]);
            done = until;
            parts.Add(Part(original[from..until], Side(theirs, byThem, from, until), Side(mine, byMe, from, until)));
        }

        AddSame(parts, original[done..]);
        return new TextMerge(parts);
    }

    private static MergePart Part(string[] original, string[]? theirs, string[]? mine) => (theirs, mine) switch
    {
        (null, { } changed) => new MergePart(false, changed, original, changed),
        ({ } changed, null) => new MergePart(false, changed, changed, original),
        ({ } a, { } b) when a.SequenceEqual(b) => new MergePart(false, a, a, b),
        ({ } a, { } b) => new MergePart(true, [], a, b),
        _ => new MergePart(false, original, original, original),
    };

    /// <summary>The lines that one of them has between two places of the original; null where they changed nothing.</summary>
    private static string[]? Side(string[] lines, List<DiffBlock> blocks, int from, int until)
    {
        if (blocks.Count == 0)
        {
            return null;
        }

        int start = blocks[0].InsertStartB - (blocks[0].DeleteStartA - from);
        int end = blocks[^1].InsertStartB + blocks[^1].InsertCountB + (until - End(blocks[^1]));
        return lines[start..end];
    }

    private static bool Take(Queue<DiffBlock> blocks, List<DiffBlock> taken, ref int until)
    {
        if (!blocks.TryPeek(out DiffBlock? next) || next.DeleteStartA > until)
        {
            return false;
        }

        taken.Add(blocks.Dequeue());
        until = Math.Max(until, End(next));
        return true;
    }

    private static int Start(Queue<DiffBlock> blocks) => blocks.TryPeek(out DiffBlock? next) ? next.DeleteStartA : int.MaxValue;

    private static int End(DiffBlock block) => block.DeleteStartA + block.DeleteCountA;

    private static void AddSame(List<MergePart> parts, string[] lines)
    {
        if (lines.Length > 0)
        {
            parts.Add(new MergePart(false, lines, lines, lines));
        }
    }

    private static IList<DiffBlock> Blocks(string[] a, string[] b) => LineDifferences.Between(a, b);
}

/// <summary>Where two lists of lines differ.</summary>
internal static class LineDifferences
{
    private const string First = "first";

    // The library takes texts apart by itself, and an empty one into no line at all: it is given the lines instead.
    public static IList<DiffBlock> Between(string[] a, string[] b) =>
        Differ.Instance.CreateCustomDiffs(First, "second", ignoreWhiteSpace: false, name => name == First ? a : b).DiffBlocks;
}
