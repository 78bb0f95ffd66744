using System.Globalization;
using SocialCity.Municipality;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The dongs as shapes of a drawing: the map that needs no tiles, no library and no script.</summary>
public sealed class CityMap
{
    public const int Width = 800;
    private const int Margin = 12;

    // As in complaints.css: of a screen, and of a phone, where the drawing is less than half as wide.
    private const double LetterSize = 18;
    private const double SmallLetterSize = 30;

    private readonly double _scale;
    private readonly double _squeeze;

    private CityMap(IReadOnlyList<MapDistrict> districts)
    {
        GeoPoint[] points = [.. districts.SelectMany(d => d.Boundary.Points)];
        South = points.Min(p => p.Latitude);
        North = points.Max(p => p.Latitude);
        West = points.Min(p => p.Longitude);
        East = points.Max(p => p.Longitude);

        // A degree of longitude is shorter the farther north: within a city one factor is exact enough.
        _squeeze = Math.Cos(double.DegreesToRadians((South + North) / 2));
        _scale = (Width - (2 * Margin)) / Math.Max(1e-9, (East - West) * _squeeze);
        Height = (int)Math.Ceiling((North - South) * _scale) + (2 * Margin);
        List<MapPoint> places = [.. districts.Select(d => Place(d.Boundary.Centre))];
        IReadOnlyList<string?> crowding =
            MapLabels.Crowding([.. districts.Select((d, i) => (d.Name, places[i].X, places[i].Y))], Width, LetterSize, SmallLetterSize);
        Shapes = [.. districts.Select((d, i) => new MapShape(d.Id, d.Name, Path(d.Boundary), places[i], crowding[i]))];
    }

    public double South { get; }

    public double North { get; }

    public double West { get; }

    public double East { get; }

    public int Height { get; }

    public IReadOnlyList<MapShape> Shapes { get; }

    /// <summary>Null while the city has no dongs.</summary>
    public static CityMap? Of(IReadOnlyList<MapDistrict> districts) => districts.Count == 0 ? null : new CityMap(districts);

    /// <summary>Where a place lies in the drawing.</summary>
    public MapPoint Place(GeoPoint place) => new(
        Math.Round(Margin + ((place.Longitude - West) * _squeeze * _scale), 1),
        Math.Round(Margin + ((North - place.Latitude) * _scale), 1));

    /// <summary>A number as attributes of SVG and data attributes take it.</summary>
    public static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>The edges in degrees, margins included, for the script: south, west, north, east.</summary>
    public string Edges()
    {
        double margin = Margin / _scale;
        return string.Join(
            ',', new[] { South - margin, West - (margin / _squeeze), North + margin, East + (margin / _squeeze) }.Select(Number));
    }

    private string Path(Boundary boundary) => string.Join(
        ' ', boundary.Points.Select(Place).Select(p => $"{Number(p.X)},{Number(p.Y)}"));
}

/// <param name="IsActive">Whether it can be chosen still.</param>
public sealed record MapDistrict(long Id, string Name, Boundary Boundary, bool IsActive = true);

/// <param name="Points">For the <c>points</c> of an SVG polygon.</param>
/// <param name="Label">Where its name or number stands.</param>
/// <param name="Crowding">The class of a name that has no room, at all or on a phone.</param>
public sealed record MapShape(long Id, string Name, string Points, MapPoint Label, string? Crowding);

public sealed record MapPoint(double X, double Y);
