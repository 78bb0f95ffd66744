using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Media;

namespace SocialCity.Complaints;

/// <summary>The complaints that a person filed, with what they may see of them, and those they support.</summary>
public sealed class ComplaintPersonalData(CityDb db, MediaStore media) : IPersonalData
{
    public async Task ExportAsync(long accountId, PersonalArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddJsonAsync("complaints.json", ComplaintsOf(accountId).AsAsyncEnumerable(), cancellationToken);
        await archive.AddJsonAsync(
            "supports.json",
            db.ComplaintSupports.AsNoTracking().Where(s => s.AccountId == accountId)
                .Join(db.Complaints, s => s.ComplaintId, c => c.Id, (s, c) => new { c.Number, c.Title, s.At })
                .OrderBy(s => s.At).AsAsyncEnumerable(),
            cancellationToken);
        var photos = await db.Complaints.AsNoTracking().FiledBy(accountId)
            .SelectMany(c => c.Photos, (c, photo) => new { c.Id, c.Number, photo.Order, photo.MediaId })
            .Join(db.Set<MediaFile>(), p => p.MediaId, m => m.Id, (p, m) => new { p.Id, p.Number, p.Order, Media = m.Key, Type = m.ContentType })
            .ToListAsync(cancellationToken);
        foreach (var photo in photos)
        {
            await using FileStream? file = media.OpenRead(photo.Media);
            if (file is not null)
            {
                await archive.AddAsync(
                    NameOf(photo.Number, photo.Id, photo.Order, photo.Type),
                    (stream, ct) => file.CopyToAsync(stream, ct),
                    cancellationToken);
            }
        }
    }

    /// <summary>
    /// Complaints stay as records of the administration (Public Records Act), without who filed them. A support goes, and its count with it.
    /// Photos of forms never sent go with the next sweep.
    /// </summary>
    public async Task ForgetAsync(long accountId, CancellationToken cancellationToken)
    {
        List<Complaint> complaints = await db.Complaints.FiledBy(accountId).ToListAsync(cancellationToken);
        complaints.ForEach(complaint => complaint.ForgetPetitioner());
        await db.SaveChangesAsync(cancellationToken);
        await db.ComplaintEvents.Where(e => e.ActorId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.ActorId, (long?)null), cancellationToken);
        await db.Complaints.Where(c => db.ComplaintSupports.Any(s => s.ComplaintId == c.Id && s.AccountId == accountId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.SupportCount, c => c.SupportCount - 1), cancellationToken);
        await db.ComplaintSupports.Where(s => s.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
        await db.Set<MediaFile>().Where(m => m.UploadedById == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.UploadedById, (long?)null), cancellationToken);
    }

    /// <summary>Under which name a photo lies in the archive.</summary>
    private static string NameOf(string? number, long id, int order, string contentType)
    {
        string extension = contentType.Split('/')[^1].Replace("jpeg", "jpg", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"photos/{number ?? $"draft-{id}"}-{order + 1}.{extension}");
    }

    // Internal notes are the office's, and who acted stays unnamed: the department speaks.
    private IQueryable<object> ComplaintsOf(long accountId) =>
        db.Complaints.AsNoTracking().FiledBy(accountId).OrderBy(c => c.Id).Select(c => new
        {
            c.Number,
            c.Title,
            c.Text,
            Category = db.ComplaintCategories.Where(k => k.Id == c.CategoryId).Select(k => k.Name.Ko).FirstOrDefault(),
            District = db.Districts.Where(d => d.Id == c.DistrictId).Select(d => d.Name.Ko).FirstOrDefault(),
            c.Address,
            c.Latitude,
            c.Longitude,
            c.IsPrivate,
            c.State,
            c.Outcome,
            c.OwnerElsewhere,
            DuplicateOf = db.Complaints.Where(d => d.Id == c.DuplicateOfId && (d.IsListed || d.AuthorId == accountId)).Select(d => d.Number).FirstOrDefault(),
            Department = db.Departments.Where(d => d.Id == c.DepartmentId).Select(d => d.Name.Ko).FirstOrDefault(),
            c.Satisfaction,
            c.FiledAt,
            c.ReceivedAt,
            c.DueAt,
            // In the archive each is called by the number of its complaint and this place.
            Photos = c.Photos.OrderBy(p => p.Order).Select(p => new { Place = p.Order + 1, p.Media!.AltText }).ToList(),
            Replies = c.Replies.Select(r => new
            {
                Question = db.Set<CategoryQuestion>().Where(q => q.Id == r.QuestionId).Select(q => q.Label.Ko).FirstOrDefault(),
                r.Value,
            }).ToList(),
            Events = c.Events.Where(e => !e.IsInternal).OrderBy(e => e.Id).Select(e => new
            {
                e.At,
                e.Act,
                e.Role,
                Department = db.Departments.Where(d => d.Id == e.ByDepartmentId).Select(d => d.Name.Ko).FirstOrDefault(),
                e.Text,
                e.Outcome,
                e.Ground,
                e.DueAfter,
                To = db.Departments.Where(d => d.Id == e.ToDepartmentId).Select(d => d.Name.Ko).FirstOrDefault(),
            }).ToList(),
        });
}
