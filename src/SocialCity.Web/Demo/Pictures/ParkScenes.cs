namespace SocialCity.Web.Demo.Pictures;

/// <summary>Green places, whole and broken.</summary>
internal static class ParkScenes
{
    public static void FallenTree(Canvas canvas, Random random)
    {
        Park(canvas, random, Mood.OfDay(random));
        Path(canvas, Shape.Polygon(330, 640, 760, 640, 560, 372, 508, 372));
        Nature.Tree(canvas, random, 120, 428, 1.5f);
        Nature.Tree(canvas, random, 812, 420, 1.35f, Palette.Forest);
        Nature.Tree(canvas, random, 330, 402, 0.95f);
        Nature.Tree(canvas, random, 690, 398, 0.85f);
        Trunk(canvas, random);
        Tape(canvas);
        Leaves(canvas, random, Palette.Forest, 60);
    }

    public static void BrokenBench(Canvas canvas, Random random)
    {
        Park(canvas, random, Mood.OfDay(random));
        Path(canvas, Shape.Smooth(-60, 660, -60, 520, 300, 478, 700, 470, 1020, 430, 1020, 500, 820, 560, 700, 660));
        Nature.Tree(canvas, random, 168, 452, 1.75f);
        Nature.Tree(canvas, random, 850, 424, 1.4f, Palette.Forest);
        Nature.Pine(canvas, 640, 400, 0.9f);
        Nature.Pine(canvas, 706, 404, 1.1f);
        Nature.Bush(canvas, random, 480, 424, 1.2f);
        Nature.Bush(canvas, random, 610, 430, 1, Palette.Leaf);
        Town.StreetLamp(canvas, 752, 470, 1.1f, mirrored: true);
        Town.Bench(canvas, 450, 556, 1.95f, broken: true);
        canvas.At(500, 588, 1.7f, () => canvas.Fill(Shape.Polygon(-62, 2, -50, -4, 34, -9, 30, -4, 40, -3, 36, 3, -58, 10), Palette.Wood.Darker(0.05f)), 6);
        Nature.Pigeon(canvas, 196, 592, 1.3f, mirrored: false);
        Nature.Pigeon(canvas, 268, 612, 1.15f, mirrored: true);
        Nature.Pigeon(canvas, 806, 582, 1.2f, mirrored: true);
        Leaves(canvas, random, Palette.Mustard, 30);
        for (int i = 0; i < 18; i++)
        {
            Nature.Flower(canvas, 30 + (random.NextSingle() * 240), 452 + (random.NextSingle() * 22), i % 3 == 0 ? Palette.Coral : i % 3 == 1 ? Palette.Cream : Palette.Rose);
        }
    }

    public static void BrokenSwing(Canvas canvas, Random random)
    {
        Park(canvas, random, Mood.OfDay(random));
        Nature.Tree(canvas, random, 70, 420, 1.35f);
        Nature.Tree(canvas, random, 900, 416, 1.3f, Palette.Forest);
        Nature.Tree(canvas, random, 470, 392, 0.8f);
        canvas.Fill(Shape.Smooth(-40, 640, 40, 460, 300, 424, 660, 424, 930, 462, 1010, 650, 500, 700), Palette.Sand.Darker(0.02f).Down(Palette.Sand.Lighter(0.3f), 424, 640));
        Slide(canvas, 708, 516);
        Swing(canvas);
        canvas.Fill(Shape.Smooth(206, 612, 236, 594, 280, 596, 300, 612), Palette.Sand.Darker(0.12f));
        canvas.Fill(Shape.Rounded(120, 578, 40, 34, 6), Palette.Coral);
        canvas.Fill(Shape.Bow(4, 122, 580, 140, 552, 158, 580), Palette.Coral.Darker(0.25f));
        canvas.Fill(Shape.Line(5, 176, 610, 214, 588), Palette.Teal);
        canvas.Fill(Shape.Smooth(210, 590, 224, 576, 232, 584, 218, 598), Palette.Teal);
        People.Child(canvas, 596, 606, 1.7f, Look.OfChild(random), mirrored: true, satchel: false, hat: Palette.Mustard);
    }

    public static void RiverWalk(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        Backdrop.Open(canvas, mood, random, 300);
        for (int i = 0; i < 14; i++)
        {
            Nature.Bush(canvas, random, i * 76, 318, 0.95f, i % 2 == 0 ? Palette.Leaf : Palette.Forest);
        }

        canvas.Fill(Shape.Rectangle(0, 312, 960, 14), Palette.Lawn);
        canvas.Fill(Shape.Rectangle(0, 322, 960, 160), Palette.Water.Lighter(0.4f).Down(Palette.Water, 322, 480));
        for (int i = 0; i < 26; i++)
        {
            float y = 336 + (random.NextSingle() * 120);
            canvas.Fill(Shape.Rounded(random.NextSingle() * 960, y, 20 + (random.NextSingle() * 70), 2.4f, 1.2f), Ink.White.At(0.5f));
        }

        Bridge(canvas);
        Nature.Duck(canvas, 236, 432, 0.95f, Palette.Forest);
        Nature.Duck(canvas, 310, 448, 0.9f, Palette.Wood);
        Nature.Duck(canvas, 366, 440, 0.5f, Palette.Mustard);
        Nature.Duck(canvas, 396, 446, 0.5f, Palette.Mustard);
        canvas.Fill(Shape.Smooth(-60, 700, -60, 486, 200, 470, 520, 482, 1020, 456, 1020, 700), Palette.Leaf.Lighter(0.12f).Down(Palette.Lawn, 456, 640));
        canvas.Fill(Shape.Smooth(-60, 690, -60, 566, 240, 528, 560, 534, 1020, 504, 1020, 590, 700, 612, 480, 690), Ink.Of(0xD98F74).Down(Ink.Of(0xE3A68C), 504, 640));
        canvas.Fill(Shape.Bow(4, -20, 606, 330, 552, 560, 560).And(Shape.Bow(4, 560, 560, 800, 564, 980, 540)), Palette.Cream.At(0.9f));
        for (int i = 0; i < 22; i++)
        {
            float x = random.NextSingle() * 960;
            canvas.At(x, 492 - (random.NextSingle() * 10), 1, () =>
            {
                canvas.Fill(Shape.Bow(2.4f, 0, 0, 2, -30, 10, -46).And(Shape.Bow(2.2f, -4, 0, -6, -24, -12, -38)), Palette.Forest);
                canvas.Fill(Shape.Ellipse(10, -50, 3, 9).And(Shape.Ellipse(-12, -42, 3, 8)), Palette.Bark);
            });
        }

        Nature.Tree(canvas, random, 880, 512, 1.7f);
        Town.Bench(canvas, 760, 520, 0.62f, broken: false);
        Bicycle(canvas, random, 420, 604, 1.35f);
        People.Person(canvas, 150, 604, 1.45f, Look.Of(random), Pose.Walking);
        Dog(canvas, 226, 606);
        People.Person(canvas, 640, 576, 1.15f, Look.Of(random), Pose.Walking, mirrored: true);
    }

    public static void Leaves(Canvas canvas, Random random, Ink ink, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float x = random.NextSingle() * 960;
            float y = 470 + (random.NextSingle() * 160);
            float size = (y - 380) / 42;
            canvas.At(x, y, 1, () => canvas.Fill(Shape.Ellipse(0, 0, size * 1.2f, size * 0.55f), ink.Lighter(random.NextSingle() * 0.3f).At(0.9f)), random.NextSingle() * 180);
        }
    }

    private static void Park(Canvas canvas, Random random, Mood mood)
    {
        Backdrop.Open(canvas, mood, random, 350);
        for (int i = 0; i < 12; i++)
        {
            Nature.Crown(canvas, random, (i % 2 == 0 ? Palette.Leaf : Palette.Forest).Toward(mood.SkyBottom, 0.25f), i * 90, 344);
        }

        canvas.Fill(Shape.Rectangle(0, 366, 960, 274), Palette.Lawn.Down(Palette.Leaf.Lighter(0.1f), 366, 640));
        canvas.Fill(Shape.Smooth(-80, 440, 200, 396, 520, 420, 1040, 384, 1040, 460, 500, 470, -80, 500), Palette.Lawn.Lighter(0.2f).At(0.7f));
        canvas.Fill(Shape.Smooth(-80, 560, 260, 520, 640, 560, 1040, 500, 1040, 590, 600, 640, -80, 660), Palette.Leaf.At(0.35f));
        for (int i = 0; i < 34; i++)
        {
            float y = 400 + (random.NextSingle() * 230);
            Nature.Grass(canvas, random.NextSingle() * 960, y, (y - 300) / 260, Palette.Forest.Lighter(0.12f));
        }
    }

    private static void Path(Canvas canvas, Shape shape)
    {
        canvas.Fill(shape, Palette.Sand.Darker(0.06f).Down(Palette.Sand.Lighter(0.25f), 372, 640));
    }

    private static void Trunk(Canvas canvas, Random random)
    {
        canvas.Fade(500, 560, 400, 38, Palette.Night, 0.6f);

        // the torn roots
        canvas.Fill(Shape.Blob(random, 150, 520, 76, 84, 0.13f, 11), Ink.Of(0x6E5644));
        canvas.Fill(Shape.Blob(random, 164, 518, 52, 62, 0.14f, 11), Ink.Of(0x80664F));
        for (int i = 0; i < 9; i++)
        {
            var (sin, cos) = MathF.SinCos(1.3f + (i * 0.46f));
            float reach = 1 + (0.35f * random.NextSingle());
            float bend = 16 * (random.NextSingle() - 0.5f);
            canvas.Fill(
                Shape.Smooth(
                    150 + (58 * cos) - (12 * sin), 520 + (64 * sin) + (12 * cos),
                    150 + (74 * cos * reach) - ((5 + bend) * sin), 520 + (78 * sin * reach) + ((5 + bend) * cos),
                    150 + (92 * cos * reach), 520 + (98 * sin * reach),
                    150 + (72 * cos * reach) + ((5 - bend) * sin), 520 + (76 * sin * reach) - ((5 - bend) * cos),
                    150 + (58 * cos) + (12 * sin), 520 + (64 * sin) - (12 * cos)),
                Palette.Bark.Darker(0.12f));
        }

        canvas.Fill(Shape.Polygon(164, 478, 700, 508, 704, 560, 164, 566), Palette.Bark.Lighter(0.08f).Down(Palette.Bark.Darker(0.35f), 480, 566));
        for (int i = 0; i < 10; i++)
        {
            float x = 206 + (i * 48) + (random.NextSingle() * 20);
            float y = 504 + (random.NextSingle() * 40);
            canvas.Fill(Shape.Line(3, x, y, x + 26 + (random.NextSingle() * 22), y + 2), Palette.Bark.Darker(0.4f).At(0.7f));
        }

        canvas.Fill(Shape.Bow(20, 430, 500, 456, 440, 520, 420), Palette.Bark);
        canvas.Fill(Shape.Bow(13, 560, 520, 610, 590, 660, 604), Palette.Bark.Darker(0.2f));
        Nature.Crown(canvas, random, Palette.Forest, 536, 412);
        canvas.At(760, 530, 1.65f, () => Nature.Crown(canvas, random, Palette.Forest, 0, 0));
        canvas.At(716, 584, 1.05f, () => Nature.Crown(canvas, random, Palette.Leaf, 0, 0));
        canvas.At(846, 578, 1.15f, () => Nature.Crown(canvas, random, Palette.Leaf.Toward(Palette.Forest, 0.5f), 0, 0));
        canvas.At(812, 470, 0.9f, () => Nature.Crown(canvas, random, Palette.Leaf, 0, 0));
    }

    private static void Tape(Canvas canvas)
    {
        Town.Cone(canvas, 296, 618, 1.3f);
        Town.Cone(canvas, 610, 626, 1.35f);
        canvas.Fill(Shape.Bow(11, 298, 556, 450, 590, 610, 560), Palette.Mustard);
        for (int i = 0; i < 11; i++)
        {
            float t = (i + 0.6f) / 11.5f;
            float x = 298 + (t * 312);
            float y = 556 + (t * 4) + (62 * t * (1 - t));
            canvas.Fill(Shape.Polygon(x - 6, y + 5, x + 2, y - 6, x + 9, y - 6, x + 1, y + 6), Palette.Night);
        }
    }

    private static void Slide(Canvas canvas, float x, float y)
    {
        canvas.Fade(x + 60, y + 4, 190, 20, Palette.Night, 0.5f);
        canvas.Fill(Shape.Rectangle(x - 44, y - 150, 10, 150).And(Shape.Rectangle(x + 40, y - 150, 10, 150)), Palette.Teal.Darker(0.1f));
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Rectangle(x - 84, y - 22 - (i * 27), 44, 6), Palette.Cream);
        }

        canvas.Fill(Shape.Line(7, x - 84, y, x - 84, y - 150).And(Shape.Line(7, x - 84, y - 150, x - 40, y - 196)), Palette.Coral);
        canvas.Fill(Shape.Rounded(x - 54, y - 152, 112, 12, 5), Palette.Mustard);
        canvas.Fill(Shape.Polygon(x - 60, y - 222, x + 2, y - 274, x + 64, y - 222), Palette.Coral);
        canvas.Fill(Shape.Rectangle(x - 46, y - 222, 8, 76).And(Shape.Rectangle(x + 42, y - 222, 8, 76)), Palette.Teal);
        canvas.Fill(Shape.Bow(26, x + 52, y - 144, x + 104, y - 22, x + 188, y - 12), Palette.Mustard.Darker(0.14f));
        canvas.Fill(Shape.Bow(15, x + 54, y - 150, x + 106, y - 30, x + 188, y - 18), Palette.Mustard.Lighter(0.2f));
    }

    private static void Swing(Canvas canvas)
    {
        canvas.Fade(330, 592, 280, 24, Palette.Night, 0.5f);
        var frame = Palette.Teal;
        canvas.Fill(Shape.Line(13, 122, 590, 176, 262, 220, 600), frame.Darker(0.2f));
        canvas.Fill(Shape.Line(13, 452, 600, 494, 262, 548, 590), frame.Darker(0.2f));
        canvas.Fill(Shape.Line(15, 168, 262, 502, 262), frame);
        canvas.Fill(Shape.Line(4, 172, 259, 498, 259), frame.Lighter(0.3f));

        // the good one
        Chain(228, 268, 230, 490);
        Chain(292, 268, 290, 490);
        canvas.Fill(Shape.Rounded(218, 488, 84, 13, 5), Palette.Coral);
        canvas.Fill(Shape.Rounded(218, 488, 84, 5, 2.5f), Palette.Coral.Lighter(0.25f));

        // the broken one: a chain torn off, the seat hanging from the other
        Chain(376, 268, 376, 344);
        canvas.Fill(Shape.Bow(3.4f, 376, 344, 384, 352, 378, 362), Palette.Slate.Darker(0.2f));
        Chain(440, 268, 430, 506);
        canvas.At(430, 508, 1, () =>
        {
            canvas.Fill(Shape.Rounded(-6, -4, 84, 13, 5), Palette.Coral.Darker(0.05f));
            canvas.Fill(Shape.Rounded(-6, -4, 84, 5, 2.5f), Palette.Coral.Lighter(0.2f));
        }, 74);
        canvas.Fill(Shape.Bow(3.4f, 448, 578, 420, 604, 380, 594).And(Shape.Bow(3.4f, 380, 594, 350, 588, 338, 602)), Palette.Slate.Darker(0.2f));

        void Chain(float x0, float y0, float x1, float y1)
        {
            int links = (int)((y1 - y0) / 9);
            for (int i = 0; i < links; i++)
            {
                float t = (i + 0.5f) / links;
                canvas.Fill(Shape.Ellipse(x0 + ((x1 - x0) * t), y0 + ((y1 - y0) * t), i % 2 == 0 ? 3 : 1.8f, 5), Palette.Slate.Darker(i % 2 == 0 ? 0.1f : 0.3f));
            }
        }
    }

    private static void Bridge(Canvas canvas)
    {
        var stone = Palette.Cloud.Darker(0.08f);
        for (int i = -1; i < 7; i++)
        {
            float x = 20 + (i * 150);
            canvas.Fill(Shape.Rectangle(x, 300, 20, 62), stone.Darker(0.16f));
            canvas.Fill(Shape.Ellipse(x + 10, 364, 24, 5), Palette.Navy.At(0.18f));
            canvas.Fill(Shape.Bow(9, x + 10, 304, x + 85, 258, x + 160, 304), Palette.Coral.Lighter(0.1f));
            for (int rod = 1; rod < 6; rod++)
            {
                float t = rod / 6f;
                canvas.Fill(Shape.Rectangle(x + 10 + (150 * t), 304 - (92 * t * (1 - t)), 2, 92 * t * (1 - t)), Palette.Coral.Lighter(0.25f));
            }
        }

        canvas.Fill(Shape.Rectangle(0, 298, 960, 13), stone);
        canvas.Fill(Shape.Rectangle(0, 309, 960, 5), stone.Darker(0.2f));
    }

    private static void Bicycle(Canvas canvas, Random random, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        var look = Look.Of(random) with { LongHair = false };
        canvas.Fade(0, 2, 84, 9, Palette.Night, 0.6f);
        canvas.Fill(Shape.Ring(-38, -24, 22, 4).And(Shape.Ring(38, -24, 22, 4)), Palette.Night.Lighter(0.1f));
        canvas.Fill(Shape.Line(8, -10, -76, 14, -52, 2, -28), look.Trousers.Darker(0.2f));
        canvas.Fill(Shape.Line(4, -38, -24, -12, -60, 26, -60, 38, -24).And(Shape.Line(4, -12, -60, 0, -24, -38, -24)).And(Shape.Line(4, 0, -24, 26, -60)).And(Shape.Line(4, 26, -60, 24, -74, 34, -76)), Palette.Coral);
        canvas.Fill(Shape.Rounded(-24, -72, 26, 7, 3), Palette.Night);
        canvas.Fill(Shape.Line(10, -10, -76, 18, -54, 4, -18), look.Trousers);
        canvas.Fill(Shape.Rounded(-4, -18, 20, 7, 3), Palette.Cream);
        canvas.Fill(Shape.Line(24, -8, -84, 8, -112), look.Shirt);
        canvas.Fill(Shape.Line(8, 10, -110, 22, -90, 34, -80), look.Shirt.Darker(0.14f));
        canvas.Fill(Shape.Circle(15, -134, 12), look.Skin);
        canvas.Fill(Shape.Smooth(1, -134, 4, -148, 16, -151, 28, -144, 30, -136, 14, -139), Palette.Teal);
        canvas.Fill(Shape.Circle(21, -132, 1.4f), Palette.Night);
    });

    private static void Dog(Canvas canvas, float x, float y) => canvas.At(x, y, 1.15f, () =>
    {
        var fur = Palette.Wood.Lighter(0.2f);
        Nature.Shadow(canvas, 0, 0, 34, 5);
        canvas.Fill(Shape.Bow(2, -40, -62, -10, -40, 18, -36), Palette.Coral);
        canvas.Fill(Shape.Line(6, -14, -16, -16, -2).And(Shape.Line(6, -8, -16, -6, -2)).And(Shape.Line(6, 14, -16, 12, -2)).And(Shape.Line(6, 20, -16, 22, -2)), fur.Darker(0.12f));
        canvas.Fill(Shape.Rounded(-22, -32, 48, 20, 10).And(Shape.Bow(6, -20, -28, -32, -34, -30, -44)), fur);
        canvas.Fill(Shape.Circle(27, -38, 11).And(Shape.Rounded(30, -38, 18, 10, 5)), fur);
        canvas.Fill(Shape.Smooth(18, -46, 24, -48, 24, -32, 17, -30), fur.Darker(0.3f));
        canvas.Fill(Shape.Circle(46, -35, 2.6f).And(Shape.Circle(31, -41, 1.5f)), Palette.Night);
        canvas.Fill(Shape.Rounded(18, -32, 10, 4, 2), Palette.Coral);
    });
}
