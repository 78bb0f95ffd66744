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
public sealed class NotesController(WorkNotes notes, CurrentAccount account, IStringLocalizer<BlogTexts> T) : Controller
{
    /// <summary>One's own page, wherever it stands.</summary>
    [HttpGet("")]
    public async Task<IActionResult> Own(CancellationToken cancellationToken) =>
        await HandleAsync(cancellationToken) is { } handle
            ? RedirectToAction("Show", "People", new { handle })
            : RedirectToAction(nameof(New));

    [HttpGet("notes")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) => View(new NotePage(await HandleAsync(cancellationToken), new NoteForm()));

    [HttpPost("notes")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] NoteForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && await notes.WriteAsync(form.Text ?? "", account.Actor, cancellationToken) is not null)
        {
            ModelState.AddModelError("Form.Text", T["읽을 글이 없습니다. 하고 있는 일을 써 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(New), new NotePage(await HandleAsync(cancellationToken), form));
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
        return View(new IntroductionPage(byline?.Handle, new IntroductionForm { Text = byline?.Introduction }));
    }

    [HttpPost("introduction")]
    public async Task<IActionResult> Introduce([Bind(Prefix = "Form")] IntroductionForm form, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Introduction), new IntroductionPage(await HandleAsync(cancellationToken), form));
        }

        await notes.IntroduceAsync(form.Text ?? "", account.Actor, cancellationToken);
        this.FlashSuccess(T["저장했습니다."]);
        return RedirectToAction(nameof(Own));
    }

    private async Task<string?> HandleAsync(CancellationToken cancellationToken) => (await notes.FindAsync(account.Actor, cancellationToken))?.Handle;
}

/// <param name="Handle">Under which the writer's page stands; null before the first note.</param>
public sealed record NotePage(string? Handle, NoteForm Form)
{
    public string BackTo => OfficialPage.PathOrAccount(Handle);
}

/// <inheritdoc cref="NotePage"/>
public sealed record IntroductionPage(string? Handle, IntroductionForm Form)
{
    public string BackTo => OfficialPage.PathOrAccount(Handle);
}
