using Microsoft.Extensions.Configuration;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

public sealed class SettingsTests
{
    [Fact]
    public void Every_setting_has_a_line_in_the_guide_for_those_who_run_the_portal()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "deployment.md"));
        string[] missing =
        [
            .. from type in typeof(Commands).Assembly.GetTypes()
               let section = type.GetField("Section")?.GetRawConstantValue() as string
               where section is not null
               from property in type.GetProperties()
               let name = property.PropertyType == typeof(Limit) ? $"| `{property.Name}` |" : $"`{section}:{property.Name}`"
               where !guide.Contains(name, StringComparison.Ordinal)
               select name,
        ];

        Assert.True(missing.Length == 0, $"docs/deployment.md says nothing of {string.Join(", ", missing)}");
    }

    [Fact]
    public void Without_a_setting_the_defaults_hold()
    {
        var options = Settings.Read<RateLimitOptions>(new ConfigurationBuilder().Build().GetSection(RateLimitOptions.Section));

        Assert.Equal(60, options.SignIn.Permits);
    }
}
