namespace SocialCity.Web.Demo.Pictures;

/// <summary>The light of a time of day.</summary>
internal sealed record Mood(Ink SkyTop, Ink SkyBottom, Ink Sun, Ink FarHill, Ink NearHill, Ink Town)
{
    public static readonly Mood Morning = new(
        Ink.Of(0x9AD1E9), Ink.Of(0xFDF0DA), Ink.Of(0xFFF4D2), Ink.Of(0xC3DDD6), Ink.Of(0x9CC9B4), Ink.Of(0xDDE6EA));

    public static readonly Mood Noon = new(
        Ink.Of(0x79BEE6), Ink.Of(0xE6F4F5), Ink.Of(0xFFFBEA), Ink.Of(0xB3D6D6), Ink.Of(0x8FC3AC), Ink.Of(0xE2EAEE));

    public static readonly Mood Evening = new(
        Ink.Of(0x9DBFE4), Ink.Of(0xFFDCC6), Ink.Of(0xFFE9BC), Ink.Of(0xD3C9C4), Ink.Of(0xA9BFA2), Ink.Of(0xEBDDD2));

    public static readonly Mood Overcast = new(
        Ink.Of(0x94A7B8), Ink.Of(0xD5DEE1), Ink.Of(0xE9EEEE), Ink.Of(0xB4C5C8), Ink.Of(0x92ADA7), Ink.Of(0xC9D3DA));

    public static readonly Mood Dark = new(
        Ink.Of(0x1B2746), Ink.Of(0x4A5D8C), Ink.Of(0xFFF3CF), Ink.Of(0x36487A), Ink.Of(0x2B3D66), Ink.Of(0x303F6B));

    private static readonly Mood[] ByDay = [Morning, Noon, Evening];

    public static Mood OfDay(Random random) => ByDay[random.Next(ByDay.Length)];
}
