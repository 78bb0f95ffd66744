namespace SocialCity.Web.Shared;

/// <summary>The names over the shapes of a drawn map: which have room on a screen, and which on a phone, where letters are larger beside the drawing.</summary>
public static class MapLabels
{
    /// <summary>For each name, in their order, the class of one that would lie upon another or run out of the drawing: "crowded" everywhere, "crowded-small" on a phone; null where it has room.</summary>
    /// <param name="labels">Names and the middle of where each stands, in units of the drawing.</param>
    /// <param name="width">Of the drawing.</param>
    /// <param name="size">Of a letter, on a screen.</param>
    /// <param name="smallSize">Of a letter, on a phone.</param>
    public static IReadOnlyList<string?> Crowding(IReadOnlyList<(string Name, double X, double Y)> labels, double width, double size, double smallSize) =>
        [.. Fitting(labels, width, size).Zip(Fitting(labels, width, smallSize), (fits, fitsSmall) => !fits ? "crowded" : !fitsSmall ? "crowded-small" : null)];

    // Hangul and kana are as wide as high, Latin letters little more than half.
    private static IEnumerable<bool> Fitting(IEnumerable<(string Name, double X, double Y)> labels, double width, double size)
    {
        List<(double Left, double Right, double Y)> taken = [];
        foreach ((string name, double x, double y) in labels)
        {
            double half = name.Sum(letter => letter < '\u1100' ? 0.56 : 0.95) * size / 2;
            double left = x - half;
            double right = x + half;
            bool fits = left >= 0 && right <= width && taken.TrueForAll(t => right < t.Left || t.Right < left || Math.Abs(t.Y - y) > size * 1.2);
            if (fits)
            {
                taken.Add((left, right, y));
            }

            yield return fits;
        }
    }
}
