using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace SocialCity.Web.Tests.Complaints;

/// <summary>The map's library is there where npm was when the portal was built; the drawing of the dongs is there always.</summary>
public sealed class MapLibraryTests(BoardApp app) : IClassFixture<BoardApp>
{
    private const string Map = "[data-board-map]";

    [Fact]
    public async Task A_map_names_what_its_script_loads_if_that_was_built_in()
    {
        Page page = await app.Visitor().Get("/complaints?view=map");
        string? library = page.One(Map).GetAttribute("data-library");

        Assert.Equal(File.Exists(Path.Combine(Repository.Root, "src/SocialCity.Web/wwwroot/lib/leaflet/leaflet.js")), library is not null);
        Assert.True(page.Has($"{Map} svg a polygon[data-shape]"));
        foreach (string address in library is null ? [] : (string[])[library, page.One(Map).GetAttribute("data-map-style") ?? "", "/lib/leaflet/leaflet.css"])
        {
            using HttpResponseMessage file = await app.Visitor().Http.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
    }

    [Theory]
    [InlineData("/complaints?view=map", Map)]
    [InlineData("/complaints/new", "[data-place-map]")]
    public async Task Without_the_library_no_script_asks_for_it_and_the_drawing_stays(string address, string map)
    {
        var environment = app.Services.GetRequiredService<IWebHostEnvironment>();
        IFileProvider files = environment.WebRootFileProvider;
        environment.WebRootFileProvider = new NullFileProvider();
        try
        {
            Page page = await app.Visitor().Get(address);

            Assert.Null(page.One(map).GetAttribute("data-library"));
            Assert.True(page.Has($"{map} svg polygon"));
        }
        finally
        {
            environment.WebRootFileProvider = files;
        }
    }

    [Fact]
    public void The_lock_file_holds_everybody_to_one_version_and_nobody_to_one_registry()
    {
        string lockFile = File.ReadAllText(Path.Combine(Repository.Root, "src/SocialCity.Web/package-lock.json"));

        Assert.Contains("\"integrity\": \"sha512-", lockFile, StringComparison.Ordinal);
        Assert.DoesNotContain("resolved", lockFile, StringComparison.Ordinal);
        Assert.DoesNotContain("://", lockFile, StringComparison.Ordinal);
    }
}
