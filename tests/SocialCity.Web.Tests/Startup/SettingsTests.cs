using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using SocialCity.Web.Shared.Outgoing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

public sealed partial class SettingsTests
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
    public void Each_setting_of_the_guide_may_stand_on_the_command_line()
    {
        string guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "deployment.md"));
        string table = guide.Split("## Settings")[1].Split("| Limit |")[0];
        string[] names = [.. SettingOfTheGuide().Matches(table).Select(m => m.Groups["name"].Value)];

        Assert.Contains("urls", names);
        Assert.Contains("Storage:Folder", names);
        Settings.RequireKnown(names.Select(name => $"--{name}=x"));
    }

    [Theory]
    [InlineData("--Databas:Provider=SqlServer")]
    [InlineData("--Databas:Provider", "SqlServer")]
    [InlineData("--urls", "http://localhost:5000", "--Mails=x")]
    public void A_setting_that_nobody_reads_is_refused(params string[] words) =>
        Assert.Contains("is unknown", Assert.Throws<StartupException>(() => Settings.RequireKnown(words)).Message, StringComparison.Ordinal);

    [Fact]
    public void Without_a_setting_the_defaults_hold()
    {
        var options = Settings.Read<RateLimitOptions>(new ConfigurationBuilder().Build().GetSection(RateLimitOptions.Section));

        Assert.Equal(60, options.SignIn.Permits);
    }

    [Theory]
    [InlineData("Time", "25:00", "The setting Test:Time is '25:00'; it takes a time such as 07:00.")]
    [InlineData("Enabled", "ja", "The setting Test:Enabled is 'ja'; it takes true or false.")]
    [InlineData("Count", "many", "The setting Test:Count is 'many'; it takes a whole number.")]
    [InlineData("Count", "99999999999", "The setting Test:Count is '99999999999'; it takes a whole number.")]
    public void A_value_of_the_wrong_kind_is_refused_with_what_would_be_right(string name, string value, string told)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [$"Test:{name}"] = value }).Build();

        Assert.Equal(told, Assert.Throws<StartupException>(() => Settings.Read<Kinds>(configuration.GetSection("Test"))).Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("70000")]
    public void A_port_that_is_none_is_refused(string port)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Outgoing:Ports:0"] = port }).Build();

        Assert.Contains($"{port} is no port", Assert.Throws<StartupException>(() => Settings.Read<OutgoingOptions>(configuration.GetSection("Outgoing"))).Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("^\\| `(?<name>[A-Za-z_]+(:[A-Za-z]+)*)`", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SettingOfTheGuide();

    [Fact]
    public void A_variable_of_another_program_that_is_called_like_a_section_stops_nothing()
    {
        const string name = "SOCIALCITYTESTMAIL";
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { [name] = "/var/mail/root", [$"{name}:Host"] = "mail.example" }).Build();
        Assert.Throws<StartupException>(() => Settings.Read<Receiver>(configuration.GetSection(name)));

        Environment.SetEnvironmentVariable(name, "/var/mail/root");

        Assert.Equal("mail.example", Settings.Read<Receiver>(configuration.GetSection(name.ToLowerInvariant())).Host);
    }

    private sealed class Kinds
    {
        public TimeOnly Time { get; set; }

        public bool Enabled { get; set; }

        public int Count { get; set; }
    }

    private sealed class Receiver
    {
        public string Host { get; set; } = "";
    }
}
