using System.Globalization;

namespace SocialCity.Municipality;

/// <summary>A place on the earth, WGS 84, in degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_008.8;

    /// <summary>The distance in metres on a sphere: good to half a percent, plenty for "nearby".</summary>
    public double MetresTo(GeoPoint other)
    {
        double lat1 = double.DegreesToRadians(Latitude);
        double lat2 = double.DegreesToRadians(other.Latitude);
        double dLat = lat2 - lat1;
        double dLng = double.DegreesToRadians(other.Longitude - Longitude);
        double h = Math.Pow(Math.Sin(dLat / 2), 2) + (Math.Cos(lat1) * Math.Cos(lat2) * Math.Pow(Math.Sin(dLng / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <summary>A closed ring of at least three points; the last is joined to the first.</summary>
public sealed class Boundary
{
    /// <summary>Twice the area, in square degrees: about ten square metres.</summary>
    private const double SmallestArea = 2e-9;

    private Boundary(IReadOnlyList<GeoPoint> points) => Points = points;

    public IReadOnlyList<GeoPoint> Points { get; }

    /// <summary>Whether it holds some square metres: its points are neither one and the same nor in a line.</summary>
    public bool HasArea => Math.Abs(Points.Index().Sum(p =>
        {
            GeoPoint next = Points[(p.Index + 1) % Points.Count];
            return ((p.Item.Longitude - Points[0].Longitude) * (next.Latitude - Points[0].Latitude))
                - ((next.Longitude - Points[0].Longitude) * (p.Item.Latitude - Points[0].Latitude));
        })) > SmallestArea;

    public GeoPoint Centre => new(Points.Average(p => p.Latitude), Points.Average(p => p.Longitude));

    /// <exception cref="FormatException">Fewer than three points, or something that is no point.</exception>
    public static Boundary Parse(string text) => TryParse(text, out Boundary? boundary)
        ? boundary
        : throw new FormatException("A boundary is written as at least three \"latitude,longitude\" pairs with spaces between them.");

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Boundary? boundary)
    {
        boundary = null;
        List<GeoPoint> points = [];
        foreach (string pair in (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string[] numbers = pair.Split(',');
            if (numbers.Length != 2
                || !double.TryParse(numbers[0], NumberStyles.Float, CultureInfo.InvariantCulture, out double latitude)
                || !double.TryParse(numbers[1], NumberStyles.Float, CultureInfo.InvariantCulture, out double longitude)
                || Math.Abs(latitude) > 90 || Math.Abs(longitude) > 180)
            {
                return false;
            }

            points.Add(new GeoPoint(latitude, longitude));
        }

        if (points.Count < 3)
        {
            return false;
        }

        boundary = new Boundary(points);
        return true;
    }

    public static Boundary Of(IReadOnlyList<GeoPoint> points) =>
        points.Count < 3 ? throw new FormatException("A boundary has at least three points.") : new Boundary(points);

    /// <summary>Whether the place lies inside, by the even-odd rule. A place exactly on the line belongs to one of the two sides.</summary>
    public bool Contains(GeoPoint place)
    {
        bool inside = false;
        GeoPoint previous = Points[^1];
        foreach (GeoPoint point in Points)
        {
            if (point.Latitude > place.Latitude != previous.Latitude > place.Latitude
                && place.Longitude < ((previous.Longitude - point.Longitude) * (place.Latitude - point.Latitude)
                    / (previous.Latitude - point.Latitude)) + point.Longitude)
            {
                inside = !inside;
            }

            previous = point;
        }

        return inside;
    }

    public override string ToString() => string.Join(
        ' ', Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Latitude:0.######},{p.Longitude:0.######}")));
}
