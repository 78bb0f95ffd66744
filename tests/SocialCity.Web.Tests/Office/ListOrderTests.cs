using SocialCity.Web.Areas.Office;

namespace SocialCity.Web.Tests.Office;

public sealed class ListOrderTests
{
    [Theory]
    [InlineData("c", 1, "cabde", 1)]
    [InlineData("a", 4, "bcdae", 4)]
    [InlineData("b", 3, "acbde", 3)]
    [InlineData("b", 99, "acdeb", 5)]
    [InlineData("d", -7, "dabce", 1)]
    [InlineData("b", 2, "abcde", null)]
    [InlineData("x", 2, "abcde", null)]
    public void An_entry_moves_to_its_place_and_the_others_keep_their_order(string entry, int to, string expected, int? place)
    {
        Entry[] list = [.. "abcde".Select((letter, at) => new Entry(letter.ToString()) { Place = at + 1 })];

        Assert.Equal(place, ListOrder.Move(list, e => e.Name == entry, _ => to, (e, at) => e.Place = at));

        Assert.Equal(expected, string.Concat(list.OrderBy(e => e.Place).Select(e => e.Name)));
        Assert.Equal([1, 2, 3, 4, 5], list.Select(e => e.Place).Order());
    }

    private sealed record Entry(string Name)
    {
        public int Place { get; set; }
    }
}
