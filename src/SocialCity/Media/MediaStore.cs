namespace SocialCity.Media;

/// <summary>
/// The folder that holds the photos. A file is named by its key and nothing else, in folders by the key's first letters (a directory with a million files is slow
/// to list and to back up): <c>ab/cd/abcd...</c>. A file appears whole or not at all.
/// </summary>
public sealed class MediaStore(string root)
{
    private const string IncomingFolder = "incoming";
    private const int SweepBatch = 500;

    private readonly string _root = Path.GetFullPath(root);

    public Task SaveAsync(string key, StrippedPhoto photo, CancellationToken cancellationToken = default) =>
        SaveAsync(key, photo.WriteToAsync, cancellationToken);

    /// <summary>Writes beside, forces the bytes to the disk and only then gives the file its name.</summary>
    /// <exception cref="ArgumentException">The key is none.</exception>
    /// <exception cref="IOException">The disk is full or the key is taken.</exception>
    public async Task SaveAsync(string key, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken = default)
    {
        string path = PathOf(key);
        string incoming = Path.Combine(_root, IncomingFolder);
        Directory.CreateDirectory(incoming);
        string temporary = Path.Combine(incoming, MediaFile.NewKey());
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, useAsync: true))
            {
                await write(file, cancellationToken);
                await file.FlushAsync(cancellationToken);
                file.Flush(flushToDisk: true);
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _root);
            File.Move(temporary, path, overwrite: false);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>The stored file, or null when there is none of that name, whatever the name is.</summary>
    public FileStream? OpenRead(string? key)
    {
        if (!MediaFile.IsKey(key) || !File.Exists(PathOf(key)))
        {
            return null;
        }

        try
        {
            return new FileStream(PathOf(key), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, useAsync: true);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null; // deleted in between
        }
    }

    /// <returns>False when there was no such file.</returns>
    public bool Delete(string? key)
    {
        if (!MediaFile.IsKey(key) || !File.Exists(PathOf(key)))
        {
            return false;
        }

        File.Delete(PathOf(key));
        return true;
    }

    /// <summary>
    /// Deletes files that no record names, and remains of broken uploads. Young ones are left alone: their
    /// record may be about to be saved.
    /// </summary>
    /// <param name="known">Of these keys, those that have a record.</param>
    /// <param name="before">UTC; only files last written before are looked at.</param>
    /// <returns>How many files were deleted.</returns>
    public async Task<int> SweepAsync(
        Func<IReadOnlyCollection<string>, CancellationToken, Task<IReadOnlySet<string>>> known,
        DateTime before,
        CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(_root))
        {
            return 0;
        }

        int deleted = 0;
        string incoming = Path.Combine(_root, IncomingFolder);
        if (Directory.Exists(incoming))
        {
            foreach (string remains in Directory.EnumerateFiles(incoming).Where(IsOld))
            {
                File.Delete(remains);
                deleted++;
            }
        }

        var keys = Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is var name && MediaFile.IsKey(name) && path == PathOf(name) && IsOld(path))
            .Select(path => Path.GetFileName(path));
        foreach (string[] batch in keys.Chunk(SweepBatch))
        {
            var recorded = await known(batch, cancellationToken);
            deleted += batch.Count(key => !recorded.Contains(key) && Delete(key));
        }

        return deleted;

        bool IsOld(string path) => File.GetLastWriteTimeUtc(path) < before;
    }

    private string PathOf(string key) => MediaFile.IsKey(key)
        ? Path.Combine(_root, key[..2], key[2..4], key)
        : throw new ArgumentException("Not a media key.", nameof(key));
}
