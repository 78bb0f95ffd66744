using System.IO.Compression;
using Microsoft.Data.Sqlite;
using SocialCity.Tests.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Startup;

/// <summary>Bringing a blog over and handing it out, as an operator does.</summary>
public sealed class TransferCommandTests : IDisposable
{
    private const string Export = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel><title>누리시</title><link>https://blog.nuri.example</link>
        <item><title>첫 글</title><link>https://blog.nuri.example/first/</link><content:encoded><![CDATA[<p>안녕하세요</p>]]></content:encoded>
        <wp:post_id>1</wp:post_id><wp:post_date_gmt>2020-01-01 00:00:00</wp:post_date_gmt><wp:post_name>first</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>
        <item><title>버린 글</title><wp:post_id>2</wp:post_id><wp:status>trash</wp:status><wp:post_type>post</wp:post_type></item>
        </channel></rss>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("socialcity-transfer-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_blog_is_brought_once_reported_and_handed_out_again()
    {
        MigratedFile.CopyTo(Path.Combine(folder, "data", "city.db"));
        string file = Path.Combine(folder, "export.xml");
        await File.WriteAllTextAsync(file, Export);

        var dry = await RunAsync("import", "wxr", file, "--dry-run");
        var first = await RunAsync("import", "wxr", file);
        var second = await RunAsync("import", "wxr", file);
        var export = await RunAsync("export", "blog", Path.Combine(folder, "out.zip"));
        var again = await RunAsync("export", "blog", Path.Combine(folder, "out.zip"));

        Assert.Equal((0, 0, 0, 0), (dry.Code, first.Code, second.Code, export.Code));
        Assert.Contains("nothing was written", dry.Output, StringComparison.Ordinal);
        Assert.Matches("article +1 +0 +0 +1", first.Output);
        Assert.Matches("article +0 +0 +1 +1", second.Output);
        Assert.Contains("1 of 1 articles", first.Error, StringComparison.Ordinal);
        Assert.Contains("“버린 글”: it lay in the bin", first.Output, StringComparison.Ordinal);
        string[] reports = Directory.GetFiles(Path.Combine(folder, "data", "imports"));
        Assert.Contains(reports, report => File.ReadAllText(report).TrimEnd() == first.Output);
        await using (ZipArchive zip = await ZipFile.OpenReadAsync(Path.Combine(folder, "out.zip")))
        {
            Assert.Equal(["articles/first/index.md"], zip.Entries.Select(e => e.FullName));
        }

        Assert.Equal(Commands.WrongSetting, again.Code);
        Assert.Contains("There is a file", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss><channel><item></channel></rss>", "line 1, column")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><rss>&x;</rss>", "a document type is not accepted")]
    public async Task A_broken_file_is_refused_with_one_sentence_and_nothing_is_written(string content, string told)
    {
        string file = Path.Combine(folder, "bad.xml");
        await File.WriteAllTextAsync(file, content);

        var (code, output, error) = await RunAsync("import", "wxr", file);

        Assert.Equal(Commands.WrongSetting, code);
        Assert.Equal("", output);
        Assert.Contains(told, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "data", "city.db")));
    }

    [Fact]
    public async Task A_zip_that_cannot_be_written_is_refused_with_one_sentence()
    {
        var (code, output, error) = await RunAsync("export", "blog", Path.Combine(folder, "nowhere", "out.zip"));

        Assert.Equal(Commands.WrongSetting, code);
        Assert.Equal("", output);
        Assert.Contains("cannot be written", error, StringComparison.Ordinal);
        Assert.Single(error.Split('\n'));
    }

    [Theory]
    [InlineData("import blogger file.xml")]
    [InlineData("import wxr")]
    [InlineData("import ttxml file.xml --address=here")]
    public async Task Words_that_are_not_understood_end_with_code_2(string words)
    {
        var (code, output, error) = await RunAsync(words.Split(' '));

        Assert.Equal(Commands.WrongCommand, code);
        Assert.Equal("", output);
        Assert.Single(error.Split('\n'));
    }

    private Task<ProgramRun> RunAsync(params string[] arguments) => ProgramRun.InAsync(folder, arguments);
}
