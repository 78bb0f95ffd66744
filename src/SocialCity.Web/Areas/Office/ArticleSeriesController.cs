using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>연재: what articles that are read one after the other are called together.</summary>
[Authorize(Policy = Policies.Edit)]
[Route("blog/write/series")]
public sealed class ArticleSeriesController(
    CityDb db, OfficeChanges changes, FormerAddresses addresses, BlogCounts counts, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficePageController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new SeriesList(
        await db.ArticleSeries.AsNoTracking().OrderBy(s => s.Title)
            .Select(s => new SeriesRow(s.Id, s.Title, s.Slug, db.Articles.Count(a => a.SeriesId == s.Id)))
            .ToListAsync(cancellationToken)));

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new SeriesPage(null, new SeriesForm(), []));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] SeriesForm form, CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            string slug = form.Address();
            ArticleSeries? made = await addresses.IsTakenAsync(AddressedList.Series, slug, null, cancellationToken)
                ? null
                : await changes.AddAsync(
                    () => new ArticleSeries(form.Title ?? "", slug, form.Summary ?? ""),
                    "series.added", s => $"series:{s.Id}", new SeriesForm(), form, cancellationToken);
            if (made is not null)
            {
                await counts.NewEditionAsync(cancellationToken);
                this.FlashSuccess(T["연재를 만들었습니다. 글을 쓸 때 고를 수 있습니다."]);
                return RedirectToAction(nameof(Index));
            }

            ModelState.AddModelError("Form.Slug", T["다른 연재가 쓰고 있거나 쓰던 주소입니다."]);
        }

        return Invalid("Edit", new SeriesPage(null, form, []));
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } series ? View(await PageAsync(series, SeriesForm.Of(series), cancellationToken)) : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] SeriesForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } series)
        {
            return NotFound();
        }

        string slug = form.Address();
        if (await addresses.IsTakenAsync(AddressedList.Series, slug, id, cancellationToken))
        {
            ModelState.AddModelError("Form.Slug", T["다른 연재가 쓰고 있거나 쓰던 주소입니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", await PageAsync(series, form, cancellationToken));
        }

        await addresses.KeepAsync(AddressedList.Series, id, series.Slug, slug, cancellationToken);
        if (await changes.ChangeAsync(
            series, "series.changed", $"series:{id}", SeriesForm.Of(series), form, () => series.Change(form.Title ?? "", slug, form.Summary ?? ""), cancellationToken))
        {
            await counts.NewEditionAsync(cancellationToken);
            this.FlashSuccess(T["저장했습니다."]);
            return RedirectToAction(nameof(Index));
        }

        ArticleSeries theirs = await FindAsync(id, cancellationToken) ?? series;
        form.Version = theirs.Version;
        return Conflict("Edit", await PageAsync(theirs, form, cancellationToken), Difference.Between(SeriesForm.Of(theirs), form, metadata));
    }

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } series)
        {
            return NotFound();
        }

        if (await db.Articles.AnyAsync(a => a.SeriesId == id, cancellationToken))
        {
            this.FlashWarning(T["글이 있는 연재는 지울 수 없습니다. 먼저 글에서 연재를 빼 주세요."]);
            return RedirectToAction(nameof(Edit), new { id });
        }

        db.Remove(series);
        changes.Note("series.deleted", $"series:{id}", series.Title);
        if (!await changes.SaveAsync(cancellationToken))
        {
            return RedirectToAction(nameof(Edit), new { id });
        }

        await counts.NewEditionAsync(cancellationToken);
        this.FlashSuccess(T["연재를 지웠습니다."]);
        return RedirectToAction(nameof(Index));
    }

    private Task<ArticleSeries?> FindAsync(long id, CancellationToken cancellationToken) => db.ArticleSeries.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    private async Task<SeriesPage> PageAsync(ArticleSeries series, SeriesForm form, CancellationToken cancellationToken)
    {
        var articles = await db.Articles.AsNoTracking().Where(a => a.SeriesId == series.Id).OrderBy(a => a.SeriesPlace).ThenBy(a => a.Id).Take(200)
            .Select(a => new { a.Id, a.Title, a.SeriesPlace }).ToListAsync(cancellationToken);
        return new SeriesPage(series, form, [.. articles.Select(a => (a.Id, a.Title, a.SeriesPlace))]);
    }
}
