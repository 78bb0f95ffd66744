using System.Globalization;
using SocialCity.Municipality;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>The dongs as a picture: each boundary as the points of an SVG polygon, north above.</summary>
/// <param name="Height">Of the picture, whose width is <see cref="Width"/>.</param>
public sealed record BoundaryDrawing(int Height, IReadOnlyList<DrawnBoundary> Shapes)
{
    public const int Width = 600;

    private const double Margin = 8;

    // As in components.css: of a screen, and of a phone.
    private const double LetterSize = 11;
    private const double SmallLetterSize = 22;

    /// <summary>Draws all dongs; the one that is edited with its boundary and its name as typed, which may be none.</summary>
    public static BoundaryDrawing Of(IReadOnlyList<District> districts, long? editedId = null, Boundary? edited = null, string editedName = "")
    {
        List<(Boundary Boundary, string Name, bool IsEdited)> all =
        [
            .. districts.Where(d => d.IsActive && d.Id != editedId).Select(d => (d.Boundary(), d.Name.ToString(), false)),
            .. edited is null ? [] : new[] { (edited, editedName, true) },
        ];
        if (all.Count == 0)
        {
            return new BoundaryDrawing(1, []);
        }

        List<GeoPoint> points = [.. all.SelectMany(a => a.Boundary.Points)];
        double north = points.Max(p => p.Latitude);
        double west = points.Min(p => p.Longitude);
        double stretch = Math.Cos(double.DegreesToRadians(north));
        double widest = Math.Max(1e-6, (points.Max(p => p.Longitude) - west) * stretch);
        double scale = (Width - (2 * Margin)) / widest;
        int height = (int)Math.Clamp(((north - points.Min(p => p.Latitude)) * scale) + (2 * Margin), 60, 2000);
        List<(double X, double Y)> centres = [.. all.Select(a => Place(a.Boundary.Centre))];
        IReadOnlyList<string?> crowding =
            MapLabels.Crowding([.. all.Select((a, i) => (a.Name, centres[i].X, centres[i].Y))], Width, LetterSize, SmallLetterSize);
        return new BoundaryDrawing(height, [.. all.Select((a, i) => new DrawnBoundary(
            string.Join(' ', a.Boundary.Points.Select(p => Text(Place(p)))), centres[i].X, centres[i].Y, a.Name, a.IsEdited, crowding[i]))]);

        (double X, double Y) Place(GeoPoint p) => (Margin + ((p.Longitude - west) * stretch * scale), Margin + ((north - p.Latitude) * scale));

        static string Text((double X, double Y) p) => string.Create(CultureInfo.InvariantCulture, $"{p.X:0.0},{p.Y:0.0}");
    }

    /// <summary>Whether two lines of the ring that are no neighbours cross.</summary>
    public static bool CrossesItself(Boundary boundary)
    {
        IReadOnlyList<GeoPoint> p = boundary.Points;
        for (int i = 0; i < p.Count; i++)
        {
            for (int j = i + 2; j < p.Count; j++)
            {
                if ((i != 0 || j != p.Count - 1) && Cross(p[i], p[i + 1], p[j], p[(j + 1) % p.Count]))
                {
                    return true;
                }
            }
        }

        return false;

        static bool Cross(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d) =>
            Side(a, b, c) * Side(a, b, d) < 0 && Side(c, d, a) * Side(c, d, b) < 0;

        static double Side(GeoPoint a, GeoPoint b, GeoPoint c) =>
            ((b.Longitude - a.Longitude) * (c.Latitude - a.Latitude)) - ((b.Latitude - a.Latitude) * (c.Longitude - a.Longitude));
    }
}

/// <param name="Points">For the attribute of that name.</param>
/// <param name="X">Where the name stands.</param>
/// <param name="Crowding">The class of a name that has no room, at all or on a phone.</param>
public sealed record DrawnBoundary(string Points, double X, double Y, string Name, bool IsEdited, string? Crowding);
