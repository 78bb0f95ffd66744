namespace SocialCity.Web.Demo.Pictures;

internal enum Pose
{
    Standing,
    Walking,
    HandsOnHips,
    Pointing,
    Waving,
    CoveringEars,
    TakingPhoto,
    Carrying,

    /// <summary>Carrying, and up to the knees in water.</summary>
    Wading,
}

/// <summary>How somebody looks.</summary>
internal sealed record Look(Ink Shirt, Ink Trousers, Ink Hair, Ink Skin, bool LongHair)
{
    private static readonly Ink[] AllTrousers = [Palette.Navy, Palette.Slate, Ink.Of(0x6B5B54), Ink.Of(0x49566B), Palette.Stone.Darker(0.2f)];

    public static Look Of(Random random) => new(
        Palette.Accents[random.Next(Palette.Accents.Length)],
        AllTrousers[random.Next(AllTrousers.Length)],
        Palette.Hairs[random.Next(Palette.Hairs.Length)],
        Palette.Skins[random.Next(Palette.Skins.Length)],
        random.Next(2) == 0);

    public static Look OfChild(Random random) => Of(random) with { Hair = Palette.Hairs[random.Next(3)] };
}

/// <summary>People, about 124 high at full size, with their feet at 0, 0 and looking to the right.</summary>
internal static class People
{
    public static void Person(Canvas canvas, float x, float y, float scale, Look look, Pose pose, bool mirrored = false) => canvas.At(x, y, scale, () =>
    {
        Legs(canvas, look, pose);
        if (look.LongHair)
        {
            canvas.Fill(Shape.Smooth(-15, -110, 0, -124, 12, -112, 8, -96, -2, -84, -16, -86), look.Hair);
        }

        canvas.Fill(Shape.Rectangle(-4, -98, 9, 12), look.Skin.Darker(0.08f));
        canvas.Fill(Shape.Smooth(-15, -86, -8, -92, 8, -92, 16, -86, 16, -62, 15, -46, -14, -46, -15, -64), look.Shirt);
        canvas.Fill(Shape.Smooth(-15, -86, -10, -91, -6, -72, -6, -46, -14, -46, -15, -64), look.Shirt.Darker(0.13f));
        Head(canvas, look, 1, -107);
        Arm(canvas, look, pose, far: false);
    }, mirrored: mirrored);

    public static void Child(Canvas canvas, float x, float y, float scale, Look look, bool mirrored = false, bool satchel = true, Ink? hat = null) =>
        canvas.At(x, y, scale, () =>
        {
            Nature.Shadow(canvas, 5, 1, 26, 6);
            canvas.Fill(Shape.Line(9, -4, -30, -9, -6), look.Skin.Darker(0.1f));
            canvas.Fill(Shape.Rounded(-16, -6, 15, 7, 3), Palette.Cream);
            canvas.Fill(Shape.Line(9, 4, -30, 9, -6), look.Skin);
            canvas.Fill(Shape.Rounded(4, -6, 15, 7, 3), Palette.Cream);
            if (satchel)
            {
                canvas.Fill(Shape.Rounded(-24, -62, 18, 28, 6), Palette.Coral.Darker(0.08f));
                canvas.Fill(Shape.Rounded(-24, -50, 14, 14, 4), Palette.Coral.Lighter(0.15f));
            }

            canvas.Fill(Shape.Rounded(-12, -38, 25, 16, 5), look.Trousers);
            canvas.Fill(Shape.Smooth(-12, -60, 0, -66, 13, -60, 14, -34, -12, -34), look.Shirt);
            canvas.Fill(Shape.Bow(7, 4, -56, 16, -50, 20, -40), look.Shirt.Darker(0.15f));
            canvas.Fill(Shape.Circle(20, -38, 4), look.Skin);
            Head(canvas, look with { LongHair = false }, 1, -77);
            if (hat is { } cap)
            {
                canvas.Fill(Shape.Smooth(-14, -82, -10, -96, 4, -98, 14, -90, 15, -82), cap);
                canvas.Fill(Shape.Rounded(6, -85, 18, 5, 2.5f), cap.Darker(0.15f));
            }
        }, mirrored: mirrored);

    /// <summary>From the waist up, behind a table or a stall.</summary>
    public static void Bust(Canvas canvas, float x, float y, float scale, Look look, bool mirrored = false, Ink? apron = null) => canvas.At(x, y, scale, () =>
    {
        if (look.LongHair)
        {
            canvas.Fill(Shape.Smooth(-16, -68, 0, -82, 14, -70, 12, -46, -2, -40, -18, -44), look.Hair);
        }

        canvas.Fill(Shape.Rectangle(-4, -56, 9, 12), look.Skin.Darker(0.08f));
        canvas.Fill(Shape.Smooth(-20, -40, -8, -49, 9, -49, 21, -40, 23, -14, 22, 6, -22, 6, -23, -14), look.Shirt);
        canvas.Fill(Shape.Smooth(-20, -40, -12, -46, -10, -20, -11, 6, -22, 6, -23, -14), look.Shirt.Darker(0.13f));
        if (apron is { } cloth)
        {
            canvas.Fill(Shape.Rounded(-11, -32, 24, 40, 4), cloth);
            canvas.Fill(Shape.Line(2.5f, -10, -31, -6, -47).And(Shape.Line(2.5f, 12, -31, 8, -47)), cloth);
        }

        Head(canvas, look, 1, -65);
    }, mirrored: mirrored);

    /// <summary>Somebody sitting on the floor or on a low seat, with an open book.</summary>
    public static void Reader(Canvas canvas, float x, float y, float scale, Look look, Ink book, bool mirrored = false) => canvas.At(x, y, scale, () =>
    {
        Nature.Shadow(canvas, 4, 0, 52, 9);
        canvas.Fill(Shape.Smooth(-18, -52, 0, -58, 14, -50, 16, -14, -16, -12), look.Shirt);
        canvas.Fill(Shape.Smooth(-18, -52, -10, -56, -8, -30, -8, -14, -16, -12), look.Shirt.Darker(0.13f));
        canvas.Fill(Shape.Line(15, -4, -10, 30, -24, 46, -6), look.Trousers);
        canvas.Fill(Shape.Line(13, -6, -6, 22, -6), look.Trousers.Darker(0.18f));
        canvas.Fill(Shape.Rounded(40, -10, 20, 10, 5), Palette.Cream);
        Head(canvas, look, 0, -72);
        canvas.Fill(Shape.Polygon(14, -40, 34, -50, 34, -28, 16, -20), book);
        canvas.Fill(Shape.Polygon(34, -50, 50, -44, 50, -23, 34, -28), book.Lighter(0.25f));
        canvas.Fill(Shape.Bow(8, 8, -46, 14, -30, 24, -30), look.Shirt.Darker(0.12f));
        canvas.Fill(Shape.Circle(25, -30, 4.5f), look.Skin);
    }, mirrored: mirrored);

    private static void Legs(Canvas canvas, Look look, Pose pose)
    {
        if (pose == Pose.Wading)
        {
            canvas.Fill(Shape.Rectangle(-11, -54, 11, 30), look.Trousers.Darker(0.22f));
            Arm(canvas, look, pose, far: true);
            canvas.Fill(Shape.Rectangle(2, -54, 12, 30), look.Trousers);
            return;
        }

        Nature.Shadow(canvas, 6, 1, 34, 8);
        float stride = pose == Pose.Walking ? 12 : 3;
        var shoe = Palette.Night.Lighter(0.1f);
        canvas.Fill(Shape.Line(11, -5, -52, -5 - stride, -7), look.Trousers.Darker(0.22f));
        canvas.Fill(Shape.Rounded(-13 - stride, -7, 19, 8, 4), shoe);
        Arm(canvas, look, pose, far: true);
        canvas.Fill(Shape.Line(12, 5, -52, 6 + stride, -7), look.Trousers);
        canvas.Fill(Shape.Rounded(stride, -7, 19, 8, 4), shoe.Lighter(0.1f));
    }

    private static void Head(Canvas canvas, Look look, float x, float y)
    {
        canvas.Fill(Shape.Circle(x, y, 13), look.Skin);
        canvas.Fill(Shape.Circle(x - 5, y + 2, 3), look.Skin.Darker(0.07f));
        canvas.Fill(
            Shape.Smooth(x - 14, y + 3, x - 14, y - 9, x - 4, y - 17, x + 8, y - 15, x + 14, y - 5, x + 6, y - 7, x - 3, y - 5, x - 8, y + 3, x - 11, y + 7),
            look.Hair);
        canvas.Fill(Shape.Circle(x + 7, y + 1, 1.5f), Palette.Night);
        canvas.Fill(Shape.Circle(x + 4, y + 5, 2.6f), Palette.Coral.At(0.3f));
    }

    private static void Arm(Canvas canvas, Look look, Pose pose, bool far)
    {
        var sleeve = far ? look.Shirt.Darker(0.25f) : look.Shirt.Darker(0.1f);
        var skin = far ? look.Skin.Darker(0.08f) : look.Skin;
        float shoulder = far ? 8 : -8;
        var (elbowX, elbowY, handX, handY) = pose switch
        {
            Pose.Walking => far ? (18f, -68f, 22f, -52f) : (-16f, -66f, -14f, -48f),
            Pose.HandsOnHips => far ? (28f, -70f, 14f, -54f) : (-28f, -70f, -13f, -54f),
            Pose.Pointing => far ? (26f, -80f, 46f, -84f) : (-14f, -66f, -10f, -48f),
            Pose.Waving => far ? (26f, -92f, 32f, -114f) : (-14f, -66f, -12f, -48f),
            Pose.CoveringEars => far ? (26f, -90f, 13f, -106f) : (-26f, -90f, -11f, -106f),
            Pose.TakingPhoto => far ? (18f, -76f, 30f, -92f) : (6f, -72f, 28f, -90f),
            Pose.Carrying or Pose.Wading => far ? (18f, -68f, 26f, -64f) : (-2f, -66f, 22f, -62f),
            _ => far ? (14f, -68f, 12f, -50f) : (-14f, -68f, -12f, -50f),
        };
        canvas.Fill(Shape.Line(9, shoulder, -85, elbowX, elbowY, handX, handY), sleeve);
        canvas.Fill(Shape.Circle(handX, handY, 5), skin);
        if (pose == Pose.TakingPhoto && !far)
        {
            canvas.Fill(Shape.Rounded(28, -102, 8, 16, 2), Palette.Night);
        }
    }
}
