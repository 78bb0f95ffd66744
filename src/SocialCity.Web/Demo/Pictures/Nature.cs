namespace SocialCity.Web.Demo.Pictures;

/// <summary>Trees, bushes, grass and animals. Each stands at its foot.</summary>
internal static class Nature
{
    public static void Shadow(Canvas canvas, float x, float y, float width, float height) =>
        canvas.Fade(x, y, width, height, Palette.Night, 0.38f);

    public static void Tree(Canvas canvas, Random random, float x, float y, float scale, Ink? crown = null) => canvas.At(x, y, scale, () =>
    {
        var leaf = crown ?? (random.Next(3) switch { 0 => Palette.Leaf, 1 => Palette.Forest, _ => Palette.Leaf.Toward(Palette.Forest, 0.5f) });
        Shadow(canvas, 14, 2, 74, 13);
        canvas.Fill(Shape.Polygon(-7, 0, 9, 0, 5, -92, -4, -92), Palette.Bark.Down(Palette.Bark.Darker(0.25f), -92, 0));
        canvas.Fill(Shape.Bow(5, 1, -60, 14, -72, 26, -96), Palette.Bark.Darker(0.12f));
        canvas.Fill(Shape.Bow(4, 0, -52, -10, -66, -24, -84), Palette.Bark.Darker(0.12f));
        Crown(canvas, random, leaf, 0, -128);
    });

    /// <summary>A round mass of leaves: dark below, light where the sun stands.</summary>
    public static void Crown(Canvas canvas, Random random, Ink leaf, float x, float y)
    {
        var dark = leaf.Darker(0.2f);
        canvas.Fill(
            Shape.Blob(random, x + 6, y + 12, 62, 46, 0.07f).And(Shape.Blob(random, x - 34, y + 14, 36, 32, 0.08f)).And(Shape.Blob(random, x + 42, y + 14, 34, 32, 0.08f)),
            dark);
        canvas.Fill(
            Shape.Blob(random, x - 4, y - 14, 54, 44, 0.07f).And(Shape.Blob(random, x - 36, y + 4, 32, 28, 0.08f)).And(Shape.Blob(random, x + 34, y + 2, 32, 28, 0.08f)),
            leaf);
        float light = leaf.G / 600f; // little at night
        canvas.Fill(Shape.Blob(random, x - 20, y - 28, 26, 20, 0.1f), leaf.Lighter(light * 0.75f));
        canvas.Fill(Shape.Blob(random, x + 20, y - 14, 17, 12, 0.1f), leaf.Lighter(light * 0.45f));
    }

    public static void Pine(Canvas canvas, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        Shadow(canvas, 10, 2, 46, 9);
        canvas.Fill(Shape.Rectangle(-4, -34, 8, 34), Palette.Bark.Darker(0.2f));
        for (int i = 0; i < 3; i++)
        {
            float foot = -24 - (i * 36);
            float half = 46 - (i * 11);
            canvas.Fill(Shape.Polygon(-half, foot, half, foot, 0, foot - 64), Palette.Pine.Lighter(i * 0.06f));
            canvas.Fill(Shape.Polygon(-half, foot, -half * 0.1f, foot, 0, foot - 64), Palette.Forest.Lighter(0.08f + (i * 0.06f)));
        }
    });

    public static void Bush(Canvas canvas, Random random, float x, float y, float scale, Ink? ink = null) => canvas.At(x, y, scale, () =>
    {
        var leaf = ink ?? Palette.Forest;
        Shadow(canvas, 4, 0, 56, 9);
        canvas.Fill(Shape.Blob(random, -22, -16, 26, 20, 0.08f).And(Shape.Blob(random, 20, -18, 30, 22, 0.08f)), leaf.Darker(0.15f));
        canvas.Fill(Shape.Blob(random, -8, -22, 26, 20, 0.08f).And(Shape.Blob(random, 24, -22, 20, 15, 0.08f)), leaf);
        canvas.Fill(Shape.Blob(random, -14, -28, 12, 8, 0.1f), leaf.Lighter(leaf.G / 700f));
    });

    public static void Grass(Canvas canvas, float x, float y, float scale, Ink ink) => canvas.At(x, y, scale, () =>
    {
        canvas.Fill(Shape.Polygon(-7, 0, -3, 0, -12, -15), ink);
        canvas.Fill(Shape.Polygon(-3, 0, 2, 0, 0, -21), ink.Lighter(0.12f));
        canvas.Fill(Shape.Polygon(2, 0, 6, 0, 12, -14), ink);
    });

    public static void Flower(Canvas canvas, float x, float y, Ink ink)
    {
        canvas.Fill(Shape.Line(1.6f, x, y, x, y - 12), Palette.Forest);
        canvas.Fill(Shape.Circle(x - 3, y - 13, 3).AddEllipse(x + 3, y - 13, 3, 3).AddEllipse(x, y - 17, 3, 3).AddEllipse(x, y - 10, 3, 3), ink);
        canvas.Fill(Shape.Circle(x, y - 13.5f, 2), Palette.Mustard);
    }

    public static void Pigeon(Canvas canvas, float x, float y, float scale, bool mirrored) => canvas.At(x, y, scale, () =>
    {
        Shadow(canvas, 0, 1, 20, 4);
        canvas.Fill(Shape.Line(2, -2, -6, -3, 0).And(Shape.Line(2, 4, -6, 4, 0)), Palette.Coral);
        canvas.Fill(Shape.Smooth(-24, -10, -6, -20, 8, -18, 12, -8, 2, -3, -8, -4), Palette.Slate.Lighter(0.25f));
        canvas.Fill(Shape.Smooth(-18, -11, -6, -17, 4, -14, -2, -8), Palette.Slate);
        canvas.Fill(Shape.Circle(12, -22, 6).And(Shape.Polygon(6, -20, 14, -18, 11, -8, 4, -12)), Palette.Slate.Lighter(0.08f));
        canvas.Fill(Shape.Polygon(17, -23, 23, -20, 17, -19), Palette.Mustard);
        canvas.Fill(Shape.Circle(13.5f, -23, 1.2f), Palette.Night);
    }, mirrored: mirrored);

    public static void Cat(Canvas canvas, float x, float y, float scale, Ink ink, bool mirrored = false) => canvas.At(x, y, scale, () =>
    {
        Shadow(canvas, 0, 1, 30, 6);
        canvas.Fill(Shape.Bow(6, 18, -4, 40, -4, 32, -28), ink.Darker(0.1f));
        canvas.Fill(Shape.Smooth(-14, 0, -14, -24, -4, -36, 10, -28, 20, -8, 20, 0), ink);
        canvas.Fill(Shape.Circle(-8, -42, 13).And(Shape.Polygon(-20, -46, -18, -60, -9, -53)).And(Shape.Polygon(-7, -53, 3, -60, 4, -46)), ink);
        canvas.Fill(Shape.Smooth(-14, -4, -14, -20, -6, -26, 0, -12, -4, -2), Palette.Cream);
        canvas.Fill(Shape.Circle(-13, -43, 1.8f).AddEllipse(-4, -43, 1.8f, 1.8f), Palette.Night);
        canvas.Fill(Shape.Polygon(-10, -39, -7, -39, -8.5f, -37), Palette.Coral);
    }, mirrored: mirrored);

    public static void Duck(Canvas canvas, float x, float y, float scale, Ink head, bool mirrored = false) => canvas.At(x, y, scale, () =>
    {
        canvas.Fill(Shape.Ellipse(0, 4, 30, 4), Ink.White.At(0.35f));
        canvas.Fill(Shape.Smooth(-26, -12, -12, -12, 4, -16, 18, -10, 16, 2, -14, 3), Palette.Cream.Darker(0.04f));
        canvas.Fill(Shape.Smooth(-18, -10, 0, -14, 8, -6, -8, -1), Palette.Wood);
        canvas.Fill(Shape.Circle(16, -22, 8).And(Shape.Polygon(10, -20, 20, -16, 18, -6, 10, -8)), head);
        canvas.Fill(Shape.Polygon(23, -24, 33, -20, 23, -18), Palette.Mustard);
        canvas.Fill(Shape.Circle(18, -24, 1.5f), Palette.Night);
    }, mirrored: mirrored);
}
