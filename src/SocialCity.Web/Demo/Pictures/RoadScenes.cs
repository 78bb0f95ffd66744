namespace SocialCity.Web.Demo.Pictures;

/// <summary>What is wrong with the ground people walk and drive on.</summary>
internal static class RoadScenes
{
    public static void Pothole(Canvas canvas, Random random)
    {
        Avenue.Draw(canvas, random, Mood.OfDay(random));
        Avenue.Trees(canvas, random, 3.9f, nearest: 8);
        Avenue.Walker(canvas, random, -3.4f, 9);
        Avenue.Car(canvas, -1.3f, 13, Palette.Accents[random.Next(3)]);
        Town.Speckle(canvas, random, 60, 430, 840, 200);
        Hole(canvas, random, 560, 530, 1);
        Crumbs(canvas, random, 560, 530, 210, 62, 26);
        Town.Cone(canvas, 318, 566, 1.45f);
        Town.Cone(canvas, 806, 548, 1.35f);
    }

    public static void CrackedPavement(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        Backdrop.Open(canvas, mood, random, Avenue.Horizon + 4);
        canvas.Fill(Shape.Rectangle(0, Avenue.Horizon, 960, 330), Palette.Lawn.Down(Palette.Lawn.Lighter(0.12f), Avenue.Horizon, 640));
        canvas.Fill(Avenue.Ground(-9, -2.9f, 2, 80), Palette.Asphalt.Lighter(0.1f).Down(Palette.AsphaltNear, Avenue.Horizon, 640));
        canvas.Fill(Avenue.Ground(-2.95f, -2.6f, 2, 80), Palette.Cream);
        canvas.Fill(Avenue.Ground(-2.6f, 2.4f, 2, 80), Palette.Sand.Lighter(0.2f));
        Blocks(canvas, random);
        for (float away = 26; away >= 5; away *= 0.7f)
        {
            var foot = Avenue.Spot(3.4f, 0, away);
            Nature.Tree(canvas, random, foot.X, foot.Y, 4.6f * Avenue.Scale(away) / 178);
        }

        Avenue.Walker(canvas, random, 1.3f, 8.5f);
        Avenue.Walker(canvas, random, -0.6f, 12, mirrored: true);
        Avenue.Car(canvas, -4.6f, 12, Palette.Sky);
        Heave(canvas, random);
    }

    public static void FloodedStreet(Canvas canvas, Random random)
    {
        Avenue.Draw(canvas, random, Mood.Overcast);
        var water = Ink.Of(0x8FA5A8);
        canvas.Fill(Avenue.Ground(-5.5f, 5.5f, 2, 60), water.Lighter(0.28f).Down(water.Darker(0.08f), Avenue.Horizon, 640, 0.93f));
        foreach (float side in (ReadOnlySpan<float>)[-1, 1])
        {
            canvas.Fill(Avenue.Flat(new(side * 5.6f, 0, 3.6f), new(side * 5.6f, 0, 40), new(side * 3.2f, 0, 40), new(side * 3.9f, 0, 3.6f)), Palette.Slate.At(0.2f));
        }

        Avenue.Car(canvas, 1.2f, 7.2f, Palette.Coral);
        Ripple(canvas, 1.2f, 7.2f, 1.7f, water);
        Avenue.Car(canvas, -1.5f, 15, Palette.Mustard);
        Ripple(canvas, -1.5f, 15, 1.7f, water);
        Bin(canvas, 690, 520);
        Umbrella(canvas, random, 262, 566, 1.62f);
        for (int i = 0; i < 26; i++)
        {
            float depth = random.NextSingle();
            float x = random.NextSingle() * 960;
            float y = 360 + (depth * 270);
            canvas.Fill(Shape.Ellipse(x, y, 14 + (depth * 46), 1.2f + (depth * 2.2f)), Ink.White.At(0.3f));
        }

        for (int i = 0; i < 150; i++)
        {
            float x = random.NextSingle() * 1000;
            float y = random.NextSingle() * 620;
            float length = 14 + (random.NextSingle() * 22);
            canvas.Fill(Shape.Line(1.5f, x, y, x - (length * 0.28f), y + length), Ink.White.At(0.42f));
        }
    }

    public static void FadedCrosswalk(Canvas canvas, Random random)
    {
        Town.SideStreet(canvas, random, Mood.OfDay(random));
        Town.Crosswalk(canvas, 310, 610, 0.34f);
        for (int i = 0; i < 58; i++)
        {
            float y = 502 + (random.NextSingle() * 138);
            float spread = (y - 466) * 0.42f;
            float x = 310 - spread + (random.NextSingle() * (300 + (2 * spread)));
            canvas.Fill(Shape.Blob(random, x, y, 10 + (random.NextSingle() * 26), 3 + (random.NextSingle() * 6), 0.3f), Palette.Asphalt.Toward(Palette.AsphaltNear, (y - 466) / 174));
        }

        Crack(canvas, random, 420, 520, 5);
        Crack(canvas, random, 540, 590, 5);
        Nature.Tree(canvas, random, 96, 440, 1.15f);
        TrafficLight(canvas, 668, 446, red: false);
        SchoolSign(canvas, 236, 446);
        People.Person(canvas, 404, 446, 1.12f, Look.Of(random), Pose.Standing);
        People.Child(canvas, 452, 448, 1.12f, Look.OfChild(random), hat: Palette.Mustard);
        People.Child(canvas, 508, 450, 1.05f, Look.OfChild(random), hat: Palette.Mustard);
        Town.Car(canvas, 852, 566, 1.22f, Palette.Teal, mirrored: true);
    }

    public static void CarOnCrosswalk(Canvas canvas, Random random)
    {
        Town.SideStreet(canvas, random, Mood.OfDay(random));
        Town.Crosswalk(canvas, 250, 730, 0.92f);
        Nature.Tree(canvas, random, 876, 440, 1.1f);
        TrafficLight(canvas, 776, 446, red: false);
        NoParking(canvas, 168, 446);
        Stroller(canvas, 330, 452);
        People.Person(canvas, 286, 450, 1.2f, Look.Of(random), Pose.Carrying);
        People.Person(canvas, 690, 450, 1.2f, Look.Of(random) with { Hair = Palette.Hairs[3] }, Pose.HandsOnHips, mirrored: true);
        Town.Car(canvas, 492, 566, 1.36f, Palette.Coral);
    }

    public static void TrafficLight(Canvas canvas, float x, float y, bool red)
    {
        Nature.Shadow(canvas, x + 4, y, 22, 5);
        canvas.Fill(Shape.Rectangle(x - 4, y - 200, 8, 200), Palette.Slate.Darker(0.2f));
        canvas.Fill(Shape.Rounded(x - 19, y - 214, 38, 74, 8), Palette.Night);
        Lamp(y - 196, Palette.Coral, red);
        Lamp(y - 160, Palette.Leaf, !red);

        void Lamp(float at, Ink ink, bool lit)
        {
            if (lit)
            {
                canvas.Fade(x, at, 40, 40, ink, 0.45f);
            }

            canvas.Fill(Shape.Circle(x, at, 13), lit ? ink : ink.Darker(0.72f));
            canvas.Fill(Shape.Circle(x, at - 6, 3).And(Shape.Line(4, x, at - 1, x, at + 3)).And(Shape.Line(3, x - 3, at + 8, x, at + 3, x + 3, at + 8)), Palette.Cream.At(lit ? 0.95f : 0.2f));
        }
    }

    private static void Hole(Canvas canvas, Random random, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        canvas.Fill(Shape.Blob(random, 0, 0, 196, 62, 0.08f, 13), Palette.AsphaltNear.Darker(0.22f).At(0.7f));
        canvas.Fill(Shape.Blob(random, 0, 2, 168, 50, 0.09f, 13), Palette.Night.Lighter(0.12f));
        canvas.Fill(Shape.Blob(random, 4, 9, 150, 40, 0.08f, 13), Ink.Of(0x7A6C62).Down(Ink.Of(0x9B8873), -26, 50));
        canvas.Fill(Shape.Blob(random, 10, 16, 116, 25, 0.1f, 11), Ink.Of(0x5E7F94).Down(Ink.Of(0xA9CBD8), -8, 42));
        canvas.Fill(Shape.Smooth(-52, 14, -10, 8, 44, 12, 8, 18), Ink.White.At(0.4f));
        for (int i = 0; i < 9; i++)
        {
            var (sin, cos) = MathF.SinCos((i * MathF.Tau / 9) + random.NextSingle());
            CrackFrom(canvas, random, 180 * cos, 56 * sin, cos, sin * 0.36f, 60 + (random.NextSingle() * 60));
        }
    });

    private static void CrackFrom(Canvas canvas, Random random, float x, float y, float acrossStep, float downStep, float length)
    {
        float width = 4.5f;
        for (float gone = 0; gone < length; gone += 18)
        {
            float nextX = x + (acrossStep * 18) + ((random.NextSingle() - 0.5f) * 10);
            float nextY = y + (downStep * 18) + ((random.NextSingle() - 0.5f) * 7);
            canvas.Fill(Shape.Line(width, x, y, nextX, nextY), Palette.Night.At(0.62f));
            (x, y, width) = (nextX, nextY, Math.Max(1, width * 0.76f));
        }
    }

    private static void Crack(Canvas canvas, Random random, float x, float y, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var (sin, cos) = MathF.SinCos(random.NextSingle() * MathF.Tau);
            CrackFrom(canvas, random, x, y, cos, sin * 0.5f, 60);
        }
    }

    private static void Crumbs(Canvas canvas, Random random, float x, float y, float reachX, float reachY, int count)
    {
        for (int i = 0; i < count; i++)
        {
            var (sin, cos) = MathF.SinCos(random.NextSingle() * MathF.Tau);
            float far = 0.9f + (random.NextSingle() * 0.5f);
            float size = 4 + (random.NextSingle() * 9);
            float atX = x + (reachX * cos * far);
            float atY = y + (reachY * sin * far);
            canvas.Fill(Shape.Ellipse(atX + 2, atY + (size * 0.45f), size * 1.1f, size * 0.35f), Palette.Night.At(0.3f));
            canvas.Fill(Shape.Blob(random, atX, atY, size, size * 0.6f, 0.25f, 6), Palette.Slate.Lighter(random.NextSingle() * 0.3f));
        }
    }

    /// <summary>Pavement blocks in two colours, with the yellow guiding line for people who do not see.</summary>
    private static void Blocks(Canvas canvas, Random random)
    {
        for (int row = 0; row < 34; row++)
        {
            float near = 2.2f + (row * 0.5f);
            for (int column = 0; column < 8; column++)
            {
                float left = -2.6f + (column * 0.625f);
                bool guide = column == 3;
                var ink = guide ? Palette.Mustard : (row + column) % 2 == 0 ? Ink.Of(0xDFC9B4) : Ink.Of(0xD0B39E);
                ink = ink.Toward(Palette.Cream, random.NextSingle() * 0.14f);
                canvas.Fill(Avenue.Ground(left + 0.02f, left + 0.605f, near + 0.02f, near + 0.48f), ink);
                if (guide && near < 9)
                {
                    for (int bump = 0; bump < 3; bump++)
                    {
                        float at = left + 0.14f + (bump * 0.17f);
                        canvas.Fill(Avenue.Ground(at, at + 0.07f, near + 0.08f, near + 0.42f), Palette.Mustard.Darker(0.14f));
                    }
                }
            }
        }
    }

    /// <summary>Where a root has lifted the blocks: dark earth, and slabs that stand at all angles.</summary>
    private static void Heave(Canvas canvas, Random random)
    {
        canvas.Fill(Shape.Blob(random, 520, 512, 260, 66, 0.1f, 13), Ink.Of(0x6E5644));
        canvas.Fill(Shape.Blob(random, 528, 518, 228, 50, 0.12f, 13), Ink.Of(0x574437));
        canvas.Fill(Shape.Bow(26, 860, 470, 700, 474, 500, 520).And(Shape.Bow(15, 600, 500, 520, 548, 420, 540)), Palette.Bark);
        canvas.Fill(Shape.Bow(6, 850, 463, 700, 466, 520, 508), Palette.Wood);
        (float X, float Y, float Size, float Turn, bool Guide)[] slabs =
        [
            (330, 508, 1.0f, -9, false), (424, 484, 0.95f, 12, true), (548, 474, 0.9f, -15, false), (664, 500, 1.0f, 10, false),
            (392, 552, 1.15f, 8, true), (520, 540, 1.15f, -12, false), (640, 562, 1.2f, 14, false), (742, 540, 1.05f, -6, false),
        ];
        foreach (var (x, y, size, turn, guide) in slabs)
        {
            canvas.At(x, y, size, () =>
            {
                var top = guide ? Palette.Mustard : random.Next(2) == 0 ? Ink.Of(0xE3CFBB) : Ink.Of(0xD4B8A4);
                canvas.Fade(4, 24, 78, 18, Palette.Night, 0.6f);
                canvas.Fill(Shape.Polygon(-54, 10, 40, 22, 40, 36, -54, 24), top.Darker(0.35f));
                canvas.Fill(Shape.Polygon(40, 22, 62, -12, 62, 0, 40, 36), top.Darker(0.24f));
                canvas.Fill(Shape.Polygon(-54, 10, -26, -22, 62, -12, 40, 22), top);
                if (guide)
                {
                    for (int bar = 0; bar < 3; bar++)
                    {
                        canvas.Fill(Shape.Line(7, -30 + (bar * 24), 6, -10 + (bar * 22), -12), top.Darker(0.14f));
                    }
                }
                else
                {
                    canvas.Fill(Shape.Line(2, -6, -19, 8, -4, -2, 6, 10, 17), top.Darker(0.4f));
                }
            }, turn);
        }

        Crumbs(canvas, random, 520, 520, 250, 70, 22);
        Nature.Grass(canvas, 300, 540, 1.2f, Palette.Forest);
        Nature.Grass(canvas, 716, 500, 1, Palette.Leaf);
        Nature.Grass(canvas, 584, 590, 1.3f, Palette.Forest);
    }

    private static void Ripple(Canvas canvas, float across, float away, float half, Ink water)
    {
        var foot = Avenue.Spot(across, 0, away);
        float scale = Avenue.Scale(away);
        canvas.Fill(Shape.Rectangle(foot.X - (half * scale * 0.75f), foot.Y - (0.42f * scale), half * scale * 1.5f, 0.6f * scale), water.Lighter(0.12f));
        canvas.Fill(Shape.Ellipse(foot.X, foot.Y - (0.42f * scale), half * scale * 0.74f, 0.09f * scale), water.Lighter(0.12f));
        for (int i = 0; i < 3; i++)
        {
            canvas.Fill(Shape.Ellipse(foot.X, foot.Y - ((0.4f - (i * 0.18f)) * scale), half * scale * (0.78f + (i * 0.2f)), 0.035f * scale), Ink.White.At(0.5f - (i * 0.12f)));
        }
    }

    private static void Bin(Canvas canvas, float x, float y) => canvas.At(x, y, 1.2f, () =>
    {
        canvas.Fill(Shape.Ellipse(-2, 4, 62, 8), Ink.White.At(0.45f));
        canvas.Fill(Shape.Polygon(-44, 2, -52, -30, 34, -46, 46, 2), Palette.Teal.Darker(0.1f));
        canvas.Fill(Shape.Smooth(32, -48, 44, -48, 58, -6, 46, 4), Palette.Teal.Darker(0.4f));
    });

    private static void Umbrella(Canvas canvas, Random random, float x, float y, float scale)
    {
        var look = Look.Of(random) with { Shirt = Palette.Mustard, Trousers = Palette.Navy };
        People.Person(canvas, x, y, scale, look, Pose.Wading);
        canvas.At(x, y, scale, () =>
        {
            canvas.Fill(Shape.Ellipse(2, -24, 24, 3.4f), Ink.White.At(0.55f));
            canvas.Fill(Shape.Ellipse(2, -21, 40, 4.4f), Ink.White.At(0.32f));
            canvas.Fill(Shape.Ellipse(2, -17, 58, 5), Ink.White.At(0.2f));
            canvas.Fill(Shape.Line(3, 24, -62, 16, -150), Palette.Slate.Darker(0.4f));
            canvas.Fill(Shape.Smooth(-48, -128, -30, -160, 14, -174, 56, -156, 72, -122, 46, -130, 22, -124, -8, -132), Palette.Coral);
            canvas.Fill(Shape.Smooth(-8, -132, -2, -160, 14, -174, 22, -150, 22, -124), Palette.Coral.Lighter(0.2f));
        });
    }

    private static void SchoolSign(Canvas canvas, float x, float y)
    {
        Nature.Shadow(canvas, x + 4, y, 20, 5);
        canvas.Fill(Shape.Rectangle(x - 3, y - 150, 6, 150), Palette.Slate);
        canvas.Fill(Shape.Polygon(x, y - 214, x + 42, y - 140, x - 42, y - 140), Palette.Coral);
        canvas.Fill(Shape.Polygon(x, y - 198, x + 30, y - 147, x - 30, y - 147), Palette.Mustard.Lighter(0.15f));
        canvas.Fill(Shape.Circle(x - 6, y - 172, 4.5f).And(Shape.Line(6, x - 6, y - 166, x - 6, y - 158)).And(Shape.Line(3.4f, x - 9, y - 150, x - 6, y - 158, x - 2, y - 150)), Palette.Night);
        canvas.Fill(Shape.Circle(x + 7, y - 166, 3.6f).And(Shape.Line(5, x + 7, y - 161, x + 7, y - 156)).And(Shape.Line(3, x + 4, y - 150, x + 7, y - 156, x + 10, y - 150)), Palette.Night);
    }

    private static void NoParking(Canvas canvas, float x, float y)
    {
        Nature.Shadow(canvas, x + 4, y, 20, 5);
        canvas.Fill(Shape.Rectangle(x - 3, y - 160, 6, 160), Palette.Slate);
        canvas.Fill(Shape.Circle(x, y - 172, 32), Palette.Cream);
        canvas.Fill(Shape.Circle(x, y - 172, 29), Palette.Coral);
        canvas.Fill(Shape.Circle(x, y - 172, 21), Palette.Navy.Lighter(0.15f));
        canvas.Fill(Shape.Line(8, x - 16, y - 188, x + 16, y - 156), Palette.Coral);
    }

    private static void Stroller(Canvas canvas, float x, float y) => canvas.At(x, y, 1, () =>
    {
        Nature.Shadow(canvas, 0, 0, 44, 7);
        canvas.Fill(Shape.Line(4, -22, -10, 22, -42).And(Shape.Line(4, 22, -10, -14, -42)).And(Shape.Line(4, -14, -42, -38, -70)), Palette.Slate.Darker(0.3f));
        canvas.Fill(Shape.Smooth(-20, -44, -8, -36, 30, -36, 36, -54, 24, -62, 6, -58), Palette.Teal);
        canvas.Fill(Shape.Smooth(0, -56, 6, -86, 34, -82, 38, -56), Palette.Teal.Darker(0.2f));
        canvas.Fill(Shape.Circle(10, -58, 9), Palette.Skins[0]);
        canvas.Fill(Shape.Ring(-22, -9, 8, 4).And(Shape.Ring(22, -9, 8, 4)), Palette.Night);
    });
}
