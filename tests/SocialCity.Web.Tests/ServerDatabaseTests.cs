using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Configuration;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests;

/// <summary>What of the way to a SQL Server can be proven without one.</summary>
public sealed class ServerDatabaseTests
{
    private const string Server = "Server=db.example,1444;Database=Precious;User ID=tester;Password=p;TrustServerCertificate=true";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_server_named_the_tests_run_on_SQLite(string? variable) => Assert.Null(ServerDatabase.For(variable));

    [Fact]
    public void A_value_that_is_no_connection_string_is_told_by_the_name_of_the_variable()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => ServerDatabase.For("Sever=db.example"));
        Assert.Contains(ServerDatabase.Variable, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_application_has_a_database_of_its_own_and_never_the_one_that_the_variable_names()
    {
        ServerDatabase one = new(Server);
        ServerDatabase other = new(Server);
        SqlConnectionStringBuilder reached = new(one.ConnectionString);

        Assert.NotEqual(one.Name, other.Name);
        Assert.StartsWith(ServerDatabase.Prefix, one.Name, StringComparison.Ordinal);
        Assert.Equal(one.Name, reached.InitialCatalog);
        Assert.Equal(
            new SqlConnectionStringBuilder(Server) { InitialCatalog = "" }.ConnectionString,
            new SqlConnectionStringBuilder(one.ConnectionString) { InitialCatalog = "" }.ConnectionString);
    }

    [Fact]
    public void The_application_takes_the_settings_it_is_given()
    {
        ServerDatabase database = new(Server);
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();

        DatabaseOptions options = Settings.Read<DatabaseOptions>(configuration.GetSection(DatabaseOptions.Section));

        Assert.Equal(DatabaseProvider.SqlServer, options.Provider);
        Assert.Equal(database.ConnectionString, options.ConnectionString);
    }

    [Fact]
    public async Task What_was_never_made_is_dropped_without_asking_the_server() => await new ServerDatabase(Server).DropAsync();

    [Fact]
    public async Task An_application_with_a_server_makes_its_database_there_before_it_starts()
    {
        // Nobody listens at this port: the attempt itself is the proof.
        App app = new() { Database = new ServerDatabase("Server=tcp:127.0.0.1,1;Connect Timeout=1;ConnectRetryCount=0") };

        Assert.Contains(Chain(Record.Exception(() => app.Services)), e => e is SqlException);
        Assert.Contains(Chain(await Record.ExceptionAsync(async () => await app.DisposeAsync())), e => e is SqlException);
        Assert.False(Directory.Exists(app.Folder));
    }

    private static IEnumerable<Exception> Chain(Exception? exception)
    {
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
