using System.Numerics;

namespace SocialCity.Web.Demo.Pictures;

/// <summary>
/// A sheet of pixels and a pen. Edges are smoothed by the exact share of each pixel that a shape covers: every edge adds its signed area to a
/// row of differences, which is summed from the left.
/// </summary>
internal sealed class Canvas(int width, int height)
{
    /// <summary>An edge looks as smooth with this many shades as with all, and edges that are alike pack well.</summary>
    private const int EdgeSteps = 8;

    private readonly byte[] _pixels = new byte[width * height * 3];
    private float[] _areas = [];
    private Matrix3x2 _place = Matrix3x2.Identity;

    public int Width => width;

    public int Height => height;

    /// <summary>Three bytes a pixel, row by row.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>Draws at another place: what was at 0, 0 comes to x, y, larger or turned.</summary>
    public void At(float x, float y, float scale, Action draw, float degrees = 0, bool mirrored = false)
    {
        var before = _place;
        _place = Matrix3x2.CreateScale(mirrored ? -scale : scale, scale) * Matrix3x2.CreateRotation(degrees * MathF.PI / 180)
            * Matrix3x2.CreateTranslation(x, y) * before;
        draw();
        _place = before;
    }

    public void Fill(Shape shape, Paint paint)
    {
        var outlines = shape.Outlines.Select(outline => Array.ConvertAll(outline, point => Vector2.Transform(point, _place))).ToList();
        var low = new Vector2(float.MaxValue);
        var high = new Vector2(float.MinValue);
        foreach (var point in outlines.SelectMany(outline => outline))
        {
            low = Vector2.Min(low, point);
            high = Vector2.Max(high, point);
        }

        int left = Math.Max(0, (int)MathF.Floor(low.X));
        int top = Math.Max(0, (int)MathF.Floor(low.Y));
        int right = Math.Min(width, (int)MathF.Ceiling(high.X));
        int bottom = Math.Min(height, (int)MathF.Ceiling(high.Y));
        if (left >= right || top >= bottom)
        {
            return;
        }

        var box = new Box(left, top, right - left, bottom - top);
        int size = (box.Width + 2) * box.Height;
        if (_areas.Length < size)
        {
            _areas = new float[size];
        }

        var areas = _areas.AsSpan(0, size);
        areas.Clear();
        foreach (var outline in outlines)
        {
            for (int i = 0; i < outline.Length; i++)
            {
                AddEdge(areas, box, outline[i], outline[(i + 1) % outline.Length]);
            }
        }

        Cover(areas, box, paint with
        {
            From = (paint.From * _place.M22) + _place.M32,
            To = (paint.To * _place.M22) + _place.M32,
        });
    }

    /// <summary>
    /// A disc that fades out toward its edge: light, or the soft shadow under a thing. It fades in steps, as print does; a smooth change would
    /// look hardly better and take twice the bytes.
    /// </summary>
    public void Fade(float x, float y, float radiusX, float radiusY, Ink ink, float alpha)
    {
        int steps = Math.Clamp((int)(radiusX * Math.Abs(_place.M11 + _place.M12) / 9), 3, 8);
        for (int step = 0; step < steps; step++)
        {
            float reach = 1 - (0.8f * step / steps);
            Fill(Shape.Ellipse(x, y, radiusX * reach, radiusY * reach), ink.At(alpha * 1.1f / steps));
        }
    }

    public void Mirror()
    {
        for (int row = 0; row < height; row++)
        {
            var line = _pixels.AsSpan(row * width * 3, width * 3);
            line.Reverse(); // turns the order of the colours as well:
            for (int at = 0; at < line.Length; at += 3)
            {
                (line[at], line[at + 2]) = (line[at + 2], line[at]);
            }
        }
    }

    /// <summary>Adds the share of each pixel to the right of an edge, as differences along the row.</summary>
    private static void AddEdge(Span<float> areas, Box box, Vector2 from, Vector2 to)
    {
        if (from.Y == to.Y)
        {
            return;
        }

        float sense = from.Y < to.Y ? 1 : -1;
        var (upper, lower) = sense > 0 ? (from, to) : (to, from);
        float slope = (lower.X - upper.X) / (lower.Y - upper.Y);
        int first = Math.Max(0, (int)MathF.Floor(upper.Y) - box.Top);
        int last = Math.Min(box.Height, (int)MathF.Ceiling(lower.Y) - box.Top);
        for (int row = first; row < last; row++)
        {
            float y0 = Math.Max(upper.Y, row + box.Top);
            float y1 = Math.Min(lower.Y, row + box.Top + 1);
            if (y1 <= y0)
            {
                continue;
            }

            float x0 = Math.Clamp(upper.X + ((y0 - upper.Y) * slope) - box.Left, 0, box.Width);
            float x1 = Math.Clamp(upper.X + ((y1 - upper.Y) * slope) - box.Left, 0, box.Width);
            AddSpan(areas.Slice(row * (box.Width + 2), box.Width + 2), Math.Min(x0, x1), Math.Max(x0, x1), sense * (y1 - y0));
        }
    }

    private static void AddSpan(Span<float> row, float x0, float x1, float amount)
    {
        int first = (int)x0;
        int last = (int)x1;
        if (first == last)
        {
            float inside = first + 1 - ((x0 + x1) / 2);
            row[first] += amount * inside;
            row[first + 1] += amount * (1 - inside);
            return;
        }

        float share = amount / (x1 - x0);
        float head = first + 1 - x0;
        float before = 0.5f * share * head * head;
        row[first] += before;
        for (int column = first + 1; column < last; column++)
        {
            float area = share * (column - x0 + 0.5f);
            row[column] += area - before;
            before = area;
        }

        float tail = x1 - last;
        float end = amount - (0.5f * share * tail * tail);
        row[last] += end - before;
        row[last + 1] += amount - end;
    }

    private void Cover(ReadOnlySpan<float> areas, Box box, Paint paint)
    {
        for (int row = 0; row < box.Height; row++)
        {
            var ink = paint.Row(row + box.Top + 0.5f);
            var differences = areas.Slice(row * (box.Width + 2), box.Width);
            int at = (((row + box.Top) * width) + box.Left) * 3;
            float sum = 0;
            foreach (float difference in differences)
            {
                sum += difference;
                float share = MathF.Round(Math.Min(Math.Abs(sum), 1) * EdgeSteps) / EdgeSteps * paint.Alpha;
                if (share > 0.999f)
                {
                    _pixels[at] = ink.R;
                    _pixels[at + 1] = ink.G;
                    _pixels[at + 2] = ink.B;
                }
                else if (share > 0.002f)
                {
                    Blend(at, ink, share);
                }

                at += 3;
            }
        }
    }

    private void Blend(int at, Ink ink, float share)
    {
        _pixels[at] = Mixed(_pixels[at], ink.R, share);
        _pixels[at + 1] = Mixed(_pixels[at + 1], ink.G, share);
        _pixels[at + 2] = Mixed(_pixels[at + 2], ink.B, share);
    }

    private static byte Mixed(byte below, byte above, float share) => (byte)(below + ((above - below) * share) + 0.5f);

    private readonly record struct Box(int Left, int Top, int Width, int Height);
}
