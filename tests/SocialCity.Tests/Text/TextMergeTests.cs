using System.Diagnostics;
using SocialCity.Text;

namespace SocialCity.Tests.Text;

public sealed class TextMergeTests
{
    private const string Original = "하나\n둘\n셋\n넷\n다섯\n여섯\n일곱";

    [Fact]
    public void Changes_of_different_passages_are_merged_by_themselves()
    {
        TextMerge merge = TextMerge.Of(Original, "하나\n둘!\n셋\n넷\n다섯\n여섯\n일곱", "하나\n둘\n셋\n넷\n다섯\n여섯?\n일곱\n여덟");

        Assert.Empty(merge.Conflicts);
        Assert.Equal("하나\n둘!\n셋\n넷\n다섯\n여섯?\n일곱\n여덟", merge.Resolve([]));
    }

    [Fact]
    public void Two_wordings_of_one_passage_are_both_kept_until_somebody_chooses()
    {
        TextMerge merge = TextMerge.Of(Original, Original.Replace("넷", "넷(그들)", StringComparison.Ordinal), Original.Replace("넷", "넷(나)", StringComparison.Ordinal));

        MergePart conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(["넷(그들)"], conflict.Theirs);
        Assert.Equal(["넷(나)"], conflict.Mine);
        Assert.Null(merge.Resolve([null]));
        Assert.Null(merge.Resolve([]));
        Assert.Equal("하나\n둘\n셋\n넷(나)\n다섯\n여섯\n일곱", merge.Resolve([MergeChoice.Mine]));
        Assert.Equal("하나\n둘\n셋\n넷(그들)\n다섯\n여섯\n일곱", merge.Resolve([MergeChoice.Theirs]));
        Assert.Equal("하나\n둘\n셋\n넷(나)\n넷(그들)\n다섯\n여섯\n일곱", merge.Resolve([MergeChoice.Both]));
    }

    [Theory]
    [InlineData("둘째 나.", "둘째 그들.", "둘째 나.\n\n둘째 그들.")]
    [InlineData("둘째 나.\n이어서.", "둘째 그들.", "둘째 나.\n이어서.\n\n둘째 그들.")]
    [InlineData("- 나", "- 그들", "- 나\n- 그들")]
    [InlineData("1. 나", "1) 그들", "1. 나\n1) 그들")]
    [InlineData("| 나 |", "| 그들 |", "| 나 |\n| 그들 |")]
    [InlineData("- 나", "둘째 그들.", "- 나\n\n둘째 그들.")]
    public void Both_wordings_of_a_whole_paragraph_stay_paragraphs_and_those_of_a_list_stay_one_list(string mine, string theirs, string both)
    {
        foreach (string end in new[] { "", "\n\n셋째." })
        {
            TextMerge merge = TextMerge.Of($"첫째.\n\n둘째.{end}", $"첫째.\n\n{theirs}{end}", $"첫째.\n\n{mine}{end}");

            Assert.Single(merge.Conflicts);
            Assert.Equal($"첫째.\n\n{both}{end}", merge.Resolve([MergeChoice.Both]));
        }
    }

    [Fact]
    public void A_line_taken_away_by_one_and_changed_by_the_other_is_asked_about()
    {
        MergePart conflict = Assert.Single(TextMerge.Of(Original, Original.Replace("넷\n", "", StringComparison.Ordinal), Original.Replace("넷", "넷!", StringComparison.Ordinal)).Conflicts);
        Assert.Empty(conflict.Theirs);
        Assert.Equal(["넷!"], conflict.Mine);
    }

    [Fact]
    public void Without_what_both_began_from_nothing_is_taken_unasked()
    {
        TextMerge merge = TextMerge.Of(null, "하나\n둘!\n셋", "하나\n둘\n셋\n넷");

        Assert.Equal(2, merge.Conflicts.Count);
        Assert.Equal("하나\n둘\n셋\n넷", merge.Resolve([MergeChoice.Mine, MergeChoice.Mine]));
        Assert.Equal("하나\n둘!\n셋", merge.Resolve([MergeChoice.Theirs, MergeChoice.Theirs]));
    }

    [Fact]
    public void A_text_of_very_many_lines_is_asked_about_as_a_whole_and_quickly()
    {
        string original = string.Join('\n', Enumerable.Range(0, 30_000));
        string theirs = string.Join('\n', Enumerable.Range(50_000, 30_000));
        string mine = string.Join('\n', Enumerable.Range(90_000, 30_000));
        long start = Stopwatch.GetTimestamp();

        MergePart conflict = Assert.Single(TextMerge.Of(original, theirs, mine).Conflicts);

        Assert.Equal(30_000, conflict.Mine.Count);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(10));
    }

    /// <summary>
    /// Whatever two people do to a text: choosing one side everywhere where there is something to choose loses nothing that side wrote, and
    /// a change of one alone arrives.
    /// </summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_that_either_wrote_is_lost(int seed)
    {
        Random random = new(seed);
        for (int round = 0; round < 60; round++)
        {
            List<string> original = [.. Enumerable.Range(0, random.Next(0, 14)).Select(_ => $"줄{random.Next(6)}")];
            int next = 0;
            string theirs = Text(Changed(original, random, () => $"그들{next++}"));
            string mine = Text(Changed(original, random, () => $"나{next++}"));
            TextMerge merge = TextMerge.Of(Text(original), theirs, mine);

            MergeChoice?[] both = [.. merge.Conflicts.Select(_ => (MergeChoice?)MergeChoice.Both)];
            string all = merge.Resolve(both) ?? "";
            foreach (string line in theirs.Split('\n').Concat(mine.Split('\n')).Where(l => l.StartsWith("그들", StringComparison.Ordinal) || l.StartsWith('나')))
            {
                Assert.Contains(line, all.Split('\n'));
            }

            Assert.Equal(mine, TextMerge.Of(Text(original), Text(original), mine).Resolve([]));
            Assert.Equal(theirs, TextMerge.Of(Text(original), theirs, Text(original)).Resolve([]));
            Assert.Equal(mine, TextMerge.Of(Text(original), mine, mine).Resolve([]));

            // Laid together as they are, the two sides are the two texts.
            TextMerge compared = TextMerge.Of(null, theirs, mine);
            Assert.Equal(mine, string.Join('\n', compared.Parts.SelectMany(p => p.IsConflict ? p.Mine : p.Merged)));
            Assert.Equal(theirs, string.Join('\n', compared.Parts.SelectMany(p => p.IsConflict ? p.Theirs : p.Merged)));

            // The other way round nothing else is asked.
            Assert.Equal(merge.Conflicts.Count, TextMerge.Of(Text(original), mine, theirs).Conflicts.Count);
        }
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 20)];

    private static string Text(IEnumerable<string> lines) => string.Join('\n', lines);

    private static List<string> Changed(IReadOnlyList<string> lines, Random random, Func<string> word)
    {
        List<string> changed = [.. lines];
        for (int change = random.Next(0, 5); change > 0; change--)
        {
            int at = random.Next(0, changed.Count + 1);
            if (at == changed.Count || random.Next(3) == 0)
            {
                changed.Insert(at, word());
            }
            else if (random.Next(2) == 0)
            {
                changed.RemoveAt(at);
            }
            else
            {
                changed[at] = word();
            }
        }

        return changed;
    }
}
