using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>Files what was checked without an error: with the petitioner's decision on personal data, and the photos that waited.</summary>
public sealed class ComplaintFiler(ComplaintIntake intake, SimilarComplaints similar, StagedPhotos photos, AddressMailLimit mails, CurrentAccount account)
{
    /// <summary>Open complaints about what may be the same matter, except for those that were offered before.</summary>
    public async Task<IReadOnlyList<SimilarComplaint>> SimilarToAsync(CheckedComplaint complaint, CancellationToken cancellationToken)
    {
        IReadOnlyList<SimilarComplaint> found = await similar.FindAsync(
            complaint.Category?.Id, new FilingPlace(complaint.Point, complaint.District?.Id), complaint.Reference.City.NearbyMetres, complaint.Form.Title, cancellationToken);
        string[] offered = (complaint.Form.Offered ?? "").Split(',');
        return found.All(c => offered.Contains(c.Number)) ? [] : found;
    }

    /// <summary>The complaint that this very form filed before; null for the first time.</summary>
    public Task<Complaint?> FiledBeforeAsync(ComplaintForm form, CancellationToken cancellationToken) =>
        intake.FiledWithAsync(form.IdempotencyKey, cancellationToken);

    /// <summary>Nobody's mailbox is filled by forms that others send in their name.</summary>
    public bool MayAsk(CheckedComplaint complaint) => !complaint.NeedsProof || mails.Allows(complaint.Form.GuestEmail ?? "");

    /// <summary>Whether a complaint is what the form says, and this person's: the form that filed it may have been gone back to, and written into another.</summary>
    /// <param name="filed">With its replies and photos.</param>
    /// <param name="complaint">What was posted now.</param>
    public bool IsOf(Complaint filed, CheckedComplaint complaint) =>
        filed.AuthorId == account.Id
        && (filed.AuthorId is not null || filed.IsByGuest(complaint.Form.GuestEmail?.Trim()))
        && complaint.Photos.Count <= filed.Photos.Count
        && filed.Says(FilingOf(complaint, []));

    public async Task<Complaint> FileAsync(CheckedComplaint complaint, CancellationToken cancellationToken)
    {
        Guid key = complaint.Form.IdempotencyKey;
        IReadOnlyList<MediaFile> files = await photos.TakeAsync(
            [.. complaint.Photos.Select(p => (p.Photo, Kept(complaint, CleanText.Line(p.Alt))))], cancellationToken);
        return await intake.FileAsync(FilingOf(complaint, files), PetitionerOf(complaint), key == Guid.Empty ? Guid.NewGuid() : key, cancellationToken);
    }

    private static ComplaintFiling FilingOf(CheckedComplaint complaint, IReadOnlyList<MediaFile> files)
    {
        ComplaintForm form = complaint.Form;
        return new ComplaintFiling(
            Kept(complaint, CleanText.Line(form.Title)),
            Kept(complaint, CleanText.Text(form.Text)),
            complaint.Category?.Id ?? throw new InvalidOperationException("A form without a category was not checked."),
            complaint.District?.Id,
            complaint.Point,
            form.Place == PlaceKind.Somewhere && Kept(complaint, CleanText.Line(form.Address)) is { Length: > 0 } address ? address : null,
            form.Audience == Audience.OfficeOnly || (complaint.Findings.All.Count > 0 && form.PersonalData == PersonalDataChoice.MakePrivate),
            ToldOfProgressOnSite: true,
            [.. complaint.Replies.Select(r => (r.QuestionId, Kept(complaint, CleanText.Text(r.Value))))],
            files);
    }

    /// <summary>A text as it is stored: with the petitioner's decision on personal data.</summary>
    private static string Kept(CheckedComplaint complaint, string text) => complaint.Findings.Apply(text, complaint.Form.PersonalData);

    private Petitioner PetitionerOf(CheckedComplaint complaint) => complaint.NeedsProof
        ? new Petitioner(account.Id, CleanText.Line(complaint.Form.GuestName), complaint.Form.GuestEmail?.Trim(), Languages.Current)
        : new Petitioner(account.RequiredId, null, null, Languages.Current);
}
