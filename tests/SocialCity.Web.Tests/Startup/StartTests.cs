using Microsoft.Data.Sqlite;
using SocialCity.Tests.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

/// <summary>The program itself, as an operator starts it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("socialcity-start-").FullName;

    private string DatabaseFile => Path.Combine(folder, "data", "city.db");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Sqlite, SqlServer")]
    [InlineData("Database:Provider", "SqlServer", "Database:ConnectionString")]
    [InlineData("Database:ConnectionString", "Server=db", "Database:Provider=SqlServer")]
    [InlineData("Storage:Foldr", "elsewhere", "known are Folder")]
    [InlineData("Logs:KeepDays", "0", "Logs:KeepDays")]
    [InlineData("Logs:KeepDays", "many", "many")]
    [InlineData("Security:Proxies:0", "proxy.example", "'proxy.example' is no IP address")]
    [InlineData("RateLimits:SignIn:Permits", "0", "RateLimits:SignIn:Permits")]
    [InlineData("urls", "http:/nowhere", "http:/nowhere")]
    [InlineData("urls", "http://localhost:99999", "http://localhost:99999")]
    [InlineData("Databas:Provider", "SqlServer", "Databas:Provider is unknown")]
    [InlineData("Mails:Host", "mail.example", "Mails:Host is unknown")]
    [InlineData("Storag", "elsewhere", "Storag is unknown")]
    [InlineData("Storage", "elsewhere", "Storage is a section")]
    [InlineData("Storage:Folder:Path", "elsewhere", "Storage:Folder is one value")]
    [InlineData("ExternalSignIn:Kakao", "abc", "known in it are ClientId, ClientSecret")]
    [InlineData("ExternalSignIn:Kakao:ClientIdd", "abc", "ExternalSignIn:Kakao:ClientIdd is unknown")]
    [InlineData("Security:Proxies", "10.0.0.5", "Security:Proxies:0=10.0.0.5")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud", "Loud")]
    [InlineData("Serilog:MinimumLevel:Override:Quartz", "Loud", "Loud")]
    public async Task A_wrong_setting_stops_the_start_with_one_sentence(string setting, string value, string told)
    {
        var (code, output, error) = await RunAsync($"--{setting}={value}");

        ProgramRun.AssertOneSentence(error, told);
        Assert.Equal("", output);
        Assert.Equal(Commands.WrongSetting, code);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_stops_the_start_with_one_sentence()
    {
        string file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "in the way");

        var (code, output, error) = await RunAsync($"--Storage:Folder={file}/data");

        ProgramRun.AssertOneSentence(error, "Storage:Folder");
        Assert.Equal("", output);
        Assert.Equal(Commands.WrongSetting, code);
    }

    [Fact]
    public async Task A_setting_of_no_section_stops_the_start_before_anything_is_made()
    {
        await RunAsync("--Storge:Folder=elsewhere");

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0")]
    [InlineData("999999999999")]
    public async Task A_scale_that_is_no_number_within_bounds_ends_with_one_sentence_and_code_2(string scale)
    {
        var (code, output, error) = await RunAsync("demo", "--scale", scale);

        ProgramRun.AssertOneSentence(error, "--scale takes 1 to");
        Assert.Equal("", output);
        Assert.Equal(Commands.WrongCommand, code);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("--migrat")]
    [InlineData("--urls")]
    public async Task An_unknown_word_ends_with_one_sentence_and_code_2(string word)
    {
        var (code, output, error) = await RunAsync(word);

        ProgramRun.AssertOneSentence(error, word);
        Assert.Equal("", output);
        Assert.Equal(Commands.WrongCommand, code);
        Assert.False(Directory.Exists(Path.Combine(folder, "data")));
    }

    [Fact]
    public async Task Help_lists_the_commands_and_touches_nothing()
    {
        var (code, output, error) = await RunAsync("--help");

        Assert.Contains("--migrate", output, StringComparison.Ordinal);
        Assert.Contains("recount", output, StringComparison.Ordinal);
        Assert.Contains("administrator", output, StringComparison.Ordinal);
        Assert.Contains("--version", output, StringComparison.Ordinal);
        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_finds_nothing_to_do_the_next_time()
    {
        Assert.Contains("applied", (await RunAsync("--migrate")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("applied", (await RunAsync("--migrate")).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(DatabaseFile));
    }

    [Fact]
    public async Task Recount_says_what_was_wrong_and_finds_all_right_the_next_time()
    {
        MigratedFile.CopyTo(DatabaseFile);
        await ExecuteAsync("INSERT INTO ComplaintTallies (State, CategoryId, Count) VALUES ('Received', 7, 3)");

        Assert.Contains("1 kinds of complaints", (await RunAsync("recount")).Output, StringComparison.Ordinal);
        Assert.Equal("All counts were right.", (await RunAsync("recount")).Output);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start_with_one_sentence()
    {
        MigratedFile.CopyTo(DatabaseFile);
        await ExecuteAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_Future', '99.0.0')");

        var (code, _, error) = await RunAsync("--migrate");

        ProgramRun.AssertOneSentence(error, "29990101000000_Future");
        Assert.Equal(Commands.WrongSetting, code);
    }

    [Fact]
    public async Task A_file_that_is_no_database_stops_the_start_with_one_sentence()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000));

        var (code, _, error) = await RunAsync("--migrate");

        ProgramRun.AssertOneSentence(error, "database");
        Assert.Equal(Commands.WrongSetting, code);
    }

    [Fact]
    public async Task The_lock_of_a_killed_migration_does_not_stop_the_next_one()
    {
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        await ExecuteAsync(
            """
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01 00:00:00');
            """);

        Assert.Contains("applied", (await RunAsync("--migrate")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_can_be_read_by_the_portal_alone()
    {
        MigratedFile.CopyTo(DatabaseFile);
        await RunAsync("--migrate");

        Assert.True(OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(folder, "data", "keys")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    [Fact]
    public async Task In_a_folder_that_everybody_may_read_the_database_is_the_portals_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        string data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        await RunAsync("--migrate");
        // Its owner's for as long as it is used: the files beside it get the mode of the database.
        await using SqliteConnection connection = new($"Data Source={Path.Combine(data, "city.db")}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE Cities SET NearbyMetres = 400";
        await command.ExecuteNonQueryAsync();

        string[] files = [.. Directory.GetFiles(data).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
        Assert.Equal(["city.db", "city.db-shm", "city.db-wal", "migrating.lock"], files);
        foreach (string file in files)
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(data, file)));
        }
    }

    private async Task ExecuteAsync(string sql)
    {
        await using SqliteConnection connection = new($"Data Source={DatabaseFile}");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.InAsync(folder, arguments);
}
