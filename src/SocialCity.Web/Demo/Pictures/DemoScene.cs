namespace SocialCity.Web.Demo.Pictures;

/// <summary>What the demonstration city has photos of: its troubles first, then its good sides.</summary>
public enum DemoScene
{
    Pothole,
    BrokenStreetLamp,
    OverflowingRubbish,
    CarOnCrosswalk,
    FallenTree,
    BrokenBench,
    FloodedStreet,
    CrackedPavement,
    GraffitiWall,
    BrokenSwing,
    FadedCrosswalk,
    NoisyConstruction,
    StraySignboard,
    MarketStreet,
    RiverWalk,
    CityHall,
    CitizensMeeting,
    CherryBlossoms,
    ChildrenLibrary,
}
