using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog;

/// <summary>An official writes on the page of their own: notes on their work, and what they do.</summary>
[Area("Blog")]
[Authorize(Policies.Staff)]
[Route("account/page")]
public sealed class NotesController(WorkNotes notes, CurrentAccount account, CitySettings settings, IStringLocalizer<BlogTexts> T) : Controller
{
    /// <summary>One's own page, wherever it stands.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Own(CancellationToken cancellationToken) =>
        await HandleAsync(cancellationToken) is { } handle
            ? RedirectToAction("Show", "People", new { handle })
            : RedirectToAction(nameof(New));

    [HttpGet("notes")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        View(new NotePage(await HandleAsync(cancellationToken), new NoteForm(), PersonalFindings.None));

    [HttpPost("notes")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NoteForm form, CancellationToken cancellationToken)
    {
        PersonalFindings findings = Check(form.Text, form.PersonalData);
        if (ModelState.IsValid && await notes.WriteAsync(findings.Apply(form.Text ?? "", form.PersonalData), account.Actor, cancellationToken) is not null)
        {
            ModelState.AddModelError("Form.Text", T["읽을 글이 없습니다. 하고 있는 일을 써 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), new NotePage(await HandleAsync(cancellationToken), form, findings));
        }

        this.FlashSuccess(T["올렸습니다."]);
        return RedirectToAction(nameof(Own));
    }

    [HttpPost("notes/{id:long}/removal")]
    public async Task<IActionResult> Remove(long id, CancellationToken cancellationToken)
    {
        if (!await notes.RemoveAsync(id, account.Actor, cancellationToken))
        {
            return NotFound();
        }

        this.FlashSuccess(T["지웠습니다."]);
        return RedirectToAction(nameof(Own));
    }

    [HttpGet("introduction")]
    public async Task<IActionResult> Introduction(CancellationToken cancellationToken)
    {
        Byline? byline = await notes.FindAsync(account.Actor, cancellationToken);
        return View(new IntroductionPage(byline?.Handle, new IntroductionForm { Text = byline?.Introduction }, PersonalFindings.None));
    }

    [HttpPost("introduction")]
    public async Task<IActionResult> Introduce([Bind(Prefix = "Form")] IntroductionForm form, CancellationToken cancellationToken)
    {
        PersonalFindings findings = Check(form.Text, form.PersonalData);
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Introduction), new IntroductionPage(await HandleAsync(cancellationToken), form, findings));
        }

        await notes.IntroduceAsync(findings.Apply(form.Text ?? "", form.PersonalData), account.Actor, cancellationToken);
        this.FlashSuccess(T["저장했습니다."]);
        return RedirectToAction(nameof(Own));
    }

    /// <summary>What looks like personal data is pointed out before everybody reads it.</summary>
    private PersonalFindings Check(string? text, PersonalDataChoice? choice)
    {
        PersonalFindings findings = PersonalFindings.Of([("Form.Text", text)], isPublic: true, settings.City);
        if (!findings.AreDecided(choice, mayHide: false))
        {
            ModelState.AddModelError("Form.PersonalData", T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        return findings;
    }

    private async Task<string?> HandleAsync(CancellationToken cancellationToken) => (await notes.FindAsync(account.Actor, cancellationToken))?.Handle;
}

/// <param name="Handle">Under which the writer's page stands; null before the first note.</param>
public sealed record NotePage(string? Handle, NoteForm Form, PersonalFindings Findings)
{
    public string BackTo => OfficialPage.PathOrAccount(Handle);
}

/// <inheritdoc cref="NotePage"/>
public sealed record IntroductionPage(string? Handle, IntroductionForm Form, PersonalFindings Findings)
{
    public string BackTo => OfficialPage.PathOrAccount(Handle);
}
