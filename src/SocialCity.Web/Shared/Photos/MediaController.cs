using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using SocialCity.Blog;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Web.Shared.Photos;

/// <summary>
/// Serves photos to whom the thing they belong to is shown; a photo that still waits for its form only to whoever uploaded it.
/// </summary>
[AllowAnonymous]
public sealed class MediaController(CityDb db, MediaStore store, StagedPhotos photos, CurrentAccount account) : Controller
{
    /// <summary>A photo never changes under its key, but what it belongs to may be taken down: whoever keeps it asks again, and gets 304.</summary>
    private const string ForAnHour = "public, max-age=3600";

    private const string ForOne = "private, no-store";

    [HttpGet("media/{key}")]
    public async Task<IActionResult> Show(string key, string? staged, CancellationToken cancellationToken)
    {
        if (!MediaFile.IsKey(key))
        {
            return NotFound();
        }

        IQueryable<Complaint> complaints = db.Complaints.VisibleTo(account.Actor);
        IQueryable<Article> articles = db.Articles.VisibleTo(account.Actor);
        var found = await db.Set<MediaFile>().AsNoTracking()
            .Where(m => m.Key == key)
            .Select(m => new
            {
                File = m,
                IsPublic = db.Complaints.Listed().Any(c => c.Photos.Any(p => p.MediaId == m.Id))
                    || db.Articles.Readable().Any(a => a.CoverId == m.Id || a.Photos.Any(p => p.MediaId == m.Id)),
                IsMine = complaints.Any(c => c.Photos.Any(p => p.MediaId == m.Id))
                    || articles.Any(a => a.CoverId == m.Id || a.Photos.Any(p => p.MediaId == m.Id)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        bool isAdmitted = found is not null
            && (found.IsPublic || found.IsMine || (found.File.UploadedById is { } uploader && uploader == account.Id)
                || (found.File.IsStaged && photos.Read(staged)?.Key == key));
        if (found is null || !isAdmitted || store.OpenRead(key) is not { } content)
        {
            return NotFound();
        }

        Response.Headers.CacheControl = found.IsPublic ? ForAnHour : ForOne;
        Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return File(content, found.File.ContentType, new DateTimeOffset(found.File.UploadedAt, TimeSpan.Zero), new EntityTagHeaderValue($"\"{found.File.Sha256}\""));
    }
}
