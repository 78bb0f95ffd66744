namespace SocialCity.Web.Demo.Pictures;

/// <summary>What is wrong beside the road.</summary>
internal static class StreetScenes
{
    public static void BrokenStreetLamp(Canvas canvas, Random random)
    {
        Backdrop.Open(canvas, Mood.Dark, random, 366);
        var ground = Ink.Of(0x2C4150);
        canvas.Fill(Shape.Rectangle(0, 366, 960, 274), ground.Lighter(0.06f).Down(ground.Darker(0.5f), 366, 640));
        for (int i = 0; i < 9; i++)
        {
            Nature.Crown(canvas, random, Ink.Of(0x2F5560), i * 118, 356);
        }

        canvas.Fill(Shape.Rectangle(0, 366, 960, 22), ground.Lighter(0.03f));
        canvas.Fill(Shape.Polygon(-40, 640, 320, 640, 880, 380, 832, 380, -40, 560), Ink.Of(0x5B6685).Down(Ink.Of(0x404A6A), 380, 640));
        Town.StreetLamp(canvas, 800, 392, 0.5f, lit: true);
        Town.StreetLamp(canvas, 690, 432, 0.72f, lit: true);
        Nature.Bush(canvas, random, 866, 470, 1.1f, Ink.Of(0x2F5B5A));
        Nature.Bush(canvas, random, 600, 596, 1.5f, Ink.Of(0x28504F));
        BentLamp(canvas, 400, 560);
        Nature.Bush(canvas, random, 90, 500, 1.2f, Ink.Of(0x2B4F55));
        canvas.At(206, 598, 1.5f, () =>
        {
            canvas.Fill(Shape.Polygon(30, -92, 180, -30, 230, 8, 120, 16), Palette.Glow.At(0.16f));
            canvas.Fade(150, 6, 76, 14, Palette.Glow, 0.45f);
        });
        People.Person(canvas, 206, 598, 1.5f, Look.Of(random) with { Shirt = Ink.Of(0x5E6FA3), Trousers = Ink.Of(0x27335A), Skin = Ink.Of(0xC79C8E) }, Pose.TakingPhoto);
        canvas.Fade(251, 461, 22, 22, Palette.Glow, 0.9f);
    }

    public static void OverflowingRubbish(Canvas canvas, Random random)
    {
        Town.SideStreet(canvas, random, Mood.OfDay(random), shops: false, kerb: 560);
        BrickWall(canvas, random, Palette.Brick.Lighter(0.38f));
        Town.StreetLamp(canvas, 140, 440, 1.35f);
        canvas.Fade(500, 470, 340, 30, Palette.Night, 0.55f);
        Box(canvas, 690, 462, 104, 78, 0);
        Box(canvas, 712, 386, 76, 56, -5);
        Wheelie(canvas, 360, 462, Palette.Teal);
        Wheelie(canvas, 498, 464, Palette.Forest);
        Bag(canvas, random, 338, 318, 0.75f, Palette.Cream);
        Bag(canvas, random, 400, 306, 0.82f, Palette.Sky);
        Bag(canvas, random, 490, 312, 0.86f, Palette.Blossom);
        Bag(canvas, random, 552, 322, 0.6f, Palette.Cream);
        Bag(canvas, random, 268, 486, 1.15f, Palette.Sky);
        Bag(canvas, random, 612, 494, 1.3f, Palette.Cream);
        Bag(canvas, random, 434, 504, 1.25f, Palette.Slate.Lighter(0.1f));
        Bag(canvas, random, 536, 522, 1.05f, Palette.Blossom);
        Bag(canvas, random, 340, 526, 1.0f, Palette.Cream);
        Bag(canvas, random, 712, 514, 0.9f, Palette.Mustard.Lighter(0.4f));
        Litter(canvas, random);
        Nature.Cat(canvas, 826, 520, 1.25f, Palette.Wood.Lighter(0.15f), mirrored: random.Next(2) == 0);
        for (int i = 0; i < 8; i++)
        {
            float x = 380 + (random.NextSingle() * 240);
            float y = 206 + (random.NextSingle() * 60);
            canvas.Fill(Shape.Ellipse(x, y, 3, 2), Palette.Night);
            canvas.Fill(Shape.Ellipse(x - 2, y - 3, 3, 1.6f), Palette.Slate.At(0.5f));
        }
    }

    public static void GraffitiWall(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        Town.SideStreet(canvas, random, mood, shops: false, kerb: 584);
        for (int i = 0; i < 5; i++)
        {
            Nature.Crown(canvas, random, i % 2 == 0 ? Palette.Leaf : Palette.Forest, 70 + (i * 208), 172);
        }

        canvas.Fill(Shape.Rectangle(0, 190, 960, 208), Palette.Cream.Down(Palette.Sand, 190, 398));
        canvas.Fill(Shape.Rectangle(0, 180, 960, 14), Palette.Stone);
        canvas.Fill(Shape.Rectangle(0, 194, 960, 6), Palette.Night.At(0.12f));
        for (float x = 158; x < 960; x += 240)
        {
            canvas.Fill(Shape.Rectangle(x, 194, 3, 204), Palette.Stone.At(0.7f));
        }

        Spray(canvas, random);
        canvas.Fill(Shape.Rectangle(0, 390, 960, 8), Palette.Stone.Darker(0.1f));
        Nature.Grass(canvas, 60, 400, 1.1f, Palette.Forest);
        Nature.Grass(canvas, 598, 400, 1, Palette.Leaf);
        Nature.Grass(canvas, 902, 400, 1.1f, Palette.Forest);
        Can(canvas, 640, 446, Palette.Coral, 0);
        Can(canvas, 676, 452, Palette.Teal, 86);
        Can(canvas, 446, 450, Palette.Mustard, 0);
        People.Person(canvas, 764, 560, 1.9f, Look.Of(random), Pose.HandsOnHips, mirrored: true);
        People.Person(canvas, 868, 556, 1.85f, Look.Of(random), Pose.Pointing, mirrored: true);
    }

    public static void StraySignboard(Canvas canvas, Random random)
    {
        Town.SideStreet(canvas, random, Mood.OfDay(random), kerb: 578);
        Nature.Tree(canvas, random, 74, 446, 1.25f);
        AirSign(canvas, 314, 466, Palette.Coral, -4);
        AirSign(canvas, 452, 482, Palette.Teal, 11);
        Board(canvas, 592, 512, Palette.Navy, 0);
        Fallen(canvas, 400, 546);
        canvas.Fade(790, 530, 80, 13, Palette.Night, 0.5f);
        WheelChair(canvas, random, 786, 530);
        People.Person(canvas, 886, 506, 1.35f, Look.Of(random), Pose.Standing, mirrored: true);
    }

    public static void NoisyConstruction(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        Backdrop.Open(canvas, mood, random, 420);
        Crane(canvas, 690, 430);
        Skeleton(canvas, 330, 430);
        canvas.Fill(Shape.Rectangle(0, 420, 960, 220), Palette.Stone.Down(Palette.Wood.Lighter(0.4f), 420, 560));
        canvas.Fill(Shape.Blob(random, 560, 452, 170, 46, 0.1f, 12), Palette.Wood.Lighter(0.1f));
        canvas.Fill(Shape.Blob(random, 590, 436, 110, 34, 0.1f, 12), Palette.Wood.Lighter(0.25f));
        Digger(canvas, 450, 486, 1.45f);
        Dust(canvas, random, 640, 430);
        Sound(canvas, 560, 262);
        Fence(canvas, 512);
        canvas.Fill(Shape.Rectangle(0, 580, 960, 60), Palette.Sand.Down(Palette.Sand.Lighter(0.2f), 580, 640));
        canvas.Fill(Shape.Rectangle(0, 580, 960, 5), Palette.Night.At(0.14f));
        People.Person(canvas, 126, 624, 1.75f, Look.Of(random) with { Shirt = Palette.Sky, LongHair = true }, Pose.CoveringEars);
        People.Person(canvas, 276, 618, 1.65f, Look.Of(random) with { Shirt = Palette.Rose }, Pose.CoveringEars, mirrored: true);
        Town.Cone(canvas, 830, 616, 1.2f);
        Town.Cone(canvas, 900, 622, 1.2f);
    }

    private static void BentLamp(Canvas canvas, float x, float y) => canvas.At(x, y, 1.42f, () =>
    {
        canvas.Fade(10, 2, 60, 9, Palette.Night.Darker(0.6f), 0.8f);
        var pole = Ink.Of(0x7785A8);
        var dark = Ink.Of(0x525F85);
        canvas.Fill(Shape.Rounded(-12, -24, 24, 24, 4), dark);
        canvas.Fill(Shape.Polygon(-5, 0, 5, 0, 3.5f, -286, -3.5f, -286), pole);
        canvas.Fill(Shape.Polygon(1, 0, 5, 0, 3.5f, -286, 1, -286), dark);
        canvas.Fill(Shape.Bow(7, 0, -284, 2, -312, 46, -306).And(Shape.Bow(6, 46, -306, 66, -300, 72, -268)), pole);
        canvas.At(74, -262, 1, () =>
        {
            canvas.Fill(Shape.Smooth(-28, 2, -24, -16, 0, -24, 24, -16, 28, 2), pole);
            canvas.Fill(Shape.Polygon(-24, 4, -16, 20, -9, 8, -2, 22, 7, 9, 13, 16, 24, 4), Ink.Of(0xB9C6DD).At(0.75f));
        }, 38);
        canvas.Fill(Shape.Bow(2, 68, -250, 52, -214, 66, -186), Palette.Coral);
        canvas.Fill(Shape.Bow(2, 72, -250, 88, -222, 80, -196), Palette.Mustard);
        canvas.Fill(Shape.Polygon(66, -186, 60, -178, 66, -176, 58, -162, 74, -178, 67, -180, 74, -188), Palette.Glow);
        canvas.Fade(66, -176, 30, 30, Palette.Glow, 0.5f);
        foreach (float at in (ReadOnlySpan<float>)[44, 62, 78, 96, 112])
        {
            canvas.Fill(Shape.Polygon(at, 4, at + 9, -2 + (at % 5), at + 12, 7, at + 3, 9), Ink.Of(0xB9C6DD).At(0.8f));
        }
    });

    private static void BrickWall(Canvas canvas, Random random, Ink brick)
    {
        canvas.Fill(Shape.Rectangle(0, 96, 960, 302), brick.Down(brick.Darker(0.1f), 96, 398));
        for (int row = 0; row < 13; row++)
        {
            float y = 104 + (row * 23);
            canvas.Fill(Shape.Rectangle(0, y + 20, 960, 2), brick.Lighter(0.3f).At(0.8f));
            for (float x = row % 2 == 0 ? 0 : -29; x < 960; x += 58)
            {
                canvas.Fill(Shape.Rectangle(x, y, 2, 20), brick.Lighter(0.3f).At(0.8f));
                if (random.Next(9) == 0)
                {
                    canvas.Fill(Shape.Rectangle(x + 2, y, 56, 20), brick.Darker(0.1f).At(0.6f));
                }
            }
        }

        canvas.Fill(Shape.Rectangle(0, 84, 960, 16), Palette.Stone);
        canvas.Fill(Shape.Rectangle(0, 100, 960, 6), Palette.Night.At(0.14f));
        canvas.Fill(Shape.Rounded(760, 150, 116, 78, 6), Palette.Cream);
        canvas.Fill(Shape.Rounded(766, 156, 104, 66, 4), Palette.Coral);
        for (int i = 0; i < 3; i++)
        {
            canvas.Fill(Shape.Rounded(780, 168 + (i * 16), i == 2 ? 50 : 76, 8, 4), Palette.Cream);
        }
    }

    private static void Wheelie(Canvas canvas, float x, float y, Ink ink)
    {
        canvas.Fill(Shape.Polygon(x - 54, y - 130, x + 54, y - 130, x + 44, y, x - 44, y), ink.Down(ink.Darker(0.25f), y - 130, y));
        canvas.Fill(Shape.Polygon(x - 54, y - 130, x - 34, y - 130, x - 28, y, x - 44, y), ink.Darker(0.16f));
        canvas.Fill(Shape.Rounded(x - 60, y - 138, 120, 14, 5), ink.Darker(0.3f));
        canvas.Fill(Shape.Ring(x + 6, y - 66, 17, 5), Palette.Cream.At(0.85f));
        canvas.Fill(Shape.Polygon(x + 12, y - 88, x + 30, y - 74, x + 10, y - 68), Palette.Cream.At(0.9f));
        canvas.Fill(Shape.Circle(x - 32, y + 2, 9).And(Shape.Circle(x + 32, y + 2, 9)), Palette.Night);
    }

    private static void Bag(Canvas canvas, Random random, float x, float y, float scale, Ink ink) => canvas.At(x, y, scale, () =>
    {
        canvas.Fade(6, 4, 66, 12, Palette.Night, 0.5f);
        canvas.Fill(Shape.Smooth(-50, -4, -54, -36, -30, -66, -8, -76, 14, -76, 36, -62, 54, -32, 48, -2, 0, 4), ink.Lighter(0.06f).Down(ink.Darker(0.22f), -76, 6));
        canvas.Fill(Shape.Smooth(-40, -12, -42, -36, -24, -58, -14, -50, -26, -30, -26, -10), ink.Lighter(0.4f).At(0.7f));
        canvas.Fill(Shape.Bow(2.5f, 4, -70, 14, -50, 10, -24).And(Shape.Bow(2.5f, 12, -70, 30, -50, 34, -26)), ink.Darker(0.25f).At(0.6f));
        canvas.Fill(Shape.Smooth(-12, -74, -28, -94, -14, -100, 2, -84, 16, -102, 30, -92, 14, -74), ink.Darker(0.06f));
        canvas.Fill(Shape.Rounded(-12, -80, 26, 9, 4), random.Next(2) == 0 ? Palette.Coral : ink.Darker(0.3f));
    });

    private static void Box(Canvas canvas, float x, float y, float width, float height, float degrees) => canvas.At(x, y, 1, () =>
    {
        var card = Ink.Of(0xD3A774);
        canvas.Fill(Shape.Rectangle(-width / 2, -height, width, height), card.Down(card.Darker(0.14f), -height, 0));
        canvas.Fill(Shape.Polygon(-width / 2, -height, width / 2, -height, (width / 2) + 16, -height - 16, (-width / 2) - 10, -height - 14), card.Lighter(0.2f));
        canvas.Fill(Shape.Rectangle(-9, -height, 18, height), card.Lighter(0.32f));
        canvas.Fill(Shape.Rounded((width / 2) - 34, -26, 22, 14, 2), card.Darker(0.3f));
    }, degrees);

    private static void Litter(Canvas canvas, Random random)
    {
        for (int i = 0; i < 16; i++)
        {
            float x = 190 + (random.NextSingle() * 620);
            float y = 528 + (random.NextSingle() * 70);
            var ink = Palette.Accents[random.Next(Palette.Accents.Length)].Lighter(0.25f);
            canvas.Fade(x + 2, y + 5, 20, 5, Palette.Night, 0.5f);
            canvas.At(x, y, 1, () => canvas.Fill(random.Next(2) == 0 ? Shape.Rounded(-13, -5, 26, 11, 4) : Shape.Polygon(-10, -7, 11, -5, 8, 8, -12, 5), ink), (random.NextSingle() * 60) - 30);
        }
    }

    private static void Spray(Canvas canvas, Random random)
    {
        canvas.Fill(Shape.Bow(13, 46, 350, 70, 220, 110, 300).And(Shape.Bow(13, 110, 300, 150, 380, 172, 236)).And(Shape.Bow(13, 172, 236, 196, 200, 206, 340)), Palette.Coral.At(0.92f));
        canvas.Fill(Shape.Smooth(282, 262, 300, 236, 326, 250, 350, 232, 374, 258, 356, 300, 326, 336, 294, 302), Palette.Rose);
        canvas.Fill(Shape.Smooth(296, 262, 306, 250, 320, 260, 308, 274), Ink.White.At(0.55f));
        canvas.Fill(Shape.Ring(476, 290, 56, 13), Palette.Teal);
        canvas.Fill(Shape.Circle(458, 276, 8).And(Shape.Circle(496, 276, 8)), Palette.Teal);
        canvas.Fill(Shape.Bow(9, 448, 300, 476, 336, 506, 300), Palette.Teal);
        canvas.Fill(Shape.Line(15, 594, 240, 620, 330, 640, 268, 662, 330, 690, 236), Palette.Navy);
        canvas.Fill(Shape.Line(5, 598, 236, 622, 318, 640, 258, 664, 318, 688, 230), Palette.Sky);
        canvas.Fill(
            Shape.Polygon(806, 220, 820, 262, 864, 262, 829, 288, 842, 330, 806, 304, 770, 330, 783, 288, 748, 262, 792, 262),
            Palette.Mustard);
        canvas.Fill(Shape.Bow(9, 230, 372, 420, 352, 560, 374).And(Shape.Bow(9, 560, 374, 700, 392, 760, 362)), Palette.Leaf);
        (float X, float Y, Ink Ink)[] drips =
        [
            (50, 344, Palette.Coral), (148, 316, Palette.Coral), (206, 336, Palette.Coral), (314, 322, Palette.Rose), (340, 312, Palette.Rose),
            (448, 336, Palette.Teal), (476, 346, Palette.Teal), (506, 334, Palette.Teal), (620, 326, Palette.Navy), (662, 326, Palette.Navy),
            (776, 318, Palette.Mustard), (838, 318, Palette.Mustard), (300, 368, Palette.Leaf), (600, 370, Palette.Leaf), (690, 366, Palette.Leaf),
        ];
        foreach (var (x, y, ink) in drips)
        {
            float length = 12 + (random.NextSingle() * 26);
            canvas.Fill(Shape.Line(4, x, y, x, y + length).And(Shape.Circle(x, y + length, 3.2f)), ink);
        }

        canvas.Fill(Shape.Bow(5, 232, 236, 246, 206, 262, 240).And(Shape.Bow(5, 262, 240, 240, 258, 232, 236)), Palette.Navy);
        canvas.Fill(Shape.Line(6, 392, 224, 412, 246, 400, 250, 420, 276), Palette.Mustard);
        canvas.Fill(Shape.Bow(6, 548, 220, 572, 224, 560, 250).And(Shape.Circle(558, 268, 5)), Palette.Coral);
        canvas.Fill(Shape.Line(6, 890, 330, 920, 350, 898, 362, 930, 376), Palette.Rose);
    }

    private static void Can(Canvas canvas, float x, float y, Ink ink, float degrees) => canvas.At(x, y, 1, () =>
    {
        Nature.Shadow(canvas, 4, 0, 18, 4);
        canvas.Fill(Shape.Rounded(-9, -36, 18, 36, 4), ink);
        canvas.Fill(Shape.Rectangle(-9, -24, 18, 9), Palette.Cream);
        canvas.Fill(Shape.Rounded(-6, -43, 12, 8, 3), Palette.Mist);
        canvas.Fill(Shape.Rectangle(-2, -48, 4, 6), Palette.Slate);
    }, degrees);

    /// <summary>A lit tube of cloth that a fan keeps upright; they block half the pavements of Korea.</summary>
    private static void AirSign(Canvas canvas, float x, float y, Ink ink, float degrees) => canvas.At(x, y, 1, () =>
    {
        canvas.Fade(8, 2, 60, 11, Palette.Night, 0.65f);
        canvas.Fill(Shape.Rounded(-38, -24, 76, 26, 5), Palette.Night.Lighter(0.12f));
        canvas.Fill(Shape.Rounded(-32, -216, 64, 198, 26), ink.Lighter(0.12f).Down(ink.Darker(0.08f), -216, -18));
        canvas.Fill(Shape.Rounded(-26, -208, 13, 184, 7), Ink.White.At(0.3f));
        canvas.Fill(Shape.Circle(0, -180, 19), Palette.Cream);
        canvas.Fill(Shape.Circle(0, -180, 11), ink);
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Rounded(-15, -150 + (i * 23), 30, 15, 4), Palette.Cream.At(0.92f));
        }
    }, degrees);

    private static void Board(Canvas canvas, float x, float y, Ink ink, float degrees) => canvas.At(x, y, 1.15f, () =>
    {
        canvas.Fade(8, 2, 64, 10, Palette.Night, 0.6f);
        canvas.Fill(Shape.Line(6, 34, -104, 52, 0), Palette.Bark);
        canvas.Fill(Shape.Polygon(-42, 0, -34, -112, 36, -112, 44, 0), Palette.Wood);
        canvas.Fill(Shape.Polygon(-34, -10, -28, -104, 30, -104, 36, -10), ink);
        canvas.Fill(Shape.Circle(0, -78, 14), Palette.Cream);
        canvas.Fill(Shape.Bow(3, -6, -78, 0, -70, 6, -78), Palette.Coral);
        for (int i = 0; i < 3; i++)
        {
            canvas.Fill(Shape.Rounded(-21, -52 + (i * 14), i == 1 ? 30 : 42, 6, 3), Palette.Cream.At(0.85f));
        }
    }, degrees);

    private static void Fallen(Canvas canvas, float x, float y)
    {
        canvas.Fade(x, y + 12, 150, 22, Palette.Night, 0.6f);
        canvas.Fill(Shape.Polygon(x - 128, y + 8, x - 86, y - 34, x + 126, y - 26, x + 100, y + 20), Palette.Mustard.Darker(0.3f));
        canvas.Fill(Shape.Polygon(x - 128, y, x - 86, y - 42, x + 126, y - 34, x + 100, y + 12), Palette.Mustard);
        canvas.Fill(Shape.Polygon(x - 106, y - 5, x - 76, y - 34, x - 22, y - 32, x - 46, y - 1), Palette.Cream);
        canvas.Fill(Shape.Line(8, x - 20, y - 24, x + 94, y - 20).And(Shape.Line(8, x - 30, y - 10, x + 60, y - 6)), Palette.Cream);
        canvas.Fill(Shape.Circle(x - 64, y - 18, 9), Palette.Coral);
    }

    private static void WheelChair(Canvas canvas, Random random, float x, float y) => canvas.At(x, y, 1.6f, () =>
    {
        var look = Look.Of(random) with { LongHair = true };
        canvas.Fill(Shape.Line(12, 4, -42, -34, -38, -38, -10), look.Trousers);
        canvas.Fill(Shape.Rounded(-56, -10, 24, 9, 4), Palette.Night);
        People.Bust(canvas, 4, -36, 1, look, mirrored: true);
        canvas.Fill(Shape.Bow(9, 14, -74, -10, -64, -22, -62), look.Shirt.Darker(0.12f));
        canvas.Fill(Shape.Circle(-23, -62, 5), look.Skin);
        var frame = Palette.Slate.Darker(0.35f);
        canvas.Fill(Shape.Line(5, 28, -84, 26, -36, -26, -36, -34, -6, -46, -6), frame);
        canvas.Fill(Shape.Line(5, 28, -82, 40, -86), frame);
        canvas.Fill(Shape.Ring(14, -28, 27, 5), Palette.Night);
        canvas.Fill(Shape.Ring(14, -28, 21, 2), Palette.Mist);
        canvas.Fill(Shape.Circle(14, -28, 5), Palette.Mist);
        canvas.Fill(Shape.Ring(-30, -8, 7, 4), Palette.Night);
    });

    private static void Crane(Canvas canvas, float x, float y)
    {
        var yellow = Palette.Mustard;
        Lattice(x - 13, y, x - 13, 96, 26, vertical: true);
        Lattice(x - 350, 84, x + 176, 84, 22, vertical: false);
        canvas.Fill(Shape.Polygon(x - 9, 84, x + 9, 84, x, 26), yellow.Darker(0.12f));
        canvas.Fill(Shape.Line(2.5f, x, 30, x - 300, 84).And(Shape.Line(2.5f, x, 30, x + 160, 84)), Palette.Slate);
        canvas.Fill(Shape.Rectangle(x + 128, 104, 46, 34), Palette.Slate);
        canvas.Fill(Shape.Rounded(x - 34, 106, 28, 34, 4), Palette.Sky);
        canvas.Fill(Shape.Rectangle(x - 250, 106, 2, 96), Palette.Slate);
        canvas.Fill(Shape.Rectangle(x - 292, 202, 86, 12), Palette.Coral);
        canvas.Fill(Shape.Line(2, x - 249, 186, x - 286, 202).And(Shape.Line(2, x - 249, 186, x - 212, 202)), Palette.Slate);

        void Lattice(float x0, float y0, float x1, float y1, float width, bool vertical)
        {
            float length = vertical ? y0 - y1 : x1 - x0;
            for (float at = 0; at < length; at += width)
            {
                float next = Math.Min(at + width, length);
                canvas.Fill(
                    vertical
                        ? Shape.Line(2.6f, x0, y0 - at, x0 + width, y0 - next, x0, y0 - next)
                        : Shape.Line(2.6f, x0 + at, y0, x0 + next, y0 + width, x0 + next, y0),
                    yellow.Darker(0.1f));
            }

            canvas.Fill(
                vertical
                    ? Shape.Line(4.5f, x0, y0, x1, y1).And(Shape.Line(4.5f, x0 + width, y0, x1 + width, y1))
                    : Shape.Line(4.5f, x0, y0, x1, y1).And(Shape.Line(4.5f, x0, y0 + width, x1, y1 + width)),
                yellow);
        }
    }

    private static void Skeleton(Canvas canvas, float x, float ground)
    {
        var concrete = Palette.Mist.Darker(0.1f);
        for (int floor = 0; floor < 6; floor++)
        {
            float y = ground - (floor * 52);
            if (floor < 3)
            {
                canvas.Fill(Shape.Rectangle(x - 150, y - 52, 300, 52), Palette.Mist.Lighter(0.25f));
                for (int window = 0; window < 5; window++)
                {
                    canvas.Fill(Shape.Rectangle(x - 132 + (window * 56), y - 40, 34, 26), Palette.Slate.Lighter(0.2f));
                }
            }

            for (int column = 0; column < 6; column++)
            {
                canvas.Fill(Shape.Rectangle(x - 152 + (column * 59), y - 52, 10, 52), concrete.Darker(0.12f));
            }

            canvas.Fill(Shape.Rectangle(x - 160, y - 56, 320, 10), concrete);
        }

        for (int i = 0; i < 6; i++)
        {
            canvas.Fill(Shape.Line(2.5f, x - 147 + (i * 59), ground - 316, x - 147 + (i * 59), ground - 346), Palette.Brick);
        }

        canvas.Fill(Shape.Rectangle(x + 150, ground - 312, 3, 312).And(Shape.Rectangle(x + 186, ground - 312, 3, 312)), Palette.Wood);
        for (int i = 0; i < 6; i++)
        {
            float y = ground - (i * 52) - 52;
            canvas.Fill(Shape.Rectangle(x + 146, y, 48, 5), Palette.Wood.Darker(0.1f));
            canvas.Fill(Shape.Line(2, x + 151, y + 52, x + 187, y), Palette.Wood);
        }

        canvas.Fill(Shape.Polygon(x - 160, ground - 210, x - 60, ground - 204, x - 64, ground - 116, x - 160, ground - 120), Palette.Teal.At(0.55f));
    }

    private static void Digger(Canvas canvas, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        canvas.Fade(0, 2, 110, 12, Palette.Night, 0.6f);
        var yellow = Palette.Mustard;
        canvas.Fill(Shape.Line(15, 26, -62, 84, -128, 138, -78), yellow.Darker(0.08f));
        canvas.Fill(Shape.Line(4, 30, -70, 70, -104), Palette.Mist);
        canvas.Fill(Shape.Line(10, 138, -78, 126, -40), yellow.Darker(0.16f));
        canvas.Fill(Shape.Smooth(102, -46, 132, -50, 142, -30, 128, -12, 104, -14), Palette.Slate.Darker(0.2f));
        canvas.Fill(Shape.Rounded(-76, -32, 142, 32, 16), Palette.Night);
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Circle(-58 + (i * 27), -16, 9), Palette.Slate);
        }

        canvas.Fill(Shape.Rounded(-78, -82, 120, 50, 8), yellow.Down(yellow.Darker(0.14f), -82, -32));
        canvas.Fill(Shape.Rounded(-78, -82, 34, 50, 8), yellow.Darker(0.2f));
        canvas.Fill(Shape.Polygon(-14, -80, -8, -126, 36, -126, 42, -80), yellow);
        canvas.Fill(Shape.Polygon(-6, -84, -2, -118, 30, -118, 34, -84), Ink.Of(0xBFDCE4));
        canvas.Fill(Shape.Rounded(-62, -98, 8, 18, 3), Palette.Slate);
    });

    private static void Dust(Canvas canvas, Random random, float x, float y)
    {
        for (int i = 0; i < 9; i++)
        {
            canvas.Fill(Shape.Circle(x - 60 + (random.NextSingle() * 150), y - 20 + (random.NextSingle() * 60), 18 + (random.NextSingle() * 24)), Palette.Sand.At(0.5f));
        }
    }

    private static void Sound(Canvas canvas, float x, float y)
    {
        for (int i = 0; i < 3; i++)
        {
            float reach = 26 + (i * 22);
            canvas.Fill(Shape.Bow(6, x + reach, y - reach, x + (reach * 1.9f), y, x + reach, y + reach), Palette.Coral.At(0.85f - (i * 0.18f)));
            canvas.Fill(Shape.Bow(6, x - reach, y - reach, x - (reach * 1.9f), y, x - reach, y + reach), Palette.Coral.At(0.85f - (i * 0.18f)));
        }

        canvas.Fill(Shape.Polygon(x - 4, y - 22, x + 12, y - 4, x + 2, y - 2, x + 6, y + 22, x - 12, y + 2, x - 2, y), Palette.Coral);
    }

    private static void Fence(Canvas canvas, float top)
    {
        for (int i = 0; i < 11; i++)
        {
            float x = i * 88;
            var ink = i % 2 == 0 ? Palette.Cloud : Palette.Leaf.Lighter(0.1f);
            canvas.Fill(Shape.Rectangle(x, top, 88, 74), ink.Down(ink.Darker(0.1f), top, top + 74));
            canvas.Fill(Shape.Rectangle(x, top, 3, 74), Palette.Slate.At(0.4f));
        }

        for (float x = -20; x < 960; x += 56)
        {
            canvas.Fill(Shape.Polygon(x, top + 66, x + 28, top + 66, x + 40, top + 52, x + 12, top + 52), Palette.Mustard);
        }

        canvas.Fill(Shape.Rectangle(0, top - 4, 960, 7), Palette.Slate.Lighter(0.2f));
    }
}
