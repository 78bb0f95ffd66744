namespace SocialCity.Web.Demo.Pictures;

/// <summary>A colour.</summary>
internal readonly record struct Ink(byte R, byte G, byte B)
{
    public static Ink White => Of(0xFFFFFF);

    public static Ink Of(int rgb) => new((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);

    /// <summary>Between this colour (0) and another (1).</summary>
    public Ink Toward(Ink other, float share) =>
        new(Between(R, other.R, share), Between(G, other.G, share), Between(B, other.B, share));

    public Ink Lighter(float share) => Toward(White, share);

    /// <summary>Shade is blue here, never black.</summary>
    public Ink Darker(float share) => Toward(Palette.Night, share);

    public Paint At(float alpha) => new(this, this, 0, 1, alpha);

    /// <summary>A vertical change from this colour, at one height, to another.</summary>
    public Paint Down(Ink bottom, float from, float to, float alpha = 1) => new(this, bottom, from, to, alpha);

    private static byte Between(byte from, byte to, float share) => (byte)MathF.Round(from + ((to - from) * share));
}

/// <summary>What a shape is filled with: one colour, or two with a vertical change between them.</summary>
internal readonly record struct Paint(Ink Top, Ink Bottom, float From, float To, float Alpha)
{
    private const int Steps = 40;

    public static implicit operator Paint(Ink ink) => ink.At(1);

    /// <summary>The colour at a height, in steps too small to be seen: rows that are alike pack well.</summary>
    public Ink Row(float y) =>
        Top == Bottom ? Top : Top.Toward(Bottom, MathF.Round(Math.Clamp((y - From) / (To - From), 0, 1) * Steps) / Steps);
}
