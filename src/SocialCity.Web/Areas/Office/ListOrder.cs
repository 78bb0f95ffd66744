namespace SocialCity.Web.Areas.Office;

/// <summary>Moves one entry of an ordered list by one place.</summary>
public static class ListOrder
{
    /// <summary>Numbers the list anew with the entry moved. False when it is not there or stands at the end already.</summary>
    /// <param name="ordered">The list in its order.</param>
    /// <param name="isIt">Which entry is moved.</param>
    /// <param name="up">Towards the beginning; otherwise towards the end.</param>
    /// <param name="moveTo">Gives an entry its place, counted from 1.</param>
    public static bool Move<T>(IReadOnlyList<T> ordered, Predicate<T> isIt, bool up, Action<T, int> moveTo)
    {
        List<T> list = [.. ordered];
        int from = list.FindIndex(isIt);
        int to = up ? from - 1 : from + 1;
        if (from < 0 || to < 0 || to >= list.Count)
        {
            return false;
        }

        (list[from], list[to]) = (list[to], list[from]);
        for (int i = 0; i < list.Count; i++)
        {
            moveTo(list[i], i + 1);
        }

        return true;
    }
}
