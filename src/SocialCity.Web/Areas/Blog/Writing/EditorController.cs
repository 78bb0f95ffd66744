using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The editor: a new article, and the words of one that is there.</summary>
[Route("blog/write")]
public sealed class EditorController(
    EditorPages pages, ArticleFormCheck check, ArticleSaving saving, ArticleMerging merging, WritingAids aids, ArticleWords words, IStringLocalizer<WritingTexts> T)
    : SavingController(pages, check, saving, merging, words)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(CancellationToken cancellationToken) =>
        Page("Edit", await Pages.NewAsync(new ArticleForm { Language = Languages.Current }, cancellationToken));

    [HttpPost("")]
    [RequestSizeLimit(RequestSizes.Photos)]
    [EnableRateLimiting(RateLimits.Filing)]
    public async Task<IActionResult> Create([Bind(Prefix = ArticleForm.Prefix)] ArticleForm form, string? act, CancellationToken cancellationToken)
    {
        if (act is WritingAids.Preview or WritingAids.PutPhoto)
        {
            string? shown = await aids.HelpAsync(form, act, ModelState, cancellationToken);
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

        EditorPage page = await Pages.ShowAsync(article, null, draft, cancellationToken) with
        {
            IsBegun = begun,
            IsSaved = TempData[SavedKey] is true,
        };
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
        if (act is WritingAids.Preview or WritingAids.PutPhoto && await Pages.FindAsync(id, cancellationToken) is { } article && article.MayWrite(Check.Actor))
        {
            string? shown = await aids.HelpAsync(form, act, ModelState, cancellationToken);
            return Page("Edit", await Pages.ShowAsync(article, form, false, cancellationToken) with { Preview = shown }, Status());
        }

        return await SaveAsync(id, form, cancellationToken);
    }

    private int Status() => ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
}
