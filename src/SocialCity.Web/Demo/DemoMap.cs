using SocialCity.Municipality;

namespace SocialCity.Web.Demo;

/// <summary>
/// Draws a city that never was: its outline is cut into cells around their centres (each takes what lies nearer to it than to any
/// other), and every line is then bent the same way for both neighbours, so that they meet without gaps.
/// </summary>
internal static class DemoMap
{
    private const double South = 37.430;
    private const double West = 126.798;

    /// <summary>A degree of latitude is longer than one of longitude; the plan is drawn in units of latitude.</summary>
    private const double LongitudeStretch = 1 / 0.7935;

    private const int Bends = 3;

    /// <summary>How far a line leaves the straight, as a share of its length.</summary>
    private const double Bend = 0.14;

    /// <summary>The plan's corners are kept on a grid of about ten centimetres, so that neighbours name the same corner.</summary>
    private const double Grid = 1e-6;

    private static readonly Point[] Outline =
    [
        new(0.012, 0.060), new(0.020, 0.036), new(0.034, 0.014), new(0.052, 0.003), new(0.068, 0.006), new(0.081, 0.022),
        new(0.088, 0.044), new(0.086, 0.066), new(0.074, 0.084), new(0.056, 0.094), new(0.036, 0.092), new(0.020, 0.080),
    ];

    private static readonly Point[] Centres =
    [
        new(0.078, 0.050), new(0.079, 0.066), new(0.072, 0.036), new(0.066, 0.053), new(0.067, 0.070), new(0.057, 0.042),
        new(0.056, 0.060), new(0.062, 0.022), new(0.051, 0.012), new(0.052, 0.078), new(0.060, 0.086), new(0.046, 0.052),
        new(0.045, 0.032), new(0.036, 0.024), new(0.043, 0.068), new(0.036, 0.082), new(0.027, 0.046), new(0.026, 0.066),
    ];

    /// <summary>The boundaries of the first so many cells.</summary>
    public static IReadOnlyList<Boundary> Divide(int count) => [.. Enumerable.Range(0, count).Select(i => Boundary.Of([.. Cell(i).Select(ToPlace)]))];

    /// <summary>A place within a boundary, somewhere.</summary>
    public static GeoPoint Somewhere(Boundary boundary, Random random)
    {
        double south = boundary.Points.Min(p => p.Latitude);
        double north = boundary.Points.Max(p => p.Latitude);
        double west = boundary.Points.Min(p => p.Longitude);
        double east = boundary.Points.Max(p => p.Longitude);
        GeoPoint place;
        do
        {
            place = new GeoPoint(
                Math.Round(south + (random.NextDouble() * (north - south)), 6), Math.Round(west + (random.NextDouble() * (east - west)), 6));
        }
        while (!boundary.Contains(place));

        return place;
    }

    private static List<Point> Cell(int index)
    {
        List<Point> cell = [.. Outline];
        Point own = Centres[index];
        foreach (Point other in Centres.Where(c => c != own))
        {
            cell = Nearer(cell, own, other);
        }

        cell = [.. cell.Select(p => p.OnGrid()).Where((p, i) => i == 0 || p != cell[i - 1].OnGrid())];
        return [.. cell.SelectMany((p, i) => Line(p, cell[(i + 1) % cell.Count], Bends))];
    }

    /// <summary>What of the shape lies nearer to one point than to the other.</summary>
    private static List<Point> Nearer(List<Point> shape, Point own, Point other)
    {
        double Excess(Point p) => p.SquareTo(own) - p.SquareTo(other);
        List<Point> kept = [];
        for (int i = 0; i < shape.Count; i++)
        {
            Point from = shape[i];
            Point to = shape[(i + 1) % shape.Count];
            double a = Excess(from);
            double b = Excess(to);
            if (a <= 0)
            {
                kept.Add(from);
            }

            if (a < 0 != b < 0 && a != b)
            {
                kept.Add(from.Toward(to, a / (a - b)));
            }
        }

        return kept;
    }

    /// <summary>The line without its last point. Its bends depend on the two ends alone, whichever comes first.</summary>
    private static IEnumerable<Point> Line(Point from, Point to, int depth)
    {
        if (depth == 0 || from.SquareTo(to) < 1e-6)
        {
            return [from];
        }

        bool turned = (from.Y, from.X).CompareTo((to.Y, to.X)) > 0;
        (Point a, Point b) = turned ? (to, from) : (from, to);
        double bend = (Noise(a, b) - 0.5) * 2 * Bend;
        Point middle = new Point(
            ((a.Y + b.Y) / 2) + ((b.X - a.X) * bend), ((a.X + b.X) / 2) - ((b.Y - a.Y) * bend)).OnGrid();
        return Line(from, middle, depth - 1).Concat(Line(middle, to, depth - 1));
    }

    /// <summary>A number from 0 to 1 that looks like chance and is always the same.</summary>
    private static double Noise(Point a, Point b)
    {
        double wave = Math.Sin((a.Y * 12_9898) + (a.X * 78_233) + (b.Y * 37_719) + (b.X * 93_989)) * 43_758.5453;
        return wave - Math.Floor(wave);
    }

    private static GeoPoint ToPlace(Point point) =>
        new(Math.Round(South + point.Y, 6), Math.Round(West + (point.X * LongitudeStretch), 6));

    private readonly record struct Point(double Y, double X)
    {
        public double SquareTo(Point other) => ((Y - other.Y) * (Y - other.Y)) + ((X - other.X) * (X - other.X));

        public Point Toward(Point other, double share) => new(Y + ((other.Y - Y) * share), X + ((other.X - X) * share));

        public Point OnGrid() => new(Math.Round(Y / Grid) * Grid, Math.Round(X / Grid) * Grid);
    }
}
