using SocialCity.Text;

namespace SocialCity.Tests.Text;

public sealed class TextComparisonTests
{
    [Fact]
    public void A_changed_line_shows_the_words_that_changed()
    {
        IReadOnlyList<ComparedLine> lines = TextComparison.Of("같은 줄\n봄 축제는 4월 3일입니다.", "같은 줄\n봄 축제는 4월 5일입니다.");

        Assert.Equal([false, true], lines.Select(l => l.IsChanged));
        Assert.Equal("3일입니다", Assert.Single(lines[1].Before ?? [], p => p.IsChanged).Text);
        Assert.Equal("5일입니다", Assert.Single(lines[1].After ?? [], p => p.IsChanged).Text);
    }

    [Fact]
    public void A_line_added_has_nothing_before_and_one_taken_away_nothing_after()
    {
        Assert.Null(Assert.Single(TextComparison.Of("가\n다", "가\n나\n다"), l => l.IsChanged).Before);
        Assert.Null(Assert.Single(TextComparison.Of("가\n나\n다", "가\n다"), l => l.IsChanged).After);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Each_side_read_down_is_its_text(int seed)
    {
        Random random = new(seed);
        string before = Text(random);
        string after = Text(random);

        IReadOnlyList<ComparedLine> lines = TextComparison.Of(before, after);

        Assert.Equal(before, string.Join('\n', lines.Where(l => l.Before is not null).Select(l => string.Concat((l.Before ?? []).Select(p => p.Text)))));
        Assert.Equal(after, string.Join('\n', lines.Where(l => l.After is not null).Select(l => string.Concat((l.After ?? []).Select(p => p.Text)))));
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 40)];

    private static string Text(Random random) => string.Join(
        '\n', Enumerable.Range(0, random.Next(1, 9)).Select(_ => string.Join(' ', Enumerable.Range(0, random.Next(0, 5)).Select(_ => $"낱말{random.Next(4)}"))));
}
