namespace SocialCity.Web.Demo.Pictures;

/// <summary>The few colours that all pictures share, so that they look like the work of one hand.</summary>
internal static class Palette
{
    public static readonly Ink Night = Ink.Of(0x22304A);
    public static readonly Ink Navy = Ink.Of(0x33496B);
    public static readonly Ink Slate = Ink.Of(0x5C6B80);
    public static readonly Ink Mist = Ink.Of(0xC9D6DF);
    public static readonly Ink Cloud = Ink.Of(0xF4F7F6);
    public static readonly Ink Cream = Ink.Of(0xFFF6E6);
    public static readonly Ink Sand = Ink.Of(0xE9DCC3);
    public static readonly Ink Stone = Ink.Of(0xD3C7B1);
    public static readonly Ink Asphalt = Ink.Of(0x6A7280);
    public static readonly Ink AsphaltNear = Ink.Of(0x565E6C);
    public static readonly Ink Coral = Ink.Of(0xE8745C);
    public static readonly Ink Brick = Ink.Of(0xC9694F);
    public static readonly Ink Mustard = Ink.Of(0xF2B950);
    public static readonly Ink Teal = Ink.Of(0x3F9C99);
    public static readonly Ink Sky = Ink.Of(0x8CC8E8);
    public static readonly Ink Leaf = Ink.Of(0x6FB184);
    public static readonly Ink Forest = Ink.Of(0x478A6B);
    public static readonly Ink Pine = Ink.Of(0x35705A);
    public static readonly Ink Lawn = Ink.Of(0xA5CF93);
    public static readonly Ink Bark = Ink.Of(0x8A6349);
    public static readonly Ink Wood = Ink.Of(0xC08A5B);
    public static readonly Ink Blossom = Ink.Of(0xF7C6CF);
    public static readonly Ink Rose = Ink.Of(0xEFA3B3);
    public static readonly Ink Water = Ink.Of(0x7DB9CF);
    public static readonly Ink Glow = Ink.Of(0xFFDF9E);

    /// <summary>Clothes, cars and awnings.</summary>
    public static readonly Ink[] Accents = [Coral, Teal, Mustard, Navy, Sky, Leaf, Rose];

    public static readonly Ink[] Skins = [Ink.Of(0xF6CFAE), Ink.Of(0xEFBF98), Ink.Of(0xE2AB82)];

    public static readonly Ink[] Hairs = [Ink.Of(0x3B302E), Ink.Of(0x4D3A33), Ink.Of(0x2E2A33), Ink.Of(0x8C8784)];
}
