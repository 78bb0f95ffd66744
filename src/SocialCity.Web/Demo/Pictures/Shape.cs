using System.Numerics;

namespace SocialCity.Web.Demo.Pictures;

/// <summary>Closed outlines. Where they overlap in the same sense they join; an outline of the opposite sense cuts a hole.</summary>
internal sealed class Shape
{
    private readonly List<Vector2[]> _outlines = [];

    public IReadOnlyList<Vector2[]> Outlines => _outlines;

    /// <param name="coordinates">x and y in turn.</param>
    public static Shape Polygon(params ReadOnlySpan<float> coordinates) => new Shape().Add(Points(coordinates));

    public static Shape Rectangle(float x, float y, float width, float height) =>
        Polygon(x, y, x + width, y, x + width, y + height, x, y + height);

    public static Shape Circle(float x, float y, float radius) => Ellipse(x, y, radius, radius);

    public static Shape Ellipse(float x, float y, float radiusX, float radiusY) => new Shape().AddEllipse(x, y, radiusX, radiusY);

    public static Shape Rounded(float x, float y, float width, float height, float radius)
    {
        radius = Math.Min(radius, Math.Min(width, height) / 2);
        List<Vector2> outline = [];
        Corner(x + width - radius, y + radius, -90);
        Corner(x + width - radius, y + height - radius, 0);
        Corner(x + radius, y + height - radius, 90);
        Corner(x + radius, y + radius, 180);
        return new Shape().Add([.. outline]);

        void Corner(float centreX, float centreY, float from)
        {
            for (int i = 0; i <= 8; i++)
            {
                var (sin, cos) = MathF.SinCos((from + (i * 11.25f)) * MathF.PI / 180);
                outline.Add(new Vector2(centreX + (radius * cos), centreY + (radius * sin)));
            }
        }
    }

    /// <summary>A closed curve through the points.</summary>
    public static Shape Smooth(params ReadOnlySpan<float> coordinates)
    {
        var points = Points(coordinates);
        int count = points.Length;
        var outline = new Vector2[count * 8];
        for (int i = 0; i < count; i++)
        {
            for (int step = 0; step < 8; step++)
            {
                outline[(i * 8) + step] = CatmullRom(
                    points[(i + count - 1) % count], points[i], points[(i + 1) % count], points[(i + 2) % count], step / 8f);
            }
        }

        return new Shape().Add(outline);
    }

    /// <summary>A circle that a hand drew: its radius wavers.</summary>
    public static Shape Blob(Random random, float x, float y, float radiusX, float radiusY, float waver, int corners = 9)
    {
        Span<float> coordinates = stackalloc float[corners * 2];
        for (int i = 0; i < corners; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / corners);
            float reach = 1 + (((random.NextSingle() * 2) - 1) * waver);
            coordinates[i * 2] = x + (radiusX * reach * cos);
            coordinates[(i * 2) + 1] = y + (radiusY * reach * sin);
        }

        return Smooth(coordinates);
    }

    /// <summary>A line of even width with round ends and corners.</summary>
    public static Shape Line(float width, params ReadOnlySpan<float> coordinates)
    {
        var shape = new Shape();
        var points = Points(coordinates);
        shape.AddEllipse(points[0].X, points[0].Y, width / 2, width / 2);
        for (int i = 1; i < points.Length; i++)
        {
            var along = points[i] - points[i - 1];
            if (along.LengthSquared() > 0.0001f)
            {
                var across = Vector2.Normalize(new Vector2(-along.Y, along.X)) * (width / 2);
                shape.Add([points[i - 1] - across, points[i] - across, points[i] + across, points[i - 1] + across]);
            }

            shape.AddEllipse(points[i].X, points[i].Y, width / 2, width / 2);
        }

        return shape;
    }

    /// <summary>A line bent once, toward the middle point.</summary>
    public static Shape Bow(float width, float x0, float y0, float bendX, float bendY, float x1, float y1)
    {
        Span<float> coordinates = stackalloc float[26];
        for (int i = 0; i <= 12; i++)
        {
            float t = i / 12f;
            float u = 1 - t;
            coordinates[i * 2] = (u * u * x0) + (2 * u * t * bendX) + (t * t * x1);
            coordinates[(i * 2) + 1] = (u * u * y0) + (2 * u * t * bendY) + (t * t * y1);
        }

        return Line(width, coordinates);
    }

    public static Shape Ring(float x, float y, float radius, float width)
    {
        var shape = Circle(x, y, radius + (width / 2));
        var hole = Circle(x, y, radius - (width / 2))._outlines[0];
        Array.Reverse(hole);
        return shape.Add(hole);
    }

    public Shape AddEllipse(float x, float y, float radiusX, float radiusY)
    {
        int corners = Math.Clamp((int)(Math.Max(radiusX, radiusY) * 1.2f), 14, 96);
        var outline = new Vector2[corners];
        for (int i = 0; i < corners; i++)
        {
            var (sin, cos) = MathF.SinCos(i * MathF.Tau / corners);
            outline[i] = new Vector2(x + (radiusX * cos), y + (radiusY * sin));
        }

        return Add(outline);
    }

    public Shape Add(params Vector2[] outline)
    {
        _outlines.Add(outline);
        return this;
    }

    /// <summary>Together with another shape, so that a half-transparent fill does not show where they overlap.</summary>
    public Shape And(Shape other)
    {
        _outlines.AddRange(other._outlines);
        return this;
    }

    private static Vector2[] Points(ReadOnlySpan<float> coordinates)
    {
        var points = new Vector2[coordinates.Length / 2];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new Vector2(coordinates[i * 2], coordinates[(i * 2) + 1]);
        }

        return points;
    }

    private static Vector2 CatmullRom(Vector2 before, Vector2 from, Vector2 to, Vector2 behind, float t)
    {
        float t2 = t * t;
        float t3 = t2 * t;
        return 0.5f * ((2 * from) + ((to - before) * t) + (((2 * before) - (5 * from) + (4 * to) - behind) * t2)
            + (((3 * from) - before - (3 * to) + behind) * t3));
    }
}
