using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SocialCity.Media;

namespace SocialCity.Tests.Media;

public sealed class MediaFileTests
{
    private static readonly DateTime Now = new(2026, 9, 18, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Staged_photo_is_attached_once()
    {
        var file = Staged("a.jpg");
        Assert.True(file.IsStaged);

        Assert.Equal(MediaAttachment.Attached, file.Attach(Now.AddMinutes(5)));
        Assert.Equal(MediaAttachment.AlreadyAttached, file.Attach(Now.AddMinutes(6)));

        Assert.Equal(Now.AddMinutes(5), file.AttachedAt);
    }

    [Theory]
    [InlineData("가로등.jpg", "가로등.jpg")]
    [InlineData("C:\\Users\\hong\\가로등.jpg", "가로등.jpg")]
    [InlineData("/home/hong/사진/가로등.jpg", "가로등.jpg")]
    [InlineData("../../x.jpg", "x.jpg")]
    [InlineData("photo\u202Egpj.exe", "photogpj.exe")]
    [InlineData("a\0b\r\nc\u200B.jpg", "abc.jpg")]
    [InlineData("\u1100\u1161.jpg", "가.jpg")]
    [InlineData("x\uD800y.jpg", "xy.jpg")]
    [InlineData("  ", "photo.jpg")]
    [InlineData("..", "photo.jpg")]
    [InlineData("", "photo.jpg")]
    [InlineData(null, "photo.jpg")]
    public void Name_of_the_sender_is_for_display_only(string? sent, string shown) => Assert.Equal(shown, Staged(sent).OriginalName);

    [Fact]
    public void Long_name_is_cut_between_letters()
    {
        string family = "👨‍👩‍👧‍👦";
        string name = Staged(new string('가', 195) + family + ".jpg").OriginalName;

        // Zero-width joiners go, so the family comes apart into people, of whom no half may remain.
        Assert.Equal(new string('가', 195) + "👨👩", name);
    }

    [Fact]
    public void Description_is_trimmed_and_may_be_taken_back()
    {
        var file = Staged("a.jpg");

        file.Describe("  꺼진 가로등  ");
        Assert.Equal("꺼진 가로등", file.AltText);

        file.Describe(" ");
        Assert.Null(file.AltText);
        Assert.Throws<ArgumentException>(() => file.Describe(new string('x', MediaFile.MaxAltTextLength + 1)));
    }

    [Fact]
    public void Keys_are_safe_in_addresses_and_do_not_repeat()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => MediaFile.NewKey()).ToList();

        Assert.All(keys, key => Assert.Matches("^[a-z2-7]{26}$", key));
        Assert.Equal(keys.Count, keys.Distinct().Count());
        Assert.All(keys, key => Assert.True(MediaFile.IsKey(key)));
    }

    [Fact]
    public async Task Abandoned_are_those_staged_for_more_than_a_day()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new MediaDb(new DbContextOptionsBuilder<MediaDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        var attached = Staged("attached", Now.AddDays(-9));
        attached.Attach(Now.AddDays(-9));
        db.AddRange(attached, Staged("old", Now.AddDays(-1).AddSeconds(-1)), Staged("young", Now.AddDays(-1)));
        await db.SaveChangesAsync();

        var abandoned = await db.Files.Abandoned(Now).Select(file => file.OriginalName).ToListAsync();

        Assert.Equal(["old"], abandoned);
    }

    [Fact]
    public async Task Two_records_cannot_share_a_key()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var db = new MediaDb(new DbContextOptionsBuilder<MediaDb>().UseSqlite(connection).Options);
        await db.Database.EnsureCreatedAsync();
        string key = MediaFile.NewKey();
        db.AddRange(MediaFile.Stage(Photo(), key, "a", null, Now), MediaFile.Stage(Photo(), key, "b", null, Now));

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
    }

    private static MediaFile Staged(string? name, DateTime? at = null) => MediaFile.Stage(Photo(), MediaFile.NewKey(), name, null, at ?? Now);

    private static StrippedPhoto Photo() =>
        PhotoInspector.Inspect(Fixture.Read("grey.jpg")).Photo ?? throw new InvalidOperationException();

    private sealed class MediaDb(DbContextOptions<MediaDb> options) : DbContext(options)
    {
        public DbSet<MediaFile> Files => Set<MediaFile>();

        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.ApplyConfigurationsFromAssembly(typeof(MediaFile).Assembly, type => type.Namespace == typeof(MediaFile).Namespace);
    }
}
