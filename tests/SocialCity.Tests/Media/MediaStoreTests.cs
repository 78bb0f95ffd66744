using SocialCity.Media;

namespace SocialCity.Tests.Media;

public sealed class MediaStoreTests : IDisposable
{
    private static readonly DateTime Now = new(2026, 9, 18, 3, 0, 0, DateTimeKind.Utc);

    private readonly TemporaryFolder _folder = new();
    private readonly MediaStore _store;

    public MediaStoreTests() => _store = new MediaStore(Path.Combine(_folder.Path, "media"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Saved_photo_is_read_back_as_it_was_cleaned()
    {
        var photo = Photo();
        string key = MediaFile.NewKey();

        await _store.SaveAsync(key, photo);

        await using var stored = _store.OpenRead(key);
        Assert.NotNull(stored);
        Assert.Equal(photo.Sha256, Convert.ToHexStringLower(await System.Security.Cryptography.SHA256.HashDataAsync(stored)));
        Assert.EndsWith(Path.Combine("media", key[..2], key[2..4], key), Assert.Single(_folder.Files()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Broken_upload_leaves_nothing_behind()
    {
        string key = MediaFile.NewKey();

        await Assert.ThrowsAsync<IOException>(() => _store.SaveAsync(key, async (stream, cancellation) =>
        {
            await stream.WriteAsync("half"u8.ToArray(), cancellation);
            throw new IOException("The line went dead.");
        }));

        Assert.Empty(_folder.Files());
        Assert.Null(_store.OpenRead(key));
    }

    [Fact]
    public async Task Stored_photo_is_never_overwritten()
    {
        string key = MediaFile.NewKey();
        await _store.SaveAsync(key, Photo());

        await Assert.ThrowsAsync<IOException>(() => _store.SaveAsync(key, Photo()));

        Assert.Single(_folder.Files());
    }

    [Theory]
    [InlineData("../../../../etc/passwd")]
    [InlineData("..\\..\\..\\windows\\win.ini")]
    [InlineData("/etc/passwd")]
    [InlineData("..%2f..%2f..%2f..%2fetc%2fpass")]
    [InlineData("../abcdefghijklmnopqrstuvw")]
    [InlineData("abcdefghijklmnopqrstuvwxy/")]
    [InlineData("abcdefghijklmnopqrstuvwxy\0")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("abcdefghijklmnopqrstuvwxy")]
    [InlineData("C:cdefghijklmnopqrstuvwxyz")]
    [InlineData("incoming")]
    [InlineData("")]
    [InlineData(null)]
    public async Task What_is_no_key_never_becomes_a_path(string? name)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "abcdefghijklmnopqrstuvw"), "outside of the store");

        Assert.Null(_store.OpenRead(name));
        Assert.False(_store.Delete(name));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.SaveAsync(name ?? "", Photo()));
        Assert.Single(_folder.Files());
    }

    [Fact]
    public async Task Deleted_photo_is_gone_and_deleting_again_says_so()
    {
        string key = MediaFile.NewKey();
        await _store.SaveAsync(key, Photo());

        Assert.True(_store.Delete(key));
        Assert.False(_store.Delete(key));
        Assert.Null(_store.OpenRead(key));
    }

    [Fact]
    public async Task Sweep_removes_old_files_without_a_record_and_nothing_else()
    {
        string[] keys = [MediaFile.NewKey(), MediaFile.NewKey(), MediaFile.NewKey()];
        var (recorded, orphan, young) = (keys[0], keys[1], keys[2]);
        foreach (string key in keys)
        {
            await _store.SaveAsync(key, Photo());
        }

        string remains = Path.Combine(_folder.Path, "media", "incoming", "remains");
        string stranger = Path.Combine(_folder.Path, "media", "README");
        await File.WriteAllTextAsync(remains, "half");
        await File.WriteAllTextAsync(stranger, "not ours");
        foreach (string path in _folder.Files())
        {
            File.SetLastWriteTimeUtc(path, path.EndsWith(young, StringComparison.Ordinal) ? Now : Now.AddDays(-3));
        }

        List<string> asked = [];
        int deleted = await _store.SweepAsync(
            (batch, _) =>
            {
                asked.AddRange(batch);
                return Task.FromResult<IReadOnlySet<string>>(new HashSet<string> { recorded });
            },
            before: Now.AddDays(-1));

        Assert.Equal(2, deleted);
        Assert.Equal(new[] { recorded, orphan }.Order(), asked.Order());
        Assert.Null(_store.OpenRead(orphan));
        Assert.False(File.Exists(remains));
        Assert.True(File.Exists(stranger));
        foreach (string kept in (string[])[recorded, young])
        {
            await using var stored = _store.OpenRead(kept);
            Assert.NotNull(stored);
        }
    }

    [Fact]
    public async Task Sweep_of_a_store_that_was_never_used_finds_nothing() =>
        Assert.Equal(0, await _store.SweepAsync((_, _) => throw new InvalidOperationException(), Now));

    [Fact]
    public async Task Intake_stores_an_upload_and_stages_its_record()
    {
        var intake = new PhotoIntake(_store);
        using var upload = new MemoryStream(Fixture.Read("phone.jpg"));

        var staging = await intake.StageAsync(upload, "C:\\fakepath\\웅덩이.jpg", uploadedById: 7, Now);

        var file = staging.File;
        Assert.NotNull(file);
        Assert.Null(staging.Refusal);
        Assert.Equal(("웅덩이.jpg", "image/jpeg", 48, 64, 7L, Now), (file.OriginalName, file.ContentType, file.Width, file.Height, file.UploadedById, file.UploadedAt));
        await using var stored = _store.OpenRead(file.Key);
        Assert.Equal(file.Bytes, stored?.Length);
    }

    [Fact]
    public async Task Intake_of_a_refused_upload_stores_nothing()
    {
        using var upload = new MemoryStream("<svg/>"u8.ToArray());

        var staging = await new PhotoIntake(_store).StageAsync(upload, "a.svg", null, Now);

        Assert.Equal((null, PhotoRefusal.NotAPhoto), (staging.File, staging.Refusal));
        Assert.Empty(_folder.Files());
    }

    private static StrippedPhoto Photo() =>
        PhotoInspector.Inspect(Fixture.Read("grey.jpg")).Photo ?? throw new InvalidOperationException();
}
