namespace SocialCity.Web.Demo.Pictures;

/// <summary>What lies behind: sky, hills, the apartment blocks that every Korean town has on its horizon.</summary>
internal static class Backdrop
{
    public static void Open(Canvas canvas, Mood mood, Random random, float horizon)
    {
        Sky(canvas, mood, random, horizon);
        Hills(canvas, mood, random, horizon);
        Apartments(canvas, mood, random, horizon);
    }

    public static void Sky(Canvas canvas, Mood mood, Random random, float horizon)
    {
        canvas.Fill(Shape.Rectangle(0, 0, 960, horizon + 40), mood.SkyTop.Down(mood.SkyBottom, 0, horizon));
        float sunX = 150 + (random.NextSingle() * 200);
        float sunY = 90 + (random.NextSingle() * 50);
        if (mood != Mood.Overcast)
        {
            for (int ring = 3; ring > 0; ring--)
            {
                canvas.Fill(Shape.Circle(sunX, sunY, 38 + (ring * 30)), mood.Sun.At(mood == Mood.Dark ? 0.05f : 0.16f));
            }

            canvas.Fill(Shape.Circle(sunX, sunY, mood == Mood.Dark ? 30 : 38), mood.Sun);
            if (mood == Mood.Dark)
            {
                canvas.Fill(Shape.Circle(sunX - 8, sunY - 6, 6), mood.SkyBottom.At(0.18f));
                canvas.Fill(Shape.Circle(sunX + 9, sunY + 8, 8), mood.SkyBottom.At(0.18f));
                Stars(canvas, random, horizon);
                return;
            }
        }

        for (int i = 0; i < 4; i++)
        {
            float x = (i * 260) + (random.NextSingle() * 150) - 20;
            Cloud(canvas, x, 70 + (random.NextSingle() * 110), 0.55f + (random.NextSingle() * 0.6f), mood);
        }
    }

    public static void Hills(Canvas canvas, Mood mood, Random random, float horizon)
    {
        Ridge(mood.FarHill, 105, 45);
        Ridge(mood.FarHill.Toward(mood.NearHill, 0.55f), 70, 35);

        void Ridge(Ink ink, float rise, float sway)
        {
            Span<float> points = stackalloc float[(9 * 2) + 8];
            points[0] = -160;
            points[1] = horizon + 60;
            for (int i = 0; i < 9; i++)
            {
                points[2 + (i * 2)] = -120 + (i * 150);
                points[3 + (i * 2)] = horizon - rise + (((random.NextSingle() * 2) - 1) * sway);
            }

            points[20] = 1140;
            points[21] = horizon + 60;
            points[22] = 700;
            points[23] = horizon + 70;
            points[24] = 260;
            points[25] = horizon + 70;
            canvas.Fill(Shape.Smooth(points), ink.Down(ink.Lighter(0.3f), horizon - rise - sway, horizon + 10));
        }
    }

    /// <summary>Slabs of flats with a coloured band, lighter the farther they are.</summary>
    public static void Apartments(Canvas canvas, Mood mood, Random random, float ground)
    {
        bool night = mood == Mood.Dark;
        for (float x = -30; x < 960;)
        {
            float width = 54 + (random.NextSingle() * 46);
            float height = 70 + (random.NextSingle() * 95);
            Slab(canvas, random, x, ground, width, height, mood.Town, night);
            x += width + (random.NextSingle() < 0.45f ? 3 : 16 + (random.NextSingle() * 46));
        }
    }

    public static void Cloud(Canvas canvas, float x, float y, float scale, Mood mood) => canvas.At(x, y, scale, () =>
    {
        var cloud = Shape.Rounded(-70, -22, 150, 30, 15)
            .AddEllipse(-28, -22, 34, 30)
            .AddEllipse(18, -32, 40, 36)
            .AddEllipse(52, -16, 26, 22);
        canvas.Fill(cloud, Ink.White.Down(mood.SkyBottom.Lighter(0.4f), -60, 10, mood == Mood.Overcast ? 0.45f : 0.85f));
    });

    private static void Slab(Canvas canvas, Random random, float x, float ground, float width, float height, Ink wall, bool night)
    {
        var side = wall.Darker(night ? 0.25f : 0.12f);
        float top = ground - height;
        canvas.Fill(Shape.Rectangle(x + width, top + 6, 12, height), side);
        canvas.Fill(Shape.Rectangle(x, top, width, height), wall.Down(wall.Lighter(night ? 0.05f : 0.25f), top, ground));
        canvas.Fill(Shape.Rectangle(x + (width * 0.36f), top - 8, width * 0.28f, 8), side);
        var band = Palette.Accents[random.Next(Palette.Accents.Length)].Toward(wall, night ? 0.8f : 0.55f);
        canvas.Fill(Shape.Rectangle(x, top, 7, height), band);
        var pane = wall.Darker(night ? 0.35f : 0.17f);
        for (float y = top + 9; y < ground - 12; y += 12)
        {
            for (float column = x + 13; column < x + width - 10; column += 13)
            {
                bool lit = night && random.NextSingle() < 0.3f;
                canvas.Fill(Shape.Rectangle(column, y, 9, 6), lit ? Palette.Glow.At(0.85f) : pane);
            }
        }
    }

    private static void Stars(Canvas canvas, Random random, float horizon)
    {
        for (int i = 0; i < 70; i++)
        {
            canvas.Fill(
                Shape.Circle(random.NextSingle() * 960, random.NextSingle() * (horizon - 120), 0.7f + random.NextSingle()),
                Ink.White.At(0.25f + (random.NextSingle() * 0.5f)));
        }
    }
}
