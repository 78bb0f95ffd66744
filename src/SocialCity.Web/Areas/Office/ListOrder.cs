namespace SocialCity.Web.Areas.Office;

/// <summary>Moves one entry of an ordered list.</summary>
public static class ListOrder
{
    /// <summary>Numbers the list anew with the entry moved. Null when it is not there or stands where it is to stand.</summary>
    /// <param name="ordered">The list in its order.</param>
    /// <param name="isIt">Which entry is moved.</param>
    /// <param name="to">The place it is to have, by the one it has, both counted from 1; beyond an end of the list it is that end.</param>
    /// <param name="moveTo">Gives an entry its place.</param>
    /// <returns>The place that it has now.</returns>
    public static int? Move<T>(IReadOnlyList<T> ordered, Predicate<T> isIt, Func<int, int> to, Action<T, int> moveTo)
    {
        List<T> list = [.. ordered];
        int from = list.FindIndex(isIt) + 1;
        if (from == 0)
        {
            return null;
        }

        int place = Math.Clamp(to(from), 1, list.Count);
        if (place == from)
        {
            return null;
        }

        T moved = list[from - 1];
        list.RemoveAt(from - 1);
        list.Insert(place - 1, moved);
        for (int i = 0; i < list.Count; i++)
        {
            moveTo(list[i], i + 1);
        }

        return place;
    }
}
