namespace SocialCity.Web.Demo.Pictures;

/// <summary>
/// Draws the photos of the demonstration city, so that it needs no one's photos and no rights in them. A scene and a
/// seed always give the same picture; another seed gives another light, other people and often the mirror image.
/// </summary>
public static class DemoPictures
{
    public const int Width = 960;
    public const int Height = 640;

    /// <returns>A PNG file.</returns>
    public static byte[] Draw(DemoScene scene, int seed)
    {
        // Neighbouring seeds begin alike; far ones do not.
        var random = new Random(unchecked((seed * 486_187_739) + ((int)scene * 92_821)));
        var canvas = new Canvas(Width, Height);
        Painter(scene)(canvas, random);
        if (random.Next(2) == 0)
        {
            canvas.Mirror();
        }

        return PngWriter.Write(canvas);
    }

    private static Action<Canvas, Random> Painter(DemoScene scene) => scene switch
    {
        DemoScene.Pothole => RoadScenes.Pothole,
        DemoScene.CrackedPavement => RoadScenes.CrackedPavement,
        DemoScene.FloodedStreet => RoadScenes.FloodedStreet,
        DemoScene.FadedCrosswalk => RoadScenes.FadedCrosswalk,
        DemoScene.CarOnCrosswalk => RoadScenes.CarOnCrosswalk,
        DemoScene.BrokenStreetLamp => StreetScenes.BrokenStreetLamp,
        DemoScene.OverflowingRubbish => StreetScenes.OverflowingRubbish,
        DemoScene.GraffitiWall => StreetScenes.GraffitiWall,
        DemoScene.StraySignboard => StreetScenes.StraySignboard,
        DemoScene.NoisyConstruction => StreetScenes.NoisyConstruction,
        DemoScene.FallenTree => ParkScenes.FallenTree,
        DemoScene.BrokenBench => ParkScenes.BrokenBench,
        DemoScene.BrokenSwing => ParkScenes.BrokenSwing,
        DemoScene.RiverWalk => ParkScenes.RiverWalk,
        DemoScene.MarketStreet => CityScenes.MarketStreet,
        DemoScene.CityHall => CityScenes.CityHall,
        DemoScene.CitizensMeeting => CityScenes.CitizensMeeting,
        DemoScene.CherryBlossoms => CityScenes.CherryBlossoms,
        DemoScene.ChildrenLibrary => CityScenes.ChildrenLibrary,
        _ => throw new ArgumentOutOfRangeException(nameof(scene), scene, "Nobody has drawn this scene."),
    };
}
