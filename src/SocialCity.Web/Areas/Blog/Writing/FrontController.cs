using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>The articles in the places of the front page, the large one first; null for a place that is left out.</summary>
public sealed class FrontForm
{
    [Display(Name = "자리")]
    public List<long?> Places { get; set; } = [];

    /// <summary>What stood there when the page was opened.</summary>
    public List<long?> Opened { get; set; } = [];
}

/// <param name="Waiting">The article to be put there while no place is free: its name as the lists have it.</param>
/// <param name="IsChanged">Whether somebody else arranged it since the page was opened.</param>
public sealed record FrontPage(FrontForm Form, IReadOnlyList<SelectListItem> Articles, string? Waiting = null, bool IsChanged = false);

/// <summary>The editors arrange the front page of the blog.</summary>
[Authorize(Policy = Policies.Edit)]
[Route("blog/front")]
public sealed class FrontController(CityDb db, FrontArranging front, CityDates dates, IStringLocalizer<WritingTexts> T) : WritingPageController
{
    /// <summary>How many of the newest are offered.</summary>
    private const int Offered = 60;

    /// <param name="article">One to be put there: it is offered though it is not among the newest, and stands in the first free place, if any.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpGet("")]
    public async Task<IActionResult> Edit(long? article, CancellationToken cancellationToken)
    {
        IReadOnlyList<long?> places = await front.ReadAsync(cancellationToken);
        FrontForm form = new() { Places = [.. places], Opened = [.. places] };
        if (article is { } wanted && !form.Places.Contains(wanted) && form.Places.IndexOf(null) is >= 0 and var free)
        {
            form.Places[free] = wanted;
        }

        return Page("Front", await PageAsync(form, cancellationToken, article));
    }

    [HttpPost("")]
    public async Task<IActionResult> Update([Bind(Prefix = "Form")] FrontForm form, CancellationToken cancellationToken)
    {
        (form.Places, form.Opened) = (Fill(form.Places), Fill(form.Opened));
        long[] ids = [.. form.Places.OfType<long>()];
        foreach ((int place, long? id) in form.Places.Index().Where(p => p.Item is not null && form.Places.IndexOf(p.Item) < p.Index))
        {
            ModelState.AddModelError($"Form.Places[{place}]", T["같은 글을 두 자리에 놓을 수 없습니다."]);
        }

        if (ModelState.IsValid && await db.Articles.Listed().CountAsync(a => ids.Contains(a.Id), cancellationToken) != ids.Length)
        {
            ModelState.AddModelError("Form.Places[0]", T["이제 읽을 수 없는 글이 있습니다. 다른 글을 골라 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            return Page("Front", await PageAsync(form, cancellationToken), StatusCodes.Status400BadRequest);
        }

        if (!await front.ArrangeAsync(form.Opened, form.Places, cancellationToken))
        {
            return await AgainAsync(form, cancellationToken);
        }

        this.FlashSuccess(T["첫 화면을 바꾸었습니다."]);
        return RedirectToAction(nameof(Edit));
    }

    private static List<long?> Fill(List<long?> places) => [.. places.Concat(Enumerable.Repeat<long?>(null, FrontPlace.Most)).Take(FrontPlace.Most)];

    /// <summary>Somebody else arranged it meanwhile: what this person changed is laid over that, for them to look at.</summary>
    private async Task<IActionResult> AgainAsync(FrontForm form, CancellationToken cancellationToken)
    {
        IReadOnlyList<long?> places = await front.ReadAsync(cancellationToken);
        FrontForm merged = new()
        {
            Places = [.. places.Index().Select(p => form.Places[p.Index] == form.Opened[p.Index] ? p.Item : form.Places[p.Index])],
            Opened = [.. places],
        };
        ModelState.Clear();
        return Page("Front", await PageAsync(merged, cancellationToken) with { IsChanged = true }, StatusCodes.Status409Conflict);
    }

    private async Task<FrontPage> PageAsync(FrontForm form, CancellationToken cancellationToken, long? wanted = null)
    {
        var newest = await db.Articles.AsNoTracking().ListedAfter(null).Take(Offered).Select(a => new { a.Id, a.Title, a.ListedAt }).ToListAsync(cancellationToken);
        long[] others = [.. form.Places.Append(wanted).OfType<long>().Where(id => !newest.Exists(a => a.Id == id))];
        newest.AddRange(await db.Articles.AsNoTracking().Listed().Where(a => others.Contains(a.Id)).Select(a => new { a.Id, a.Title, a.ListedAt }).ToListAsync(cancellationToken));
        return new FrontPage(
            form,
            [
                .. newest.Select(a => new SelectListItem(
                    a.ListedAt is { } at ? $"{a.Title} · {dates.Date(at)}" : a.Title, a.Id.ToString(CultureInfo.InvariantCulture))),
            ],
            form.Places.Contains(wanted) ? null : newest.Find(a => a.Id == wanted)?.Title);
    }
}
