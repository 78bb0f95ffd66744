using System.Numerics;

namespace SocialCity.Web.Demo.Pictures;

/// <summary>
/// A street seen along its length. Places are given in metres: across (0 is the middle), up, and away from the viewer, whose
/// eyes are 1.6 above the ground.
/// </summary>
internal static class Avenue
{
    public const float Horizon = 318;

    private const float Eye = 1.6f;
    private const float Focus = 500;

    /// <summary>Beyond, windows and stripes are but noise.</summary>
    private const float Detailed = 13;

    public static Vector2 Spot(float across, float up, float away) =>
        new(480 + (across * Focus / away), Horizon + ((Eye - up) * Focus / away));

    /// <summary>Pixels to the metre at a distance.</summary>
    public static float Scale(float away) => Focus / away;

    public static Shape Flat(params ReadOnlySpan<Vector3> corners)
    {
        var outline = new Vector2[corners.Length];
        for (int i = 0; i < corners.Length; i++)
        {
            outline[i] = Spot(corners[i].X, corners[i].Y, corners[i].Z);
        }

        return new Shape().Add(outline);
    }

    /// <summary>A rectangle on the ground.</summary>
    public static Shape Ground(float left, float right, float near, float far) =>
        Flat(new(left, 0, near), new(right, 0, near), new(right, 0, far), new(left, 0, far));

    /// <summary>An upright rectangle along the street.</summary>
    public static Shape Wall(float across, float low, float high, float near, float far) =>
        Flat(new(across, low, near), new(across, high, near), new(across, high, far), new(across, low, far));

    public static void Draw(Canvas canvas, Random random, Mood mood, bool houses = true, float roadHalf = 2.7f)
    {
        Backdrop.Open(canvas, mood, random, Horizon + 4);
        canvas.Fill(Shape.Rectangle(0, Horizon, 960, 640 - Horizon), Palette.Stone.Down(Palette.Sand.Lighter(0.2f), Horizon, 640));
        Paving(canvas, roadHalf);
        canvas.Fill(Ground(-roadHalf, roadHalf, 2, 90), Palette.Asphalt.Lighter(0.18f).Down(Palette.AsphaltNear, Horizon, 640));
        foreach (float side in (ReadOnlySpan<float>)[-1, 1])
        {
            canvas.Fill(Ground(side * roadHalf, side * (roadHalf + 0.2f), 2, 90), Palette.Cream);
            canvas.Fill(Wall(side * roadHalf, -0.14f, 0, 2, 60), Palette.Stone.Darker(0.25f));
            canvas.Fill(Ground(side * (roadHalf - 0.35f), side * (roadHalf - 0.26f), 2, 60), Palette.Mustard.At(0.85f));
        }

        for (float away = 2.2f; away < 50; away += 3.6f)
        {
            canvas.Fill(Ground(-0.07f, 0.07f, away, away + 1.9f), Palette.Cream.At(0.85f));
        }

        if (houses)
        {
            Houses(canvas, random, -1);
            Houses(canvas, random, 1);
        }
    }

    public static void Trees(Canvas canvas, Random random, float across, Ink? crown = null, float nearest = 6.5f, float height = 4.6f)
    {
        for (float away = 34; away >= nearest; away *= 0.72f)
        {
            foreach (float side in (ReadOnlySpan<float>)[-1, 1])
            {
                var foot = Spot(side * across, 0, away);
                Nature.Tree(canvas, random, foot.X, foot.Y, height * Scale(away) / 178, crown);
            }
        }
    }

    public static void Walker(Canvas canvas, Random random, float across, float away, Pose pose = Pose.Walking, bool mirrored = false)
    {
        var foot = Spot(across, 0, away);
        People.Person(canvas, foot.X, foot.Y, 1.65f * Scale(away) / 122, Look.Of(random), pose, mirrored);
    }

    /// <summary>A car coming toward the viewer.</summary>
    public static void Car(Canvas canvas, float across, float away, Ink body)
    {
        var foot = Spot(across, 0, away);
        canvas.At(foot.X, foot.Y, Scale(away) / 100, () =>
        {
            canvas.Fade(0, 2, 125, 18, Palette.Night, 0.7f);
            canvas.Fill(Shape.Rounded(-82, -26, 30, 28, 6).And(Shape.Rounded(52, -26, 30, 28, 6)), Palette.Night.Darker(0.2f));
            canvas.Fill(Shape.Smooth(-66, -84, -54, -136, 0, -144, 54, -136, 66, -84), body);
            var glass = Ink.Of(0xBFDCE4);
            canvas.Fill(Shape.Smooth(-56, -88, -46, -126, 0, -132, 46, -126, 56, -88, 0, -84), glass.Lighter(0.3f).Down(glass.Darker(0.15f), -132, -86));
            canvas.Fill(Shape.Rounded(-88, -92, 176, 74, 20), body.Lighter(0.1f).Down(body.Darker(0.25f), -92, -18));
            canvas.Fill(Shape.Rounded(-40, -54, 80, 20, 6), Palette.Night.At(0.55f));
            canvas.Fill(Shape.Ellipse(-62, -56, 17, 11).And(Shape.Ellipse(62, -56, 17, 11)), Palette.Cream);
            canvas.Fill(Shape.Rounded(-84, -30, 168, 12, 5), Palette.Slate.Darker(0.3f));
            canvas.Fill(Shape.Rounded(-102, -100, 22, 12, 5).And(Shape.Rounded(80, -100, 22, 12, 5)), body.Darker(0.15f));
        });
    }

    private static void Paving(Canvas canvas, float from)
    {
        var joint = Palette.Stone.Darker(0.12f).At(0.5f);
        for (float away = 2.2f; away < 16; away *= 1.16f)
        {
            float y = Spot(0, 0, away).Y;
            canvas.Fill(Shape.Rectangle(0, y, 960, Math.Max(0.8f, 4 / away)), joint);
        }

        for (float across = from + 0.9f; across < 8; across += 0.9f)
        {
            foreach (float side in (ReadOnlySpan<float>)[-1, 1])
            {
                canvas.Fill(Ground(side * across, (side * across) + 0.03f, 2, 40), joint);
            }
        }
    }

    private static void Houses(Canvas canvas, Random random, float side)
    {
        const float Across = 5.6f;
        Ink[] walls = [Palette.Cream, Ink.Of(0xF3D9C6), Ink.Of(0xDDE7E3), Palette.Brick.Lighter(0.3f), Palette.Mist, Palette.Sand];
        List<(float Near, float Far, float Height, Ink Wall, Ink Accent)> houses = [];
        for (float away = 3.6f; away < 44;)
        {
            float length = 4 + (random.NextSingle() * 3);
            houses.Add((away, away + length, 5.4f + (random.NextSingle() * 4.5f), walls[random.Next(walls.Length)], Palette.Accents[random.Next(Palette.Accents.Length)]));
            away += length;
        }

        houses.Reverse();
        foreach (var (near, far, height, paint, accent) in houses)
        {
            float haze = Math.Clamp((near - 6) / 46, 0, 0.65f);
            var wall = (side < 0 ? paint : paint.Darker(0.13f)).Toward(Palette.Cloud, haze);
            float x = side * Across;
            canvas.Fill(Wall(x, 0, height, near, far), wall);
            canvas.Fill(Flat(new(x, height, near), new(x, height, far), new(x - (side * 0.25f), height + 0.2f, far), new(x - (side * 0.25f), height + 0.2f, near)), wall.Darker(0.2f));
            canvas.Fill(Wall(x, 0, height, far - 0.12f, far), wall.Darker(0.12f));
            var glass = Ink.Of(0x9FC4D2).Toward(Palette.Cloud, haze);
            for (float up = 3.9f; up < height - 1; up += 1.7f)
            {
                for (float away = near + 0.5f; away < Math.Min(far - 0.9f, Detailed); away += 1.35f)
                {
                    canvas.Fill(Wall(x, up - 0.07f, up + 1.07f, away - 0.07f, away + 0.87f), wall.Lighter(0.5f));
                    canvas.Fill(Wall(x, up, up + 1, away, away + 0.8f), glass);
                }
            }

            canvas.Fill(Wall(x, 0.5f, 2.3f, near + 0.4f, far - 1.5f), glass.Lighter(0.2f));
            canvas.Fill(Wall(x, 0, 2.2f, far - 1.3f, far - 0.5f), accent.Darker(0.3f).Toward(Palette.Cloud, haze));
            canvas.Fill(Wall(x, 2.9f, 3.55f, near + 0.3f, far - 0.3f), accent.Toward(Palette.Cloud, haze));
            Awning(canvas, x, side, near + 0.3f, far - 0.3f, accent, haze);
        }
    }

    private static void Awning(Canvas canvas, float x, float side, float near, float far, Ink accent, float haze)
    {
        float edge = x - (side * 0.95f);
        int stripes = near > Detailed ? 1 : near > 9 ? 4 : 8;
        float each = (far - near) / stripes;
        for (int i = stripes - 1; i >= 0; i--)
        {
            var ink = (i % 2 == 0 ? accent : Palette.Cream).Toward(Palette.Cloud, haze);
            float from = near + (i * each);
            canvas.Fill(Flat(new(x, 2.85f, from), new(x, 2.85f, from + each), new(edge, 2.4f, from + each), new(edge, 2.4f, from)), ink);
            canvas.Fill(Wall(edge, 2.22f, 2.42f, from, from + each), ink.Darker(0.1f));
        }
    }
}
