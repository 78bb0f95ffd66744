using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Web.Shared.Photos;

/// <summary>A photo that was taken in and waits for its form to be sent.</summary>
/// <param name="Key">The file's key.</param>
/// <param name="Name">As the uploader called it.</param>
/// <param name="Token">What the form carries to prove that this person uploaded it.</param>
public sealed record StagedPhoto(long Id, string Key, string Name, string Token)
{
    /// <summary>Where the uploader, and nobody else, sees it.</summary>
    public string Path => $"/media/{Key}?staged={Token}";
}

/// <summary>
/// Photos between their upload and the form that they belong to: each survives a mistake elsewhere in the form. The form carries a protected token for
/// each, so that nobody attaches, or looks at, what somebody else uploaded.
/// </summary>
public sealed class StagedPhotos(
    CityDb db, PhotoIntake intake, IDataProtectionProvider protection, CurrentAccount account, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("StagedPhotos");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Takes an upload in and saves its record.</summary>
    public async Task<(StagedPhoto? Photo, PhotoRefusal? Refusal)> StageAsync(IFormFile upload, CancellationToken cancellationToken)
    {
        await using Stream content = upload.OpenReadStream();
        PhotoStaging staging = await intake.StageAsync(content, upload.FileName, account.Id, Now, cancellationToken);
        if (staging.File is not { } file)
        {
            return (null, staging.Refusal);
        }

        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        return (new StagedPhoto(file.Id, file.Key, file.OriginalName, TokenOf(file)), null);
    }

    /// <summary>Reads a token; null for one that is forged, somebody else's or too old.</summary>
    public StagedPhoto? Read(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return null;
        }

        try
        {
            Content? content = JsonSerializer.Deserialize<Content>(_protector.Unprotect(token));
            return content is null || content.By != account.Id || content.Until < Now
                ? null
                : new StagedPhoto(content.Id, content.Key, content.Name, token);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The records of photos that still wait, in the order asked, each described.</summary>
    public async Task<IReadOnlyList<MediaFile>> TakeAsync(
        IReadOnlyList<(StagedPhoto Photo, string? Alt)> photos, CancellationToken cancellationToken)
    {
        if (photos.Count == 0)
        {
            return [];
        }

        long[] ids = [.. photos.Select(p => p.Photo.Id)];
        Dictionary<long, MediaFile> files = await db.Set<MediaFile>()
            .Where(m => ids.Contains(m.Id) && m.AttachedAt == null)
            .ToDictionaryAsync(m => m.Id, cancellationToken);
        List<MediaFile> taken = [];
        foreach ((StagedPhoto photo, string? alt) in photos)
        {
            if (files.Remove(photo.Id, out MediaFile? file))
            {
                file.Describe(alt);
                taken.Add(file);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return taken;
    }

    private string TokenOf(MediaFile file) => _protector.Protect(
        JsonSerializer.Serialize(new Content(file.Id, file.Key, file.OriginalName, account.Id, file.UploadedAt + MediaFile.StagedFor)));

    private sealed record Content(long Id, string Key, string Name, long? By, DateTime Until);
}
