namespace SocialCity.Media;

/// <summary>Takes an upload in: checks it, cleans it, stores it, and makes its record.</summary>
public sealed class PhotoIntake(MediaStore store)
{
    /// <summary>
    /// The caller adds the record to the database. Should that fail, the file is an orphan, which the store's sweep removes.
    /// </summary>
    /// <param name="originalName">As the browser sent it; never used as a path.</param>
    /// <param name="uploadedById">Null for a visitor without an account.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="IOException">The upload broke off, or the file cannot be stored.</exception>
    public async Task<PhotoStaging> StageAsync(
        Stream upload, string? originalName, long? uploadedById, DateTime now, CancellationToken cancellationToken = default)
    {
        var stripping = await PhotoStripper.StripAsync(upload, cancellationToken);
        if (!stripping.Accepted)
        {
            return new PhotoStaging(null, stripping.Refusal);
        }

        string key = MediaFile.NewKey();
        await store.SaveAsync(key, stripping.Photo, cancellationToken);
        return new PhotoStaging(MediaFile.Stage(stripping.Photo, key, originalName, uploadedById, now), null);
    }
}

/// <summary>Either the record of a staged photo or the reason why there is none.</summary>
public sealed record PhotoStaging(MediaFile? File, PhotoRefusal? Refusal);
