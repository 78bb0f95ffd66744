using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Photos;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What the script of the editor asks for. Without script the form itself does the same.</summary>
[Route("blog/write")]
public sealed class WritingAidsController(StagedPhotos photos, PhotoWords photoWords, IStringLocalizer<WritingTexts> T) : WritingPageController
{
    /// <summary>The text as readers see it: a piece of a page.</summary>
    [HttpPost("preview")]
    public IActionResult Preview(string? text) => text?.Length > Article.TextLength
        ? StatusCode(StatusCodes.Status413PayloadTooLarge)
        : Content(ArticleBody.Render(text ?? "").Html, "text/html; charset=utf-8");

    /// <summary>Takes a photo of the text in. Answers with the Markdown that shows it, or with the reason in a sentence.</summary>
    [HttpPost("photos")]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.Filing)]
    public async Task<IActionResult> Photo(IFormFile? photo, string? alt, CancellationToken cancellationToken)
    {
        string description = CleanText.Line(alt);
        if (photo is null)
        {
            return Reason(StatusCodes.Status400BadRequest, T["사진을 골라 주세요."]);
        }

        if (description.Length is 0 or > MediaFile.MaxAltTextLength)
        {
            return Reason(StatusCodes.Status400BadRequest, T["사진을 볼 수 없는 사람을 위해 무엇이 찍혔는지 써 주세요."]);
        }

        (StagedPhoto? staged, PhotoRefusal? refusal) = await photos.StageAsync(photo, cancellationToken);
        return staged is not null
            ? Content(WritingAids.MarkdownOf(staged, description), "text/plain; charset=utf-8")
            : Reason(
                refusal == PhotoRefusal.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest,
                photoWords.Of(refusal ?? PhotoRefusal.NotAPhoto, photo.FileName));
    }

    private static ContentResult Reason(int status, string text) => new() { StatusCode = status, Content = text, ContentType = "text/plain; charset=utf-8" };
}
