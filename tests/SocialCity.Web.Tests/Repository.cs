namespace SocialCity.Web.Tests;

/// <summary>The sources, for tests that read them.</summary>
public static class Repository
{
    /// <summary>The folder that holds SocialCity.sln.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "SocialCity.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("SocialCity.sln lies in no folder above the tests."));
}
