using System.IO.Compression;
using SocialCity.Media;
using SocialCity.Web.Demo.Pictures;

namespace SocialCity.Web.Tests.Demo.Pictures;

public sealed class DemoPicturesTests
{
    public static TheoryData<DemoScene> Scenes => [.. Enum.GetValues<DemoScene>()];

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Scene_is_a_photo_that_the_portal_would_take(DemoScene scene)
    {
        byte[] file = DemoPictures.Draw(scene, seed: 1);

        var photo = PhotoInspector.Inspect(file).Photo;

        Assert.NotNull(photo);
        Assert.Equal((PhotoFormat.Png, DemoPictures.Width, DemoPictures.Height), (photo.Format, photo.Width, photo.Height));
        Assert.Equal(file.Length, photo.Length); // with nothing in it to strip
        Assert.InRange(file.Length, 40_000, 120 * 1024);
    }

    [Theory]
    [MemberData(nameof(Scenes))]
    public void Scene_is_drawn_to_every_corner_and_in_many_colours(DemoScene scene)
    {
        var pixels = Pixels(DemoPictures.Draw(scene, seed: 2));

        Assert.Equal(DemoPictures.Width * DemoPictures.Height, pixels.Count);
        int black = pixels.Count(pixel => pixel == 0);
        Assert.Equal(0, black); // an untouched pixel would be black: the palette has no black
        Assert.InRange(pixels.Distinct().Count(), 500, 60_000);
        Assert.True(pixels.CountBy(pixel => pixel).Max(colour => colour.Value) < pixels.Count / 3);
    }

    [Fact]
    public void Same_seed_gives_the_same_picture_and_another_seed_another()
    {
        byte[] first = DemoPictures.Draw(DemoScene.BrokenBench, seed: 5);

        Assert.Equal(first, DemoPictures.Draw(DemoScene.BrokenBench, seed: 5));
        Assert.NotEqual(first, DemoPictures.Draw(DemoScene.BrokenBench, seed: 6));
    }

    [Fact]
    public void Scene_that_nobody_has_drawn_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => DemoPictures.Draw((DemoScene)1000, seed: 1));

    /// <summary>The colours of an unfiltered PNG with one picture chunk.</summary>
    private static List<int> Pixels(byte[] file)
    {
        int start = file.AsSpan().IndexOf("IDAT"u8) + 4;
        using var unpacked = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(file, start, file.Length - start), CompressionMode.Decompress))
        {
            zlib.CopyTo(unpacked);
        }

        byte[] rows = unpacked.ToArray();
        int stride = 1 + (DemoPictures.Width * 3);
        List<int> pixels = [];
        for (int row = 0; row < rows.Length; row += stride)
        {
            Assert.Equal(0, rows[row]);
            for (int at = row + 1; at < row + stride; at += 3)
            {
                pixels.Add((rows[at] << 16) | (rows[at + 1] << 8) | rows[at + 2]);
            }
        }

        return pixels;
    }
}
