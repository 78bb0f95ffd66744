using System.Globalization;
using System.Text;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

public enum ImportOutcome
{
    Brought,
    Changed,
    Unchanged,
    Skipped,
}

/// <summary>What became of each thing of an export: counts, and a line for all that was not brought or not as it was.</summary>
public sealed class ImportReport
{
    private const int ItemLength = 120;

    private static readonly string[] Kinds = ["category", "article", "page", "comment", "photo", "other"];

    private readonly Dictionary<(string Kind, ImportOutcome Outcome), int> _counts = [];
    private readonly List<ForeignLoss> _lines = [];

    /// <summary>Each with its reason, in the order of the export.</summary>
    public IReadOnlyList<ForeignLoss> Lines => _lines;

    public int this[string kind, ImportOutcome outcome] => _counts.GetValueOrDefault((kind, outcome));

    public void Count(string kind, ImportOutcome outcome, int times = 1) => _counts[(kind, outcome)] = this[kind, outcome] + times;

    /// <summary>It was not brought.</summary>
    public void Skip(ForeignLoss loss)
    {
        Count(loss.Kind, ImportOutcome.Skipped);
        _lines.Add(loss);
    }

    /// <summary>It was brought, but not as it was.</summary>
    public void Note(string kind, string item, string reason) => _lines.Add(new ForeignLoss(kind, item, reason));

    public void Add(ImportReport other)
    {
        foreach (var ((kind, outcome), times) in other._counts)
        {
            Count(kind, outcome, times);
        }

        _lines.AddRange(other._lines);
    }

    /// <summary>For people: a table and the lines.</summary>
    /// <param name="heading">What was imported.</param>
    public string ToText(string heading)
    {
        StringBuilder text = new();
        text.Append(heading).Append("\n\n").Append(CultureInfo.InvariantCulture, $"{"",-12}{"brought",10}{"changed",10}{"unchanged",11}{"skipped",10}").Append('\n');
        foreach (string kind in Kinds)
        {
            int[] counts = [.. Enum.GetValues<ImportOutcome>().Select(outcome => this[kind, outcome])];
            if (counts.Sum() > 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{kind,-12}{counts[0],10:N0}{counts[1],10:N0}{counts[2],11:N0}{counts[3],10:N0}").Append('\n');
            }
        }

        if (_lines.Count > 0)
        {
            text.Append("\nNot brought, or not as it was:\n");
        }

        foreach (ForeignLoss line in _lines)
        {
            // Titles are of strangers: one line each, without what a terminal would obey.
            string item = CleanText.Shorten(CleanText.Line(line.Item), ItemLength);
            text.Append("- ").Append(line.Kind).Append(item.Length > 0 ? $" “{item}”" : "").Append(": ").Append(CleanText.Line(line.Reason)).Append('\n');
        }

        return text.ToString();
    }
}
