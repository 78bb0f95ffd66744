using Microsoft.AspNetCore.Mvc;
using SocialCity.Blog;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>
/// Saves what the editor posted. What somebody else saved meanwhile is merged with it: by itself where the two touched different passages,
/// and by a page that asks where they touched the same.
/// </summary>
public abstract class SavingController(
    EditorPages pages, ArticleFormCheck check, ArticleSaving saving, ArticleMerging merging, ArticleWords words)
    : WritingPageController
{
    /// <summary>Tells the editor's next page that what this browser sent is saved.</summary>
    internal const string SavedKey = "article-saved";

    protected EditorPages Pages { get; } = pages;

    protected ArticleFormCheck Check { get; } = check;

    protected ArticleSaving Saving { get; } = saving;

    protected async Task<IActionResult> SaveAsync(long id, ArticleForm form, CancellationToken cancellationToken) =>
        await TrySaveAsync(id, form, words.Saved(), cancellationToken) ?? await MergeAsync(id, form, null, cancellationToken);

    /// <param name="id">The article.</param>
    /// <param name="mine">What was posted, with the version and the revision it was begun from.</param>
    /// <param name="choices">What was chosen on the page that asks; null before it was shown.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    protected async Task<IActionResult> MergeAsync(long id, ArticleForm mine, MergeForm? choices, CancellationToken cancellationToken)
    {
        if (await merging.MergeAsync(id, mine, cancellationToken) is not { } page)
        {
            return Gone(mine);
        }

        // What was chosen holds for what was seen.
        bool isSeen = choices is null || choices.Against == page.Against;
        ModelState.Clear();
        if (isSeen && (choices is not null || !page.NeedsChoice))
        {
            if (ArticleMerging.Resolve(page, choices ?? new MergeForm()) is { } merged)
            {
                return await TrySaveAsync(id, merged, words.SavedMerged(), cancellationToken)
                    ?? Page("Conflict", page, StatusCodes.Status409Conflict);
            }

            ModelState.AddModelError("", words.ChooseEach());
        }

        return Page("Conflict", page, StatusCodes.Status409Conflict);
    }

    /// <summary>Says beside its field why something was not done.</summary>
    protected void Refuse(ArticleRefusal refusal) => ModelState.AddModelError(
        refusal switch
        {
            ArticleRefusal.AddressTaken => ArticleForm.Name(nameof(ArticleForm.Slug)),
            ArticleRefusal.NeedsAltText => ArticleForm.Name(nameof(ArticleForm.Text)),
            ArticleRefusal.Unfinished => ArticleForm.Name(nameof(ArticleForm.CategoryId)),
            _ => "",
        },
        words.Of(refusal));

    /// <summary>Somebody deleted it meanwhile; what was typed is theirs to keep.</summary>
    private IActionResult Gone(ArticleForm form) => string.IsNullOrWhiteSpace(form.Title + form.Summary + form.Text)
        ? NotFound()
        : Page("Unsaved", new EditorPage(form), StatusCodes.Status404NotFound);

    /// <summary>Null when somebody else saved meanwhile.</summary>
    private async Task<IActionResult?> TrySaveAsync(long id, ArticleForm form, string done, CancellationToken cancellationToken)
    {
        if (await Pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return Gone(form);
        }

        if (!article.MayWrite(Check.Actor))
        {
            // It went on without this person; what they typed is theirs to keep.
            return Page("Unsaved", await Pages.ShowAsync(article, form, false, cancellationToken), StatusCodes.Status409Conflict);
        }

        CheckedArticle checkedArticle = await Check.CheckAsync(form, article, ModelState, cancellationToken);
        if (ModelState.IsValid)
        {
            Edited edited = await Saving.WriteAsync(id, form.Version, form.DraftNumber, checkedArticle, cancellationToken);
            switch (edited.Outcome)
            {
                case EditingOutcome.Done:
                    this.FlashSuccess(done);
                    TempData[SavedKey] = true;
                    return RedirectToAction("Edit", "Editor", new { id });
                case EditingOutcome.Refused:
                    Refuse(edited.Refusal ?? ArticleRefusal.NotAllowed);
                    break;
                default:
                    return null;
            }
        }

        EditorPage page = await Pages.ShowAsync(article, form, false, cancellationToken);
        return Page("Edit", page with { Findings = checkedArticle.Findings }, StatusCodes.Status400BadRequest);
    }
}
