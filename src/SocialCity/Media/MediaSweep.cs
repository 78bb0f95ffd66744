using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Media;

/// <summary>Removes photos whose forms were never sent, and files that no record names.</summary>
public sealed class MediaSweep(CityDb db, MediaStore store, TimeProvider time)
{
    /// <summary>Returns how many files were deleted.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        // Records first: a file without a record is found the next time, a record without its file would be a broken picture.
        await db.Set<MediaFile>().Abandoned(now).ExecuteDeleteAsync(cancellationToken);
        return await store.SweepAsync(
            async (keys, ct) => await db.Set<MediaFile>().Where(f => keys.Contains(f.Key)).Select(f => f.Key).ToHashSetAsync(ct),
            now - MediaFile.StagedFor,
            cancellationToken);
    }
}
