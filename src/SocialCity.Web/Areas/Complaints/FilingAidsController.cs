using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>Pieces of the form for the script, which puts them into the page. Without script the form itself does the same.</summary>
[Area("Complaints")]
[AllowAnonymous]
[Route("complaints/new")]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class FilingAidsController(
    CityDb db, CitySettings settings, SimilarComplaints similar, StagedPhotos photos, PhotoWords photoWords, IStringLocalizer<ComplaintTexts> T, TimeProvider time) : Controller
{
    [HttpGet("questions")]
    public async Task<IActionResult> Questions(string? category, CancellationToken cancellationToken)
    {
        FilingReference reference = await ReferenceAsync(cancellationToken);
        return reference.Category(Number(category)) is { } chosen
            ? PartialView("_Questions", CategoryQuestions.Of(chosen, new CheckedComplaint(new ComplaintForm(), reference)))
            : NotFound();
    }

    [HttpGet("similar")]
    [EnableRateLimiting(RateLimits.Search)]
    public async Task<IActionResult> Similar(
        string? category, string? title, string? lat, string? lng, string? district, CancellationToken cancellationToken)
    {
        FilingReference reference = await ReferenceAsync(cancellationToken);
        GeoPoint? point = Degrees(lat) is { } latitude && Degrees(lng) is { } longitude ? new GeoPoint(latitude, longitude) : null;
        FilingPlace place = new(point, (point is { } here ? reference.DistrictAt(here) : reference.District(Number(district)))?.Id);
        return PartialView("_Similar", new SimilarList(
            await similar.FindAsync(Number(category), place, reference.City.NearbyMetres, title, cancellationToken), reference));
    }

    [HttpPost("preview")]
    public IActionResult Preview(string? text) => text?.Length > Complaint.TextLength
        ? BadRequest()
        : Content(MarkdownText.ToHtml(text ?? "", MarkdownProfile.Plain), "text/html; charset=utf-8");

    /// <summary>What looks like personal data in one text of the form; empty when there is nothing.</summary>
    [HttpPost("findings")]
    public IActionResult Findings(string? text, bool isPrivate)
    {
        if (text?.Length > Complaint.TextLength)
        {
            return BadRequest();
        }

        const string field = "text";
        return PartialView("_Findings", (PersonalFindings.Of([(field, text)], !isPrivate, settings.City), field));
    }

    /// <summary>Takes one photo in. Answers with its piece of the form, or with the reason in a sentence.</summary>
    [HttpPost("photos")]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.Filing)]
    public async Task<IActionResult> Photo(IFormFile? photo, CancellationToken cancellationToken)
    {
        if (photo is null)
        {
            return Reason(StatusCodes.Status400BadRequest, T["사진을 골라 주세요."]);
        }

        (StagedPhoto? staged, PhotoRefusal? refusal) = await photos.StageAsync(photo, cancellationToken);
        return staged is not null
            ? PartialView("_Photos", new PhotoList([(staged, null)]))
            : Reason(
                refusal == PhotoRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
                photoWords.Of(refusal ?? PhotoRefusal.NotAPhoto, photo.FileName));
    }

    private ContentResult Reason(int status, string text) => new() { StatusCode = status, Content = text, ContentType = "text/plain; charset=utf-8" };

    private Task<FilingReference> ReferenceAsync(CancellationToken cancellationToken) =>
        FilingReference.LoadAsync(db, settings.City, time.GetUtcNow().UtcDateTime, [], cancellationToken);

    private static long? Number(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static double? Degrees(string? text) =>
        double.TryParse(text, CultureInfo.InvariantCulture, out double degrees) && double.IsFinite(degrees) && Math.Abs(degrees) <= 180 ? degrees : null;
}
