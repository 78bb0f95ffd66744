using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The acts of an article's life, each a page with what <see cref="ArticleTransitions"/> asks for it.</summary>
[Route("blog/write/{id:long}/acts/{act}")]
public sealed class ArticleActsController(
    EditorPages pages, ArticleActDesk desk, ArticleEditing editing, ArticleWords words, IStringLocalizer<WritingTexts> T) : WritingPageController
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

        return Page("Act", desk.Begin(article, wanted));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(long id, string act, [Bind(Prefix = ArticleActForm.Prefix)] ArticleActForm form, CancellationToken cancellationToken)
    {
        if (ArticleWords.ActAt(act) is not { } wanted || await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        ArticleActPage page = desk.Open(article, wanted, form);
        DateTime at = desk.Check(page, ModelState);
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
        ArticleRefusal.InThePast or ArticleRefusal.TooFarAhead => ArticleActForm.Name(nameof(ArticleActForm.Date)),
        ArticleRefusal.NeedsConsent => ArticleActForm.Name(nameof(ArticleActForm.Consent)),
        _ => "",
    };

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
