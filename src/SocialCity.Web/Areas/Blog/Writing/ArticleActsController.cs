using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The acts of an article's life, each a page with what <see cref="ArticleTransitions"/> asks for it.</summary>
[Route("blog/write/{id:long}/acts/{act}")]
public sealed class ArticleActsController(
    EditorPages pages, ArticleActDesk desk, ArticleEditing editing, ArticleWords words, CurrentCity city, IStringLocalizer<WritingTexts> T) : WritingPageController
{
    private Actor Actor => desk.Actor;

    [HttpGet("")]
    public async Task<IActionResult> New(long id, string act, CancellationToken cancellationToken)
    {
        if (ArticleWords.ActAt(act) is not { } wanted || await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        if (!ArticleTransitions.Possible(article.State, article.RolesOf(Actor)).Contains(wanted))
        {
            this.FlashWarning(words.Of(ArticleRefusal.NotAllowed));
            return RedirectToAction("Edit", "Editor", new { id });
        }

        ArticleActForm form = new() { Version = article.Version };
        if (wanted == ArticleAct.Schedule && article.PublishAt is { } planned)
        {
            DateTime local = city.TimeZone.ToLocal(planned);
            (form.Date, form.Time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        return Page("Act", desk.Open(article, wanted, form));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(long id, string act, [Bind(Prefix = ArticleActForm.Prefix)] ArticleActForm form, CancellationToken cancellationToken)
    {
        if (ArticleWords.ActAt(act) is not { } wanted || await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        ArticleActPage page = desk.Open(article, wanted, form);
        DateTime at = Check(page);
        if (!ModelState.IsValid)
        {
            return Page("Act", page, StatusCodes.Status400BadRequest);
        }

        Edited edited = await editing.DoAsync(id, form.Version, Actor, (a, now) => desk.Do(a, page, at, now), cancellationToken);
        switch (edited)
        {
            case { Outcome: EditingOutcome.Done }:
                this.FlashSuccess(words.Past(wanted));

                // A story that went back to its citizen is no editor's any more.
                return await pages.FindAsync(id, cancellationToken) is null
                    ? RedirectToAction("Index", "Writing")
                    : RedirectToAction("Edit", "Editor", new { id });
            case { Refusal: { } refusal }:
                ModelState.AddModelError(FieldOf(refusal), words.Of(refusal));
                return Page("Act", page, StatusCodes.Status400BadRequest);
            case { Outcome: EditingOutcome.Conflict }:
                return await AgainAsync(id, wanted, form, cancellationToken);
            default:
                return NotFound();
        }
    }

    private static string FieldOf(ArticleRefusal refusal) => refusal switch
    {
        ArticleRefusal.NeedsText => ArticleActForm.Name(nameof(ArticleActForm.Text)),
        ArticleRefusal.InThePast => ArticleActForm.Name(nameof(ArticleActForm.Date)),
        ArticleRefusal.NeedsConsent => ArticleActForm.Name(nameof(ArticleActForm.Consent)),
        _ => "",
    };

    /// <summary>Adds what is missing; the moment that was chosen, in UTC.</summary>
    private DateTime Check(ArticleActPage page)
    {
        ArticleActForm form = page.Form;
        if (page.NeedsConsent && !form.Consent)
        {
            ModelState.AddModelError(ArticleActForm.Name(nameof(form.Consent)), T["동의해 주셔야 글을 실을 수 있습니다."]);
        }

        if (!page.Findings.AreDecided(form.PersonalData, mayHide: false))
        {
            ModelState.AddModelError(ArticleActForm.Name(nameof(form.PersonalData)), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        if (page.Act != ArticleAct.Schedule)
        {
            return default;
        }

        if (form.Date is { } day && form.Time is { } hour)
        {
            return city.TimeZone.ToUtc(day.ToDateTime(hour));
        }

        if (ModelState.IsValid)
        {
            ModelState.AddModelError(ArticleActForm.Name(form.Date is null ? nameof(form.Date) : nameof(form.Time)), T["게시할 날짜와 시각을 골라 주세요."]);
        }

        return default;
    }

    /// <summary>Somebody changed the article meanwhile: the person looks at it before they do the same to it.</summary>
    private async Task<IActionResult> AgainAsync(long id, ArticleAct act, ArticleActForm form, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        if (!ArticleTransitions.Possible(article.State, article.RolesOf(Actor)).Contains(act))
        {
            this.FlashWarning(T["그사이 다른 사람이 이 글을 처리했습니다."]);
            return RedirectToAction("Edit", "Editor", new { id });
        }

        form.Version = article.Version;
        ModelState.Remove(ArticleActForm.Name(nameof(form.Version)));
        return Page("Act", desk.Open(article, act, form) with { IsChanged = true }, StatusCodes.Status409Conflict);
    }
}
