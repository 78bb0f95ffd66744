using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The form for a new complaint, and filing it.</summary>
[Area("Complaints")]
[AllowAnonymous]
[Route("complaints/new")]
public sealed class FilingsController(
    ComplaintFormCheck check, ComplaintFiler filer, TypedFields typed, CurrentAccount account, IStringLocalizer<ComplaintTexts> T) : Controller
{
    /// <summary>The value of the button that files; the others only go on with the form.</summary>
    private const string FileAct = "file";

    /// <summary>The page of a city that does not take complaints yet; it gives back what was typed.</summary>
    private const string NotYet = "NotYet";

    [HttpGet("")]
    public async Task<IActionResult> New(string? category, CancellationToken cancellationToken)
    {
        ComplaintForm form = new()
        {
            CategoryId = long.TryParse(category, CultureInfo.InvariantCulture, out long id) ? id : null,
            GuestName = account.IsSignedIn ? account.Name : null,
        };
        CheckedComplaint opened = await check.OpenAsync(form, cancellationToken);
        return opened.Reference.TakesComplaints ? View(new ComplaintFormPage(form, opened, account.IsSignedIn)) : View(NotYet, Array.Empty<TypedField>());
    }

    [HttpPost("")]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.NewComplaints)]
    public async Task<IActionResult> Create(
        [Bind(Prefix = ComplaintFormCheck.Prefix)] ComplaintForm form, string? act, CancellationToken cancellationToken)
    {
        CheckedComplaint complaint = await check.CheckAsync(form, ModelState, cancellationToken);
        if (!complaint.Reference.TakesComplaints)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(NotYet, await typed.OfAsync(form, cancellationToken));
        }

        ComplaintFormPage page = new(form, complaint, account.IsSignedIn) { Unasked = complaint.Category is null ? await typed.RepliesAsync(form, cancellationToken) : [] };
        if (act is not (null or FileAct))
        {
            return GoOn(page, act);
        }

        if (!ModelState.IsValid)
        {
            return Invalid(page);
        }

        IReadOnlyList<SimilarComplaint> similar = await filer.SimilarToAsync(complaint, cancellationToken);

        // Asked after the search, not before: what a quicker post of the same form has just filed is found by its words too.
        if (await filer.FiledBeforeAsync(form, cancellationToken) is { } filed)
        {
            return Filed(filed, page);
        }

        if (similar.Count == 0 && filer.MayAsk(complaint))
        {
            return Filed(await filer.FileAsync(complaint, cancellationToken), page);
        }

        if (similar.Count > 0)
        {
            return View(nameof(New), page with { Similar = similar });
        }

        ModelState.AddModelError(ComplaintFormCheck.Name(nameof(form.GuestEmail)), T["이 주소로 확인 메일을 여러 번 보냈습니다. 받은 메일을 먼저 확인하시거나 한 시간 뒤에 다시 보내 주세요."]);
        return Invalid(page);
    }

    private ViewResult Invalid(ComplaintFormPage page)
    {
        Response.StatusCode = page.Checked.IsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        return View(nameof(New), page);
    }

    /// <summary>On to the receipt; or the form again, under a key of its own, when that key filed something else before.</summary>
    private IActionResult Filed(Complaint complaint, ComplaintFormPage page)
    {
        if (!filer.IsOf(complaint, page.Checked))
        {
            ModelState.Remove(ComplaintFormCheck.Name(nameof(ComplaintForm.IdempotencyKey)));
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(nameof(New), page with { IsAnother = true });
        }

        return complaint.Number is { } number
            ? RedirectToAction("Show", "Receipts", new { number })
            : RedirectToAction("Sent", "Confirmations");
    }

    /// <summary>Without script: shows the questions, the photos or the preview that a button asked for, and complains of nothing else yet.</summary>
    private ViewResult GoOn(ComplaintFormPage page, string act)
    {
        foreach (var (key, entry) in ModelState)
        {
            bool isAsked = act switch
            {
                "questions" => key == ComplaintFormCheck.Name("CategoryId"),
                "photos" => key == ComplaintFormCheck.Name("Photos"),
                _ => false,
            };
            if (!isAsked && entry.ValidationState == ModelValidationState.Invalid)
            {
                entry.Errors.Clear();
                entry.ValidationState = ModelValidationState.Skipped;
            }
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK
            : page.Checked.IsTooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
        return View(nameof(New), act == "preview" ? page with { Preview = MarkdownText.ToHtml(page.Form.Text ?? "", MarkdownProfile.Plain) } : page);
    }
}
