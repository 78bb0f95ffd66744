using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The editor: a new article, and the words of one that is there.</summary>
[Route("blog/write")]
public sealed class EditorController(
    EditorPages pages, ArticleFormCheck check, ArticleSaving saving, ArticleMerging merging, StagedPhotos photos, PhotoWords photoWords, ArticleWords words, IStringLocalizer<WritingTexts> T)
    : SavingController(pages, check, saving, merging, words)
{
    /// <summary>The value of the button that shows the text as readers see it; for browsers without script.</summary>
    public const string Preview = "preview";

    /// <summary>The value of the button that puts a photo into the text; for browsers without script.</summary>
    public const string PutPhoto = "photo";

    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        Page("Edit", await Pages.NewAsync(new ArticleForm { Language = Languages.Current }, cancellationToken));

    [HttpPost("")]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.Filing)]
    public async Task<IActionResult> Create([Bind(Prefix = ArticleForm.Prefix)] ArticleForm form, string? act, CancellationToken cancellationToken)
    {
        if (act is Preview or PutPhoto)
        {
            string? shown = await AidAsync(form, act, cancellationToken);
            return Page("Edit", await Pages.NewAsync(form, cancellationToken) with { Preview = shown }, Status());
        }

        CheckedArticle article = await Check.CheckAsync(form, null, ModelState, cancellationToken);
        if (ModelState.IsValid)
        {
            Edited edited = await Saving.BeginAsync(article, cancellationToken);
            if (edited.Outcome == EditingOutcome.Done)
            {
                this.FlashSuccess(T["초안을 저장했습니다."]);
                return RedirectToAction(nameof(Edit), new { id = edited.Id, begun = true });
            }

            Refuse(edited.Refusal ?? ArticleRefusal.NotAllowed);
        }

        return Page("Edit", await Pages.NewAsync(form, cancellationToken), StatusCodes.Status400BadRequest);
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, bool draft, bool begun, CancellationToken cancellationToken)
    {
        if (await Pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        EditorPage page = await Pages.ShowAsync(article, null, draft, cancellationToken) with { IsBegun = begun };
        if (page is { MayWrite: true, IsNoted: false })
        {
            await Pages.ArriveAsync(id, cancellationToken);
        }

        return Page(page.MayWrite ? "Edit" : "Show", page);
    }

    [HttpPost("{id:long}")]
    [RequestSizeLimit(RequestSizes.Photos)]
    public async Task<IActionResult> Update(
        long id, [Bind(Prefix = ArticleForm.Prefix)] ArticleForm form, string? act, CancellationToken cancellationToken)
    {
        if (act is Preview or PutPhoto && await Pages.FindAsync(id, cancellationToken) is { } article && article.MayWrite(Check.Actor))
        {
            string? shown = await AidAsync(form, act, cancellationToken);
            return Page("Edit", await Pages.ShowAsync(article, form, false, cancellationToken) with { Preview = shown }, Status());
        }

        return await SaveAsync(id, form, cancellationToken);
    }

    private int Status() => ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;

    /// <summary>What scripts do at once, a post of the whole form does as well; nothing is saved.</summary>
    /// <returns>The text as readers see it, when that was asked for.</returns>
    private async Task<string?> AidAsync(ArticleForm form, string act, CancellationToken cancellationToken)
    {
        if (act == PutPhoto)
        {
            await PutPhotoAsync(form, cancellationToken);
        }

        // The one wish is answered; that the rest is unfinished is said when it is saved.
        foreach (string key in ModelState.Keys.Where(k => k != ArticleForm.Name(nameof(form.Photo)) && k != ArticleForm.Name(nameof(form.PhotoAlt))).ToList())
        {
            ModelState.Remove(key);
        }

        return act == Preview ? ArticleBody.Render(form.Text ?? "").Html : null;
    }

    private async Task PutPhotoAsync(ArticleForm form, CancellationToken cancellationToken)
    {
        string alt = CleanText.Line(form.PhotoAlt);
        if (alt.Length == 0)
        {
            ModelState.AddModelError(ArticleForm.Name(nameof(form.PhotoAlt)), T["사진을 볼 수 없는 사람을 위해 무엇이 찍혔는지 써 주세요."]);
        }

        if (form.Photo is null)
        {
            ModelState.AddModelError(ArticleForm.Name(nameof(form.Photo)), T["사진을 골라 주세요."]);
        }
        else if (alt.Length > 0)
        {
            (StagedPhoto? photo, PhotoRefusal? refusal) = await photos.StageAsync(form.Photo, cancellationToken);
            if (photo is null)
            {
                ModelState.AddModelError(ArticleForm.Name(nameof(form.Photo)), photoWords.Of(refusal ?? PhotoRefusal.NotAPhoto, form.Photo.FileName));
            }
            else
            {
                form.Text = $"{form.Text}\n\n{WritingAidsController.MarkdownOf(photo, alt)}\n".TrimStart();
                form.PhotoAlt = null;
                ModelState.Remove(ArticleForm.Name(nameof(form.PhotoAlt)));
            }
        }
    }
}
