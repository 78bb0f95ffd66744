using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Tests.Media;

namespace SocialCity.Tests.Complaints;

/// <summary>What a guest filed and never confirmed goes, with the photos; what was confirmed stays.</summary>
public sealed class UnconfirmedSweepTests : IDisposable
{
    private readonly TemporaryFolder _uploads = new();

    public void Dispose() => _uploads.Dispose();

    [Fact]
    public async Task A_filing_that_was_never_confirmed_leaves_no_photo()
    {
        using TestCity city = await TestCity.CreateAsync();
        await FileAsGuestAsync(city);

        // A minute too early nothing goes, and nothing when the link was opened in time.
        city.Database.Time.Now += ComplaintDeadlines.ConfirmWithin - TimeSpan.FromMinutes(1);
        Assert.Equal((0, 0), await SweepAsync(city));
        city.Database.Time.Now += TimeSpan.FromMinutes(2);
        Assert.Equal((1, 1), await SweepAsync(city));

        await using CityDb db = city.Database.Open();
        Assert.False(await db.Complaints.AnyAsync());
        Assert.False(await db.Set<MediaFile>().AnyAsync());
        Assert.Empty(_uploads.Files());
    }

    [Fact]
    public async Task A_confirmed_filing_keeps_its_photo()
    {
        using TestCity city = await TestCity.CreateAsync();
        Complaint complaint = await FileAsGuestAsync(city);
        await using (CityDb db = city.Database.Open())
        {
            await city.Intake(db).ConfirmAsync(complaint.Id, default);
        }

        city.Database.Time.Now += TimeSpan.FromDays(30);

        Assert.Equal((0, 0), await SweepAsync(city));
        Assert.Single(_uploads.Files());
    }

    private async Task<Complaint> FileAsGuestAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        using MemoryStream upload = new(Fixture.Read("phone.jpg"));
        PhotoStaging staging = await new PhotoIntake(new MediaStore(_uploads.Path)).StageAsync(upload, "길.jpg", null, city.Database.Time.Now);
        MediaFile photo = staging.File ?? throw new InvalidOperationException($"The photo was refused: {staging.Refusal}.");
        File.SetLastWriteTimeUtc(Assert.Single(_uploads.Files()), city.Database.Time.Now);
        db.Add(photo);
        await db.SaveChangesAsync();
        return await city.Intake(db).FileAsync(
            city.Filing() with { Photos = [photo] }, Petitioner.Guest("손님", "guest@nuri.example", "ko"), Guid.NewGuid(), default);
    }

    private async Task<(int Complaints, int Files)> SweepAsync(TestCity city)
    {
        await using CityDb db = city.Database.Open();
        ComplaintNotices notices = new(db, city.Database.Time);
        int complaints = await new ComplaintDeadlines(db, notices, city.Handling(db), city.Database.Time).SweepUnconfirmedAsync(default);
        return (complaints, await new MediaSweep(db, new MediaStore(_uploads.Path), city.Database.Time).SweepAsync(default));
    }
}
