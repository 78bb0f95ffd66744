using System.Globalization;
using System.Text;

namespace SocialCity.Search;

/// <summary>A stretch of text that was searched for, or one between such.</summary>
public sealed record HighlightSegment(string Text, bool IsMatch);

/// <summary>Shows where the words of a query stand in a text, by the same folding and with the same disregard of spaces as the search itself.</summary>
public static class Highlighter
{
    private const string Ellipsis = "…";

    /// <summary>How far an excerpt may be shortened at either side so as not to cut a word, in letters.</summary>
    private const int WordRoom = 10;

    /// <summary>So many letters of an excerpt a phone shows at once, on two lines: a match behind them would not be seen.</summary>
    private const int SeenAtOnce = 40;

    /// <summary>The whole text, cut where a match begins or ends. Put together, the segments are the text.</summary>
    /// <param name="words">From <see cref="KoreanTerms.Words"/>.</param>
    public static IReadOnlyList<HighlightSegment> Mark(string text, IReadOnlyList<string> words) =>
        Cut(text, Matches(text, words), 0, text.Length);

    /// <summary>
    /// About so many letters around the first match, or the text's beginning when there is none, on one line: gaps and line ends become
    /// single spaces. Never cuts a letter (grapheme), and spares words where it can.
    /// </summary>
    /// <param name="letters">At most so many graphemes, the ellipses not counted.</param>
    public static IReadOnlyList<HighlightSegment> Excerpt(string text, IReadOnlyList<string> words, int letters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(letters, 1);
        var matches = Matches(text, words);
        int[] graphemes = StringInfo.ParseCombiningCharacters(text);
        var (start, end) = Window(text, graphemes, matches, letters);
        return Joined(Cut(text, matches, Offset(start), Offset(end)), start > 0, end < graphemes.Length);

        int Offset(int grapheme) => grapheme < graphemes.Length ? graphemes[grapheme] : text.Length;
    }

    /// <summary>
    /// The graphemes to show: a third of the room before the match and the rest behind it, but no more before it than a phone shows. Where the
    /// text ends soon, more of its beginning takes the room that is left.
    /// </summary>
    private static (int Start, int End) Window(string text, int[] graphemes, List<(int Start, int End)> matches, int letters)
    {
        int first = 0;
        int behind = 0;
        if (matches.Count > 0)
        {
            first = GraphemeAt(graphemes, matches[0].Start);
            behind = GraphemeAt(graphemes, matches[0].End);
        }

        int room = Math.Max(0, letters - (behind - first));
        int seen = Math.Min(SeenAtOnce, letters);
        int start = behind <= seen ? 0 : Math.Max(0, first - Math.Min(room / 3, SeenAtOnce / 2));
        if (graphemes.Length - start < letters)
        {
            start = Math.Max(0, Math.Min(start, Math.Max(graphemes.Length - letters, behind - seen)));
        }

        int end = Math.Min(graphemes.Length, start + letters);

        if (start > 0 && !IsGap(start - 1))
        {
            int word = Enumerable.Range(start, Math.Clamp(first - start, 0, WordRoom)).FirstOrDefault(IsGap, -1);
            start = word < 0 ? start : word + 1;
        }

        if (end < graphemes.Length && !IsGap(end))
        {
            int spare = Math.Clamp(end - behind, 0, WordRoom);
            int gap = Enumerable.Range(end - spare, spare).LastOrDefault(IsGap, -1);
            end = gap < 0 ? end : gap;
        }

        return (start, end);

        bool IsGap(int grapheme) => char.IsWhiteSpace(text[graphemes[grapheme]]);
    }

    private static int GraphemeAt(int[] graphemes, int offset)
    {
        int found = Array.BinarySearch(graphemes, offset);
        return found >= 0 ? found : ~found;
    }

    /// <summary>Where the words stand, in order, joined where they touch.</summary>
    private static List<(int Start, int End)> Matches(string text, IReadOnlyList<string> words)
    {
        var sought = words.SelectMany(KoreanTerms.Parse).ToList();
        List<(int Start, int End)> matches = [];
        if (sought.Count == 0)
        {
            return matches;
        }

        var letters = FoldedText.Fold(text);
        for (int at = 0; at < letters.Count; at++)
        {
            foreach (var word in sought)
            {
                int behind = word.MatchAt(letters, at);
                if (behind < 0)
                {
                    continue;
                }

                var (start, end) = (letters[at].Start, letters[behind - 1].End);
                if (matches.Count > 0 && start <= matches[^1].End)
                {
                    matches[^1] = (matches[^1].Start, Math.Max(matches[^1].End, end));
                }
                else
                {
                    matches.Add((start, end));
                }
            }
        }

        return matches;
    }

    private static List<HighlightSegment> Cut(string text, List<(int Start, int End)> matches, int from, int to)
    {
        List<HighlightSegment> segments = [];
        int at = from;
        foreach (var match in matches)
        {
            Add(Math.Min(match.Start, to), isMatch: false);
            Add(Math.Min(match.End, to), isMatch: true);
        }

        Add(to, isMatch: false);
        return segments;

        void Add(int end, bool isMatch)
        {
            if (end > at)
            {
                segments.Add(new HighlightSegment(text[at..end], isMatch));
                at = end;
            }
        }
    }

    /// <summary>On one line, with an ellipsis on the sides where text is missing.</summary>
    private static List<HighlightSegment> Joined(List<HighlightSegment> segments, bool before, bool after)
    {
        List<HighlightSegment> line = [];
        bool gap = true; // swallows a gap at the beginning, too
        foreach (var segment in segments)
        {
            var text = new StringBuilder(segment.Text.Length);
            foreach (char letter in segment.Text)
            {
                bool space = char.IsWhiteSpace(letter);
                if (!space || !gap)
                {
                    text.Append(space ? ' ' : letter);
                }

                gap = space;
            }

            line.Add(segment with { Text = text.ToString() });
        }

        if (line.Count > 0)
        {
            line[^1] = line[^1] with { Text = line[^1].Text.TrimEnd() };
        }

        line.RemoveAll(segment => segment.Text.Length == 0);
        if (before)
        {
            AddEllipsis(line, atEnd: false);
        }

        if (after)
        {
            AddEllipsis(line, atEnd: true);
        }

        return line;
    }

    /// <summary>Beside plain text it becomes part of it; beside a match it stands alone, for it is no part of what was sought.</summary>
    private static void AddEllipsis(List<HighlightSegment> line, bool atEnd)
    {
        int at = atEnd ? line.Count - 1 : 0;
        if (line.Count > 0 && !line[at].IsMatch)
        {
            line[at] = line[at] with { Text = atEnd ? line[at].Text + Ellipsis : Ellipsis + line[at].Text };
        }
        else
        {
            line.Insert(atEnd ? line.Count : 0, new HighlightSegment(Ellipsis, IsMatch: false));
        }
    }
}
