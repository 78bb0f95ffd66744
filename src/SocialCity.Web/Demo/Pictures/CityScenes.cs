namespace SocialCity.Web.Demo.Pictures;

/// <summary>What people like about their town.</summary>
internal static class CityScenes
{
    public static void MarketStreet(Canvas canvas, Random random)
    {
        Avenue.Draw(canvas, random, Mood.Morning);
        canvas.Fill(Avenue.Ground(-5.5f, 5.5f, 2, 90), Palette.Stone.Lighter(0.2f).Down(Palette.Sand, Avenue.Horizon, 640));
        for (float away = 2.2f; away < 30; away *= 1.16f)
        {
            canvas.Fill(Shape.Rectangle(0, MathF.Round(Avenue.Spot(0, 0, away).Y), 960, MathF.Ceiling(4 / away)), Palette.Stone);
        }

        Roof(canvas);
        for (float away = 26; away > 9; away *= 0.78f)
        {
            Avenue.Walker(canvas, random, (random.NextSingle() * 3.4f) - 1.7f, away, Pose.Walking, random.Next(2) == 0);
        }

        foreach (float away in (ReadOnlySpan<float>)[9.8f, 6.3f, 4.3f])
        {
            Stall(canvas, random, -1, away);
            Stall(canvas, random, 1, away);
        }

        Bunting(canvas, 9, 5.6f);
        Bunting(canvas, 5.4f, 4.4f);
        People.Person(canvas, 398, 596, 1.62f, Look.Of(random) with { LongHair = true }, Pose.Carrying, mirrored: true);
        Basket(canvas, 352, 500);
        People.Person(canvas, 560, 606, 1.7f, Look.Of(random), Pose.Pointing);
        People.Child(canvas, 492, 610, 1.5f, Look.OfChild(random), satchel: false);
    }

    public static void CityHall(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        Backdrop.Open(canvas, mood, random, 380);
        for (int i = 0; i < 12; i++)
        {
            Nature.Crown(canvas, random, (i % 2 == 0 ? Palette.Leaf : Palette.Forest).Toward(mood.SkyBottom, 0.15f), i * 92, 374);
        }

        canvas.Fill(Shape.Rectangle(0, 402, 960, 238), Palette.Sand.Darker(0.02f).Down(Palette.Sand.Lighter(0.35f), 402, 640));
        for (int i = -9; i < 18; i++)
        {
            canvas.Fill(Shape.Line(1.4f, 480 + ((i - 4) * 60), 402, 480 + ((i - 4) * 150), 640), Palette.Stone.At(0.6f));
        }

        for (float y = 420; y < 640; y += (y - 380) * 0.32f)
        {
            canvas.Fill(Shape.Rectangle(0, y, 960, 1.6f), Palette.Stone.At(0.6f));
        }

        Hall(canvas);
        Flag(canvas, 152, 452, Palette.Coral);
        Flag(canvas, 196, 452, Palette.Teal);
        Flag(canvas, 240, 452, Palette.Mustard);
        Nature.Tree(canvas, random, 70, 470, 1.35f);
        Nature.Tree(canvas, random, 894, 468, 1.4f, Palette.Forest);
        Beds(canvas, random);
        Fountain(canvas, 480, 566);
        People.Person(canvas, 250, 604, 1.35f, Look.Of(random), Pose.Waving);
        People.Person(canvas, 196, 600, 1.3f, Look.Of(random), Pose.Standing);
        People.Person(canvas, 716, 596, 1.3f, Look.Of(random), Pose.Walking, mirrored: true);
        People.Child(canvas, 664, 600, 1.25f, Look.OfChild(random), mirrored: true);
        People.Person(canvas, 402, 470, 0.62f, Look.Of(random), Pose.Walking);
        People.Person(canvas, 552, 472, 0.62f, Look.Of(random), Pose.Walking, mirrored: true);
    }

    public static void CitizensMeeting(Canvas canvas, Random random)
    {
        var mood = Mood.OfDay(random);
        var wall = Ink.Of(0xF5E7D3);
        canvas.Fill(Shape.Rectangle(0, 0, 960, 470), wall.Lighter(0.3f).Down(wall, 0, 470));
        WindowOnTown(canvas, random, mood, 60, 56, 400, 250);
        Notes(canvas, random, 540, 62);
        canvas.Fill(Shape.Rectangle(0, 440, 960, 14), Palette.Wood.Lighter(0.2f));
        canvas.Fill(Shape.Rectangle(0, 454, 960, 186), Ink.Of(0xD2A679).Down(Ink.Of(0xC3926A), 454, 640));
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Rectangle(0, 478 + (i * 34), 960, 2), Palette.Bark.At(0.22f));
        }

        Plant(canvas, random, 494, 452, 0.95f);
        foreach (float x in (ReadOnlySpan<float>)[180, 404, 690])
        {
            canvas.Fill(Shape.Line(2.5f, x, 0, x, 42), Palette.Slate);
            canvas.Fill(Shape.Smooth(x - 36, 70, x - 18, 42, x + 18, 42, x + 36, 70), Palette.Teal);
            canvas.Fade(x, 78, 60, 40, Palette.Glow, 0.5f);
        }

        // she shows the board; the others sit around the table
        People.Person(canvas, 866, 500, 2.1f, Look.Of(random) with { LongHair = true }, Pose.Pointing, mirrored: true);
        for (int i = 0; i < 4; i++)
        {
            float x = 180 + (i * 152);
            canvas.Fill(Shape.Rounded(x - 46, 386, 92, 96, 18), Palette.Slate.Lighter(0.15f));
            People.Bust(canvas, x, 486, 2.05f, Look.Of(random), mirrored: i > 1);
        }

        canvas.Fade(420, 616, 420, 34, Palette.Night, 0.5f);
        canvas.Fill(Shape.Ellipse(420, 548, 384, 66), Palette.Wood.Darker(0.22f));
        canvas.Fill(Shape.Ellipse(420, 536, 384, 66), Palette.Wood.Lighter(0.3f).Down(Palette.Wood.Lighter(0.1f), 470, 602));
        canvas.Fill(Shape.Ellipse(330, 518, 210, 22), Ink.White.At(0.14f));
        Table(canvas, random);
        canvas.At(120, 660, 2.5f, () => Back(canvas, Look.Of(random)));
        canvas.At(720, 664, 2.5f, () => Back(canvas, Look.Of(random)));
    }

    public static void CherryBlossoms(Canvas canvas, Random random)
    {
        Avenue.Draw(canvas, random, Mood.Morning, houses: false, roadHalf: 2.4f);
        canvas.Fill(Avenue.Ground(-30, -2.6f, 2, 90).And(Avenue.Ground(2.6f, 30, 2, 90)), Palette.Lawn.Down(Palette.Leaf.Lighter(0.15f), Avenue.Horizon, 640));
        canvas.Fill(Avenue.Ground(-3.6f, -2.6f, 2, 90).And(Avenue.Ground(2.6f, 3.6f, 2, 90)), Palette.Sand.Lighter(0.2f));
        for (float away = 34; away > 6.4f; away *= 0.72f)
        {
            foreach (float side in (ReadOnlySpan<float>)[-1, 1])
            {
                CherryTree(canvas, random, side, away);
            }

            if (away is < 20 and > 7)
            {
                Avenue.Walker(canvas, random, 3 - (random.NextSingle() * 0.6f), away, Pose.Walking, mirrored: random.Next(2) == 0);
            }
        }

        Avenue.Car(canvas, -1.2f, 16, Palette.Sky);
        Avenue.Walker(canvas, random, -2.75f, 7.5f, Pose.TakingPhoto);
        Avenue.Walker(canvas, random, -3.3f, 7.3f, Pose.Standing);
        People.Person(canvas, 712, 588, 1.75f, Look.Of(random) with { LongHair = true, Shirt = Palette.Cream }, Pose.Walking, mirrored: true);
        People.Person(canvas, 772, 592, 1.8f, Look.Of(random) with { Shirt = Palette.Navy.Lighter(0.2f), LongHair = false }, Pose.Walking, mirrored: true);
        for (int i = 0; i < 130; i++)
        {
            float x = random.NextSingle() * 960;
            float y = random.NextSingle() * 640;
            float size = 2 + (random.NextSingle() * 3.4f);
            canvas.At(x, y, 1, () => canvas.Fill(Shape.Ellipse(0, 0, size, size * 0.6f), (i % 2 == 0 ? Palette.Blossom : Palette.Cream).At(0.9f)), random.NextSingle() * 180);
        }
    }

    public static void ChildrenLibrary(Canvas canvas, Random random)
    {
        var wall = Ink.Of(0xF7EBD6);
        canvas.Fill(Shape.Rectangle(0, 0, 960, 480), wall.Lighter(0.3f).Down(wall, 0, 480));
        canvas.Fill(Shape.Rectangle(0, 470, 960, 170), Ink.Of(0xD9B184).Down(Ink.Of(0xC99B6E), 470, 640));
        for (int i = 0; i < 4; i++)
        {
            canvas.Fill(Shape.Rectangle(0, 492 + (i * 38), 960, 2), Palette.Bark.At(0.2f));
        }

        WindowOnTown(canvas, random, Mood.OfDay(random), 350, 70, 260, 220);
        canvas.Fill(Shape.Rounded(330, 318, 300, 24, 8), Palette.Wood);
        canvas.Fill(Shape.Rounded(340, 298, 280, 26, 12), Palette.Teal.Lighter(0.15f));
        canvas.Fill(Shape.Rectangle(336, 340, 288, 130), Palette.Wood.Lighter(0.3f));
        Books(canvas, random, 346, 460, 268, 52);
        canvas.Fill(Shape.Rectangle(336, 460, 288, 10), Palette.Wood);
        canvas.Fill(Shape.Rectangle(336, 392, 288, 8), Palette.Wood);
        Shelf(canvas, random, 24, 60, 290, 410);
        Shelf(canvas, random, 652, 60, 290, 410);
        People.Reader(canvas, 440, 300, 1.1f, Look.OfChild(random), Palette.Mustard);
        Nature.Cat(canvas, 566, 300, 0.9f, Palette.Slate.Lighter(0.2f));
        canvas.Fill(Shape.Ellipse(470, 586, 400, 58), Palette.Leaf.Lighter(0.25f));
        canvas.Fill(Shape.Ellipse(470, 584, 340, 46), Palette.Lawn.Lighter(0.3f));
        foreach (float x in (ReadOnlySpan<float>)[250, 710])
        {
            canvas.Fill(Shape.Line(2.5f, x, 0, x, 18), Palette.Slate);
            canvas.Fill(Shape.Circle(x, 40, 24), Palette.Glow.Lighter(0.4f));
            canvas.Fade(x, 40, 80, 80, Palette.Glow, 0.5f);
        }

        Cushion(canvas, 236, 594, Palette.Coral);
        People.Reader(canvas, 240, 582, 1.6f, Look.OfChild(random), Palette.Teal);
        Cushion(canvas, 720, 590, Palette.Mustard);
        People.Reader(canvas, 716, 580, 1.6f, Look.OfChild(random), Palette.Coral, mirrored: true);
        Cushion(canvas, 486, 614, Palette.Sky);
        People.Reader(canvas, 476, 604, 1.55f, Look.OfChild(random) with { LongHair = true }, Palette.Navy.Lighter(0.2f));
        Pile(canvas, random, 356, 604);
        Pile(canvas, random, 600, 612);
        Plant(canvas, random, 880, 560, 1.3f);
    }

    private static void Roof(Canvas canvas)
    {
        for (float away = 24; away > 3.4f; away *= 0.78f)
        {
            var left = Avenue.Spot(-5.6f, 5.2f, away);
            var right = Avenue.Spot(5.6f, 5.2f, away);
            var top = Avenue.Spot(0, 8.4f, away);
            float width = Math.Max(1.5f, Avenue.Scale(away) * 0.1f);
            canvas.Fill(Shape.Bow(width, left.X, left.Y, top.X, top.Y, right.X, right.Y), Palette.Teal.Toward(Palette.Cloud, Math.Clamp(away / 44, 0, 0.8f)));
        }

        foreach (float across in (ReadOnlySpan<float>)[-4.2f, -1.6f, 1.6f, 4.2f])
        {
            float up = 5.2f + (1.6f * (1 - (across * across / 31)));
            var near = Avenue.Spot(across, up, 3.4f);
            var far = Avenue.Spot(across, up, 40);
            canvas.Fill(Shape.Polygon(near.X - 5, near.Y, near.X + 5, near.Y, far.X + 0.5f, far.Y, far.X - 0.5f, far.Y), Palette.Teal.Lighter(0.4f));
        }
    }

    private static void Stall(Canvas canvas, Random random, float side, float away)
    {
        var foot = Avenue.Spot(side * 3.3f, 0, away);
        float scale = Avenue.Scale(away) / 92;
        var accent = Palette.Accents[random.Next(Palette.Accents.Length)];
        canvas.At(foot.X, foot.Y, scale, () =>
        {
            canvas.Fade(0, 4, 130, 16, Palette.Night, 0.55f);
            canvas.Fill(Shape.Rectangle(-96, -206, 7, 206).And(Shape.Rectangle(89, -206, 7, 206)), Palette.Wood.Darker(0.1f));
            canvas.Fill(Shape.Rectangle(-92, -196, 184, 110), Palette.Mist.Darker(0.16f));
            People.Bust(canvas, 10, -96, 1.1f, Look.Of(random), mirrored: side > 0, apron: Palette.Cream);
            canvas.Fill(Shape.Polygon(-100, -84, 100, -84, 100, 0, -100, 0), Palette.Wood.Lighter(0.15f).Down(Palette.Wood.Darker(0.15f), -84, 0));
            for (int crate = 0; crate < 3; crate++)
            {
                Ink[] fruits = [Palette.Coral, Palette.Mustard, Palette.Leaf, Palette.Rose, Ink.Of(0xE9934C), Ink.Of(0x8B6FA8)];
                var fruit = fruits[random.Next(fruits.Length)];
                float x = -66 + (crate * 66);
                for (int row = 0; row < 3; row++)
                {
                    var pile = new Shape();
                    var shine = new Shape();
                    for (int i = 0; i < 4 - row; i++)
                    {
                        float at = x - ((3 - row) * 7.5f) + (i * 15);
                        pile.AddEllipse(at, -97 - (row * 11), 8.5f, 8.5f);
                        shine.AddEllipse(at - 2.5f, -100 - (row * 11), 2.2f, 2.2f);
                    }

                    canvas.Fill(pile, fruit.Darker(0.08f * (2 - row)));
                    if (away < 7)
                    {
                        canvas.Fill(shine, fruit.Lighter(0.5f));
                    }
                }

                canvas.Fill(Shape.Rounded(x - 31, -92, 62, 26, 3), Palette.Wood);
                canvas.Fill(Shape.Rectangle(x - 31, -81, 62, 2.5f), Palette.Bark.At(0.6f));
                canvas.Fill(Shape.Rounded(x - 13, -62, 26, 17, 2), Palette.Cream);
                canvas.Fill(Shape.Rounded(x - 8, -56, 16, 4, 2), Palette.Coral);
            }

            canvas.Fill(Shape.Rectangle(-100, -40, 200, 4), Palette.Bark.At(0.35f));
            Town.Awning(canvas, -112, -226, 224, 42, accent);
        });
    }

    private static void Bunting(Canvas canvas, float away, float up)
    {
        var left = Avenue.Spot(-5.2f, up, away);
        var right = Avenue.Spot(5.2f, up, away);
        float sag = Avenue.Scale(away) * 0.9f;
        for (int i = 1; i < 18; i++)
        {
            float t = i / 18f;
            float x = left.X + ((right.X - left.X) * t);
            float y = left.Y + (4 * sag * t * (1 - t));
            float size = Avenue.Scale(away) * 0.17f;
            canvas.Fill(Shape.Polygon(x - size, y, x + size, y, x, y + (size * 2.1f)), Palette.Accents[i % 5]);
        }

        canvas.Fill(Shape.Bow(2, left.X, left.Y, (left.X + right.X) / 2, left.Y + (2 * sag), right.X, right.Y), Palette.Slate.At(0.8f));
    }

    private static void Basket(Canvas canvas, float x, float y)
    {
        canvas.Fill(Shape.Bow(4, x - 18, y, x, y - 32, x + 18, y), Palette.Bark);
        canvas.Fill(Shape.Line(5, x + 8, y, x + 18, y - 28).And(Shape.Line(5, x + 2, y, x + 2, y - 24)), Palette.Leaf);
        canvas.Fill(Shape.Polygon(x - 26, y - 4, x + 26, y - 4, x + 19, y + 28, x - 19, y + 28), Palette.Wood);
        canvas.Fill(Shape.Rectangle(x - 24, y + 4, 48, 4).And(Shape.Rectangle(x - 22, y + 14, 44, 4)), Palette.Bark.At(0.5f));
    }

    private static void Hall(Canvas canvas)
    {
        canvas.Fade(480, 462, 360, 22, Palette.Night, 0.5f);
        var stone = Palette.Cloud;
        Wing(208, 236, 218);
        Wing(536, 236, 218);
        canvas.Fill(Shape.Rectangle(396, 188, 168, 268), Ink.White.Down(stone, 188, 456));
        canvas.Fill(Shape.Rectangle(552, 188, 12, 268), stone.Darker(0.12f));
        canvas.Fill(Shape.Rectangle(386, 180, 188, 12), Palette.Teal.Darker(0.15f));
        canvas.Fill(Shape.Rectangle(444, 112, 72, 70), stone);
        canvas.Fill(Shape.Rectangle(508, 112, 8, 70), stone.Darker(0.14f));
        canvas.Fill(Shape.Polygon(434, 114, 526, 114, 480, 72), Palette.Teal);
        canvas.Fill(Shape.Rectangle(479, 46, 3, 30), Palette.Slate);
        canvas.Fill(Shape.Circle(480, 146, 22), Palette.Navy);
        canvas.Fill(Shape.Circle(480, 146, 18), Palette.Cream);
        canvas.Fill(Shape.Line(3, 480, 146, 480, 134).And(Shape.Line(3, 480, 146, 489, 150)), Palette.Navy);
        for (int i = 0; i < 3; i++)
        {
            canvas.Fill(Shape.Rounded(412 + (i * 48), 212, 32, 92, 16), Ink.Of(0x9CC3CF).Down(Ink.Of(0xCFE3E6), 212, 304));
            canvas.Fill(Shape.Rectangle(427 + (i * 48), 212, 2.5f, 92), Ink.White);
        }

        canvas.Fill(Shape.Rectangle(380, 322, 200, 16), Palette.Teal.Darker(0.05f));
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Rectangle(388 + (i * 43), 338, 13, 112), Ink.White);
            canvas.Fill(Shape.Rectangle(397 + (i * 43), 338, 4, 112), stone.Darker(0.18f));
        }

        canvas.Fill(Shape.Rounded(446, 356, 68, 96, 5), Palette.Navy.Lighter(0.15f));
        canvas.Fill(Shape.Rectangle(478, 356, 3, 96), Palette.Cloud);
        canvas.Fill(Shape.Rectangle(452, 364, 24, 56).And(Shape.Rectangle(484, 364, 24, 56)), Ink.Of(0xBFDCE4));
        for (int i = 0; i < 4; i++)
        {
            canvas.Fill(Shape.Rectangle(372 - (i * 14), 448 + (i * 7), 216 + (i * 28), 8), stone.Darker(0.05f + (i * 0.05f)));
        }

        void Wing(float x, float top, float width)
        {
            canvas.Fill(Shape.Rectangle(x, top, width, 456 - top), Ink.White.Toward(Palette.Cream, 0.5f).Down(Palette.Sand.Lighter(0.4f), top, 456));
            canvas.Fill(Shape.Rectangle(x - 6, top - 8, width + 12, 12), Palette.Teal.Darker(0.15f));
            for (int row = 0; row < 4; row++)
            {
                for (int column = 0; column < 5; column++)
                {
                    float at = x + 14 + (column * 40);
                    canvas.Fill(Shape.Rectangle(at - 2, top + 18 + (row * 50), 32, 36), Ink.White);
                    canvas.Fill(Shape.Rectangle(at, top + 20 + (row * 50), 28, 32), Ink.Of(0x9CC3CF).Down(Ink.Of(0xC9E0E4), top + 20 + (row * 50), top + 52 + (row * 50)));
                    canvas.Fill(Shape.Rectangle(at + 13, top + 20 + (row * 50), 2, 32), Ink.White);
                }
            }

            canvas.Fill(Shape.Rectangle(x, 444, width, 12), Palette.Stone);
        }
    }

    private static void Flag(Canvas canvas, float x, float y, Ink ink)
    {
        canvas.Fill(Shape.Rectangle(x - 2, y - 270, 4, 270), Palette.Slate.Lighter(0.3f));
        canvas.Fill(Shape.Circle(x, y - 272, 5), Palette.Mustard);
        canvas.Fill(Shape.Smooth(x + 2, y - 264, x + 24, y - 268, x + 48, y - 258, x + 62, y - 262, x + 62, y - 226, x + 44, y - 222, x + 22, y - 232, x + 2, y - 228), ink);
        canvas.Fill(Shape.Circle(x + 31, y - 245, 9), Palette.Cream);
    }

    private static void Beds(Canvas canvas, Random random)
    {
        foreach (float x in (ReadOnlySpan<float>)[236, 724])
        {
            canvas.Fill(Shape.Ellipse(x, 512, 132, 20), Palette.Forest);
            canvas.Fill(Shape.Ellipse(x, 508, 128, 17), Palette.Leaf);
            for (int i = 0; i < 26; i++)
            {
                var (sin, cos) = MathF.SinCos(random.NextSingle() * MathF.Tau);
                float far = random.NextSingle();
                Nature.Flower(canvas, x + (112 * cos * far), 514 + (11 * sin * far), i % 3 == 0 ? Palette.Coral : i % 3 == 1 ? Palette.Rose : Palette.Cream);
            }
        }
    }

    private static void Fountain(Canvas canvas, float x, float y)
    {
        canvas.Fade(x, y + 14, 190, 24, Palette.Night, 0.45f);
        canvas.Fill(Shape.Ellipse(x, y + 6, 152, 32), Palette.Stone);
        canvas.Fill(Shape.Ellipse(x, y, 152, 32), Palette.Cloud);
        canvas.Fill(Shape.Ellipse(x, y, 136, 26), Palette.Water.Lighter(0.15f));
        canvas.Fill(Shape.Ellipse(x, y + 2, 90, 14), Palette.Water.Lighter(0.4f));
        for (int i = -3; i <= 3; i++)
        {
            float reach = i * 24;
            canvas.Fill(Shape.Bow(4 - (Math.Abs(i) * 0.5f), x, y, x + (reach * 0.5f), y - 190 + (Math.Abs(i) * 26), x + reach, y + 2), Ink.White.At(0.75f));
        }

        canvas.Fill(Shape.Rounded(x - 10, y - 22, 20, 26, 5), Palette.Mist);
    }

    private static void WindowOnTown(Canvas canvas, Random random, Mood mood, float x, float y, float width, float height)
    {
        canvas.Fill(Shape.Rectangle(x - 12, y - 12, width + 24, height + 24), Ink.White);
        canvas.Fill(Shape.Rectangle(x - 12, y + height + 12, width + 24, 8), Palette.Night.At(0.1f));
        canvas.Fill(Shape.Rectangle(x, y, width, height), mood.SkyTop.Down(mood.SkyBottom, y, y + height));
        canvas.Fill(Shape.Smooth(x + (width * 0.1f), y + 66, x + (width * 0.16f), y + 50, x + (width * 0.24f), y + 46, x + (width * 0.34f), y + 54, x + (width * 0.38f), y + 66), Ink.White.At(0.85f));
        for (float at = x + 8; at < x + width - 52; at += 50)
        {
            float rise = 70 + (random.NextSingle() * (height * 0.38f));
            canvas.Fill(Shape.Rectangle(at, y + height - rise, 42, rise), mood.Town);
            for (float up = y + height - rise + 10; up < y + height - 30; up += 14)
            {
                canvas.Fill(Shape.Rectangle(at + 7, up, 11, 7).And(Shape.Rectangle(at + 24, up, 11, 7)), mood.Town.Darker(0.16f));
            }
        }

        for (float at = x + 18; at < x + width - 10; at += 33)
        {
            canvas.Fill(Shape.Circle(at, y + height - 8, 20).And(Shape.Rectangle(at - 20, y + height - 8, 40, 8)), Palette.Leaf.Toward(Palette.Forest, random.NextSingle()));
        }

        canvas.Fill(Shape.Rectangle(x - 12, y + height, width + 24, 14), Ink.White);
        for (int bar = 1; bar < 3; bar++)
        {
            canvas.Fill(Shape.Rectangle(x + (width * bar / 3) - 4, y, 8, height), Ink.White);
        }

        canvas.Fill(Shape.Polygon(x + (width * 0.42f), y, x + (width * 0.56f), y, x + (width * 0.38f), y + height, x + (width * 0.24f), y + height), Ink.White.At(0.16f));
    }

    private static void Notes(Canvas canvas, Random random, float x, float y)
    {
        canvas.Fill(Shape.Rounded(x + 6, y + 8, 360, 268, 8), Palette.Night.At(0.12f));
        canvas.Fill(Shape.Rounded(x, y, 360, 268, 8), Palette.Wood);
        canvas.Fill(Shape.Rectangle(x + 10, y + 10, 340, 248), Ink.White);
        canvas.Fill(Shape.Rounded(x + 30, y + 26, 180, 13, 6), Palette.Navy);
        canvas.Fill(Shape.Rounded(x + 30, y + 48, 120, 8, 4), Palette.Mist);
        Ink[] papers = [Palette.Mustard.Lighter(0.3f), Palette.Blossom, Palette.Sky.Lighter(0.3f), Palette.Lawn.Lighter(0.2f)];
        for (int row = 0; row < 3; row++)
        {
            for (int column = 0; column < 5; column++)
            {
                float at = x + 54 + (column * 62);
                float up = y + 100 + (row * 58);
                canvas.At(at, up, 1, () =>
                {
                    canvas.Fill(Shape.Rectangle(-20, -20, 44, 44), Palette.Night.At(0.1f));
                    canvas.Fill(Shape.Rectangle(-23, -23, 44, 44), papers[(row + column) % 4]);
                    for (int line = 0; line < 3; line++)
                    {
                        canvas.Fill(Shape.Rounded(-17, -14 + (line * 10), line == 2 ? 18 : 31, 4, 2), Palette.Slate.At(0.55f));
                    }
                }, (random.NextSingle() * 10) - 5);
            }
        }
    }

    private static void Table(Canvas canvas, Random random)
    {
        foreach (float x in (ReadOnlySpan<float>)[190, 350, 510, 656])
        {
            canvas.At(x, 520 + ((x - 420) * (x - 420) / 12000), 1, () =>
            {
                canvas.Fill(Shape.Polygon(-34, -2, 20, -8, 32, 10, -24, 18), Ink.White);
                canvas.Fill(Shape.Line(3, -20, 4, 12, 0).And(Shape.Line(3, -14, 10, 8, 7)), Palette.Mist);
                canvas.Fill(Shape.Line(4, 30, -4, 44, 10), Palette.Accents[random.Next(Palette.Accents.Length)]);
            });
        }

        foreach (float x in (ReadOnlySpan<float>)[272, 442, 590])
        {
            float y = 508 + ((x - 420) * (x - 420) / 9000);
            canvas.Fill(Shape.Ellipse(x + 3, y + 12, 18, 5), Palette.Night.At(0.18f));
            canvas.Fill(Shape.Rounded(x - 12, y - 14, 24, 26, 6).And(Shape.Ring(x + 14, y - 2, 6, 4)), Palette.Accents[random.Next(Palette.Accents.Length)]);
            canvas.Fill(Shape.Ellipse(x, y - 13, 12, 4), Palette.Bark);
        }

        canvas.Fill(Shape.Polygon(318, 552, 480, 548, 506, 588, 306, 592), Palette.Lawn.Lighter(0.4f));
        canvas.Fill(Shape.Line(4, 330, 582, 390, 566, 440, 574, 486, 556), Palette.Water);
        canvas.Fill(Shape.Polygon(352, 562, 372, 561, 373, 571, 350, 572).And(Shape.Polygon(420, 556, 446, 555, 448, 566, 421, 567)), Palette.Coral.Lighter(0.3f));
    }

    private static void Back(Canvas canvas, Look look)
    {
        canvas.Fill(Shape.Smooth(-28, -42, -10, -54, 11, -54, 29, -42, 34, 10, -33, 10), look.Shirt.Darker(0.08f));
        canvas.Fill(Shape.Rectangle(-5, -62, 11, 14), look.Skin.Darker(0.12f));
        canvas.Fill(Shape.Circle(0, -72, 17).And(look.LongHair ? Shape.Rounded(-17, -74, 34, 32, 12) : Shape.Circle(0, -68, 16)), look.Hair);
        canvas.Fill(Shape.Smooth(-10, -82, 0, -87, 8, -82, 2, -76), look.Hair.Lighter(0.14f));
    }

    private static void Plant(Canvas canvas, Random random, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        Nature.Shadow(canvas, 4, 0, 46, 8);
        for (int i = 0; i < 7; i++)
        {
            float lean = (i - 3) * 20;
            float tip = -110 - (random.NextSingle() * 26) + (Math.Abs(i - 3) * 13);
            canvas.Fill(Shape.Smooth(lean * 0.2f, -44, (lean * 0.8f) - 13, tip * 0.72f, lean * 1.4f, tip, (lean * 0.9f) + 12, tip * 0.7f), i % 2 == 0 ? Palette.Forest : Palette.Leaf);
        }

        canvas.Fill(Shape.Polygon(-27, -48, 27, -48, 20, 0, -20, 0), Palette.Coral.Lighter(0.15f).Down(Palette.Coral.Darker(0.1f), -48, 0));
        canvas.Fill(Shape.Rounded(-31, -54, 62, 12, 4), Palette.Coral);
    });

    private static void CherryTree(Canvas canvas, Random random, float side, float away)
    {
        var foot = Avenue.Spot(side * 4.7f, 0, away);
        float scale = Avenue.Scale(away) / 40;
        float haze = Math.Clamp((away - 8) / 40, 0, 0.5f);
        var blossom = Palette.Blossom.Toward(Palette.Cloud, haze);
        canvas.At(foot.X, foot.Y, scale, () =>
        {
            var bark = Ink.Of(0x6F5149).Toward(Palette.Cloud, haze);
            Nature.Shadow(canvas, 8, 2, 80, 10);
            canvas.Fill(Shape.Polygon(-11, 2, 12, 2, 6, -60, 10, -120, -10, -120, -6, -60), bark);
            canvas.Fill(Shape.Bow(8, 0, -84, 20, -130, 66, -158).And(Shape.Bow(7, 0, -90, -14, -130, -44, -150)).And(Shape.Bow(6, 2, -96, 8, -140, 14, -180)), bark);
            (float X, float Y, float R)[] clouds = [(-66, -138, 44), (-14, -180, 58), (52, -176, 54), (104, -142, 46), (22, -132, 48), (70, -116, 34), (-34, -118, 36)];
            foreach (var (x, y, r) in clouds)
            {
                canvas.Fill(Shape.Blob(random, x + 4, y + 8, r, r * 0.72f, 0.08f), blossom.Toward(Palette.Rose, 0.55f));
            }

            foreach (var (x, y, r) in clouds)
            {
                canvas.Fill(Shape.Blob(random, x - 2, y - 5, r * 0.9f, r * 0.62f, 0.08f), blossom);
            }

            foreach (var (x, y, r) in clouds)
            {
                canvas.Fill(Shape.Blob(random, x - (r * 0.25f), y - (r * 0.3f), r * 0.45f, r * 0.28f, 0.12f), blossom.Lighter(0.5f));
                for (int i = 0; i < 5; i++)
                {
                    canvas.Fill(Shape.Circle(x + ((random.NextSingle() - 0.5f) * r * 1.5f), y + ((random.NextSingle() - 0.5f) * r), 1.6f + random.NextSingle()), Ink.White.At(0.75f));
                }
            }
        }, mirrored: side > 0);
    }

    private static void Shelf(Canvas canvas, Random random, float x, float y, float width, float height)
    {
        canvas.Fill(Shape.Rectangle(x + 8, y + 8, width, height + 4), Palette.Night.At(0.12f));
        canvas.Fill(Shape.Rounded(x, y, width, height, 6), Palette.Wood);
        for (int row = 0; row < 4; row++)
        {
            float top = y + 12 + (row * ((height - 12) / 4));
            float inside = ((height - 12) / 4) - 12;
            canvas.Fill(Shape.Rectangle(x + 12, top, width - 24, inside), Palette.Wood.Darker(0.32f));
            Books(canvas, random, x + 14, top + inside, width - 28, inside - 10);
        }
    }

    private static void Books(Canvas canvas, Random random, float x, float ground, float width, float highest)
    {
        float end = x + width;
        for (float at = x; at < end - 14;)
        {
            float thick = 9 + (random.NextSingle() * 13);
            if (random.Next(9) == 0)
            {
                at += 12;
                continue;
            }

            float height = highest * (0.68f + (random.NextSingle() * 0.3f));
            var ink = Palette.Accents[random.Next(Palette.Accents.Length)].Toward(random.Next(3) == 0 ? Palette.Cream : Palette.Navy, random.NextSingle() * 0.3f);
            canvas.Fill(Shape.Rounded(at, ground - height, thick - 1.5f, height, 1.5f), ink);
            canvas.Fill(Shape.Rectangle(at + 2, ground - (height * 0.82f), thick - 5.5f, 5), Palette.Cream.At(0.75f));
            at += thick;
        }
    }

    private static void Cushion(Canvas canvas, float x, float y, Ink ink)
    {
        canvas.Fade(x, y + 8, 92, 16, Palette.Night, 0.45f);
        canvas.Fill(Shape.Ellipse(x, y, 72, 20), ink.Darker(0.18f));
        canvas.Fill(Shape.Ellipse(x, y - 6, 72, 18), ink.Lighter(0.1f));
    }

    private static void Pile(Canvas canvas, Random random, float x, float y)
    {
        Nature.Shadow(canvas, x, y, 44, 8);
        for (int i = 0; i < 4; i++)
        {
            float shift = (random.NextSingle() - 0.5f) * 10;
            canvas.Fill(Shape.Rounded(x - 30 + shift, y - 12 - (i * 12), 60, 12, 2), Palette.Accents[(i + random.Next(3)) % Palette.Accents.Length]);
            canvas.Fill(Shape.Rectangle(x - 26 + shift, y - 9 - (i * 12), 56, 6), Palette.Cream);
        }
    }
}
