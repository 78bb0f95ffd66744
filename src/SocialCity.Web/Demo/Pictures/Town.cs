namespace SocialCity.Web.Demo.Pictures;

/// <summary>Houses, streets and what stands in them.</summary>
internal static class Town
{
    /// <summary>A street seen from the side: shops, a pavement from 396 to the kerb, and the road in front.</summary>
    public static void SideStreet(Canvas canvas, Random random, Mood mood, bool shops = true, float kerb = 452)
    {
        Backdrop.Open(canvas, mood, random, 330);
        if (shops)
        {
            for (float x = -40 - (random.NextSingle() * 80); x < 960;)
            {
                float width = 170 + (random.NextSingle() * 70);
                Shop(canvas, random, x, 398, width, 190 + (random.NextSingle() * 80));
                x += width;
            }
        }

        Pavement(canvas, 396, kerb);
        Road(canvas, kerb + 14, random);
    }

    public static void Pavement(Canvas canvas, float top, float bottom)
    {
        canvas.Fill(Shape.Rectangle(0, top, 960, bottom - top), Palette.Sand.Down(Palette.Sand.Lighter(0.25f), top, bottom));
        var joint = Palette.Stone.At(0.6f);
        for (float y = top + 22, step = 26; y < bottom - 8; y += step, step *= 1.2f)
        {
            canvas.Fill(Shape.Rectangle(0, y, 960, 1.5f), joint);
        }

        canvas.Fill(Shape.Rectangle(0, top, 960, 5), Palette.Night.At(0.1f));
        for (float x = -480; x < 1440; x += 48)
        {
            float near = 480 + ((x - 480) * (1 + ((bottom - top) / 470)));
            canvas.Fill(Shape.Line(1.4f, x, top, near, bottom), joint);
        }

        canvas.Fill(Shape.Rectangle(0, bottom, 960, 5), Palette.Cream);
        canvas.Fill(Shape.Rectangle(0, bottom + 5, 960, 9), Palette.Stone.Darker(0.12f));
    }

    public static void Road(Canvas canvas, float top, Random random)
    {
        canvas.Fill(Shape.Rectangle(0, top, 960, 640 - top), Palette.Asphalt.Down(Palette.AsphaltNear, top, 640));
        canvas.Fill(Shape.Rectangle(0, top, 960, 6), Palette.Night.At(0.22f));
        canvas.Fill(Shape.Rectangle(0, top + 14, 960, 4), Palette.Mustard.At(0.9f));
        Speckle(canvas, random, 0, top + 24, 960, 620 - top);
    }

    /// <summary>The grain of asphalt, as a few flecks: more would cost kilobytes and please no one.</summary>
    public static void Speckle(Canvas canvas, Random random, float x, float y, float width, float height)
    {
        for (int i = 0; i < 60; i++)
        {
            float down = random.NextSingle();
            canvas.Fill(
                Shape.Ellipse(x + (random.NextSingle() * width), y + (down * height), 2 + (down * 3), 1 + down),
                (i % 2 == 0 ? Palette.Night : Ink.White).At(0.1f));
        }
    }

    /// <summary>Bars across the road as one sees them from the other side, larger as they come nearer.</summary>
    public static void Crosswalk(Canvas canvas, float left, float right, float alpha)
    {
        float y = 490;
        for (float depth = 10; y < 640; depth *= 1.24f)
        {
            float spread = (y - 466) * 0.42f;
            float lower = (y + depth - 466) * 0.42f;
            canvas.Fill(
                Shape.Polygon(left - spread, y, right + spread, y, right + lower, y + depth, left - lower, y + depth), Palette.Cream.At(alpha));
            y += depth * 1.85f;
        }
    }

    public static void Shop(Canvas canvas, Random random, float x, float ground, float width, float height)
    {
        Ink[] walls = [Palette.Cream, Palette.Sand, Ink.Of(0xF3D9C6), Ink.Of(0xDDE7E3), Palette.Brick.Lighter(0.35f), Palette.Mist];
        var wall = walls[random.Next(walls.Length)];
        var accent = Palette.Accents[random.Next(Palette.Accents.Length)];
        float top = ground - height;
        canvas.Fill(Shape.Rectangle(x, top, width, height), wall.Lighter(0.15f).Down(wall, top, ground));
        canvas.Fill(Shape.Rectangle(x + width - 10, top, 10, height), wall.Darker(0.12f));
        canvas.Fill(Shape.Rectangle(x - 3, top - 7, width + 6, 9), wall.Darker(0.18f));
        int columns = (int)((width - 24) / 46);
        for (float y = top + 22; y < ground - 128; y += 56)
        {
            for (int i = 0; i < columns; i++)
            {
                Window(canvas, random, x + 16 + (i * ((width - 24) / columns)), y, 28, 34, wall);
            }
        }

        // sign, awning and shop window
        canvas.Fill(Shape.Rounded(x + 14, ground - 124, width - 36, 24, 4), accent);
        var letters = Palette.Cream.At(0.9f);
        float middle = x + (width / 2) - 4;
        int shown = 3 + random.Next(3);
        for (int i = 0; i < shown; i++)
        {
            float at = middle + ((i - ((shown - 1) / 2f)) * 17);
            canvas.Fill(Shape.Rounded(at - 5.5f, ground - 118, 11, 12, 3), letters);
        }

        var glass = Ink.Of(0x9CC3CF);
        canvas.Fill(Shape.Rectangle(x + 18, ground - 78, width - 86, 62), glass.Down(glass.Lighter(0.45f), ground - 78, ground - 16));
        canvas.Fill(Shape.Polygon(x + 40, ground - 78, x + 62, ground - 78, x + 40, ground - 16, x + 18, ground - 16), Ink.White.At(0.22f));
        Goods(canvas, random, x + 22, ground - 16, width - 94);
        canvas.Fill(Shape.Rectangle(x + 18, ground - 16, width - 86, 16), wall.Darker(0.15f));
        canvas.Fill(Shape.Rounded(x + width - 58, ground - 80, 36, 80, 3), accent.Darker(0.3f));
        canvas.Fill(Shape.Rounded(x + width - 53, ground - 74, 26, 48, 3), glass.Lighter(0.2f));
        canvas.Fill(Shape.Circle(x + width - 28, ground - 36, 2.4f), Palette.Mustard);
        Awning(canvas, x + 8, ground - 98, width - 26, 26, accent);
    }

    public static void Awning(Canvas canvas, float x, float y, float width, float depth, Ink accent)
    {
        canvas.Fill(Shape.Rectangle(x + 4, y + depth, width - 8, 9), Palette.Night.At(0.14f));
        int stripes = Math.Max(4, (int)(width / 20));
        float each = width / stripes;
        for (int i = 0; i < stripes; i++)
        {
            var ink = i % 2 == 0 ? accent : Palette.Cream;
            float left = x + (i * each);
            canvas.Fill(Shape.Polygon(left, y + 2, left + each, y + 2, left + each, y + depth, left, y + depth), ink);
            canvas.Fill(Shape.Ellipse(left + (each / 2), y + depth, each / 2, 6), ink.Darker(0.06f));
        }

        canvas.Fill(Shape.Rectangle(x, y, width, 4), accent.Darker(0.2f));
    }

    public static void Window(Canvas canvas, Random random, float x, float y, float width, float height, Ink wall)
    {
        var glass = Ink.Of(0x9FC4D2);
        canvas.Fill(Shape.Rectangle(x - 3, y - 3, width + 6, height + 6), wall.Lighter(0.5f));
        canvas.Fill(Shape.Rectangle(x, y, width, height), glass.Down(glass.Lighter(0.4f), y, y + height));
        if (random.Next(3) == 0)
        {
            canvas.Fill(Shape.Rectangle(x, y, width, height * 0.45f), Palette.Cream.At(0.8f));
        }

        canvas.Fill(Shape.Rectangle(x + (width / 2) - 1, y, 2, height), wall.Lighter(0.5f));
        canvas.Fill(Shape.Rectangle(x - 5, y + height + 3, width + 10, 4), wall.Darker(0.15f));
    }

    public static void StreetLamp(Canvas canvas, float x, float y, float scale, bool mirrored = false, bool lit = false) => canvas.At(x, y, scale, () =>
    {
        Nature.Shadow(canvas, 6, 1, 24, 5);
        var pole = Palette.Slate.Darker(0.2f);
        if (lit)
        {
            canvas.Fill(Shape.Polygon(44, -250, 66, -250, 140, 0, -30, 0), Palette.Glow.Down(Palette.Glow, -250, 0, 0.12f));
            canvas.Fade(56, -244, 90, 90, Palette.Glow, 0.75f);
            canvas.Fade(55, 2, 105, 20, Palette.Glow, 0.55f);
        }

        canvas.Fill(Shape.Rounded(-7, -18, 14, 18, 3), pole);
        canvas.Fill(Shape.Polygon(-4, 0, 4, 0, 2.5f, -250, -2.5f, -250), pole);
        canvas.Fill(Shape.Bow(5, 0, -248, 4, -272, 40, -262), pole);
        canvas.Fill(Shape.Smooth(36, -268, 62, -264, 76, -252, 40, -254), pole);
        canvas.Fill(Shape.Rounded(44, -255, 26, 6, 3), lit ? Palette.Glow.Lighter(0.4f) : Palette.Cream.Darker(0.1f));
    }, mirrored: mirrored);

    public static void Car(Canvas canvas, float x, float y, float scale, Ink body, bool mirrored = false) => canvas.At(x, y, scale, () =>
    {
        canvas.Fade(0, 4, 150, 20, Palette.Night, 0.65f);
        var dark = body.Darker(0.22f);
        canvas.Fill(Shape.Smooth(-122, -22, -124, -52, -92, -64, -60, -70, 60, -70, 104, -60, 124, -48, 126, -22, 60, -14, -60, -14), body.Lighter(0.08f).Down(dark, -70, -14));
        canvas.Fill(Shape.Smooth(-84, -64, -54, -104, -36, -110, 30, -110, 48, -102, 82, -64, 40, -58, -50, -58), body);
        var glass = Ink.Of(0xBFDCE4);
        canvas.Fill(Shape.Polygon(-68, -66, -46, -99, -8, -101, -8, -66), glass.Lighter(0.3f).Down(glass.Darker(0.12f), -101, -66));
        canvas.Fill(Shape.Polygon(0, -66, 0, -101, 30, -101, 42, -96, 66, -66), glass.Lighter(0.3f).Down(glass.Darker(0.12f), -101, -66));
        canvas.Fill(Shape.Polygon(14, -101, 26, -101, 8, -66, 0, -66, 0, -76), Ink.White.At(0.35f));
        canvas.Fill(Shape.Rectangle(-6, -66, 2, 44), dark.At(0.7f));
        canvas.Fill(Shape.Rounded(-26, -56, 14, 4, 2).And(Shape.Rounded(44, -56, 14, 4, 2)), dark);
        canvas.Fill(Shape.Rectangle(-120, -38, 242, 4), dark.At(0.45f));
        canvas.Fill(Shape.Smooth(104, -54, 122, -46, 122, -38, 106, -42), Palette.Glow);
        canvas.Fill(Shape.Rounded(-124, -52, 14, 14, 4), Palette.Coral.Darker(0.15f));
        canvas.Fill(Shape.Rounded(-126, -26, 252, 12, 5), Palette.Slate.Darker(0.3f));
        foreach (float wheel in (ReadOnlySpan<float>)[-72, 74])
        {
            canvas.Fill(Shape.Circle(wheel, -18, 27), dark.Darker(0.4f));
            canvas.Fill(Shape.Circle(wheel, -16, 22), Palette.Night.Darker(0.2f));
            canvas.Fill(Shape.Circle(wheel, -16, 12), Palette.Mist);
            canvas.Fill(Shape.Circle(wheel, -16, 5), Palette.Slate);
        }
    }, mirrored: mirrored);

    public static void Cone(Canvas canvas, float x, float y, float scale, float degrees = 0) => canvas.At(x, y, scale, () =>
    {
        Nature.Shadow(canvas, 4, 0, 34, 7);
        canvas.Fill(Shape.Rounded(-24, -7, 48, 8, 3), Palette.Coral.Darker(0.25f));
        canvas.Fill(Shape.Polygon(-17, -6, 17, -6, 4, -62, -4, -62), Palette.Coral.Lighter(0.08f));
        canvas.Fill(Shape.Polygon(-17, -6, -8, -6, -2, -62, -4, -62), Palette.Coral.Darker(0.14f));
        canvas.Fill(Shape.Polygon(-13, -20, 13, -20, 10, -32, -10, -32), Palette.Cream);
        canvas.Fill(Shape.Polygon(-8.5f, -40, 8.5f, -40, 6, -49, -6, -49), Palette.Cream);
    }, degrees);

    public static void Barrier(Canvas canvas, float x, float y, float scale) => canvas.At(x, y, scale, () =>
    {
        Nature.Shadow(canvas, 60, 0, 80, 7);
        canvas.Fill(Shape.Line(5, 12, 0, 18, -58).And(Shape.Line(5, 108, 0, 102, -58)), Palette.Slate);
        canvas.Fill(Shape.Rounded(0, -62, 120, 22, 3), Palette.Cream);
        for (int i = 0; i < 5; i++)
        {
            canvas.Fill(Shape.Polygon(2 + (i * 25), -40, 14 + (i * 25), -40, 22 + (i * 24), -62, 10 + (i * 24), -62), Palette.Coral);
        }
    });

    public static void Bench(Canvas canvas, float x, float y, float scale, bool broken) => canvas.At(x, y, scale, () =>
    {
        canvas.Fade(0, 4, 150, 15, Palette.Night, 0.5f);
        var iron = Palette.Slate.Darker(0.35f);
        foreach (float leg in (ReadOnlySpan<float>)[-96, 96])
        {
            canvas.Fill(Shape.Line(8, leg - 10, 0, leg - 6, -42).And(Shape.Line(8, leg + 14, 0, leg + 10, -42)).And(Shape.Line(7, leg - 8, -40, leg - 16, -98)), iron);
        }

        for (int i = 0; i < 3; i++)
        {
            float height = -92 + (i * 17);
            if (broken && i == 1)
            {
                Plank(-128, height, -30, height + 3, 0);
                Plank(62, height, 122, height, 1);
                continue;
            }

            Plank(-128, height, 122, height, 2);
        }

        for (int i = 0; i < 3; i++)
        {
            float height = -46 + (i * 9);
            if (broken && i > 0)
            {
                Plank(-126, height, -18, height + 2 + (i * 4), 0);
                Plank(30, height + 18 + (i * 6), 126, height, 1);
                continue;
            }

            Plank(-126, height, 126, height, 2);
        }

        // ends: 0 splintered at the right, 1 at the left, 2 sawn at both
        void Plank(float x0, float y0, float x1, float y1, int ends)
        {
            var wood = Palette.Wood.Toward(Palette.Bark, (Math.Abs(y0) % 17) / 40);
            if (ends == 2)
            {
                canvas.Fill(Shape.Polygon(x0, y0, x1, y1, x1, y1 + 11, x0, y0 + 11), wood);
            }
            else if (ends == 0)
            {
                canvas.Fill(Shape.Polygon(x0, y0, x1, y1, x1 + 12, y1 + 2, x1 + 2, y1 + 5, x1 + 16, y1 + 8, x1 - 2, y1 + 11, x0, y0 + 11), wood);
            }
            else
            {
                canvas.Fill(Shape.Polygon(x0, y0, x1, y1, x1, y1 + 11, x0, y0 + 11, x0 - 12, y0 + 9, x0 - 3, y0 + 6, x0 - 14, y0 + 3), wood);
            }

            canvas.Fill(Shape.Line(1.6f, x0 + 4, y0 + 2.2f, x1 - 4, y1 + 2.2f), wood.Lighter(0.25f));
        }
    });

    private static void Goods(Canvas canvas, Random random, float x, float ground, float width)
    {
        for (float at = x + 8; at < x + width - 10; at += 17)
        {
            float height = 10 + (random.NextSingle() * 18);
            var ink = Palette.Accents[random.Next(Palette.Accents.Length)].Toward(Palette.Cream, 0.25f);
            canvas.Fill(random.Next(2) == 0 ? Shape.Rounded(at - 6, ground - height, 12, height, 3) : Shape.Circle(at, ground - 8, 8), ink);
        }
    }
}
