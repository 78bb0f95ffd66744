namespace SocialCity.Tests.Media;

/// <summary>
/// Small pictures of our own making. Those called phone and animated, and the progressive one, carry all that real files carry; every
/// piece of it that has to go contains the word SECRET.
/// </summary>
internal static class Fixture
{
    public static readonly string[] Jpegs = ["phone.jpg", "progressive.jpg", "restart.jpg", "cmyk.jpg", "grey.jpg"];

    public static readonly string[] Pngs = ["phone.png", "palette.png", "interlaced.png", "alpha.png", "animated.png"];

    public static readonly string[] WebPs = ["phone.webp", "lossy.webp", "lossless.webp", "alpha.webp", "animated.webp"];

    public static readonly string[] Gifs = ["animated.gif", "still.gif"];

    public static readonly string[] Names = [.. Jpegs, .. Pngs, .. WebPs, .. Gifs];

    public static TheoryData<string> All => [.. Names];

    public static byte[] Read(string name)
    {
        using var stream = typeof(Fixture).Assembly.GetManifestResourceStream(name) ?? throw new FileNotFoundException(name);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
