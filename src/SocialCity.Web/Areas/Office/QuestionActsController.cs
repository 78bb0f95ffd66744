using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>Orders the questions of a category; stops asking one, or asks it again. Replies so far stay.</summary>
[Route("office/categories/{categoryId:long}/questions/{id:long}")]
public sealed class QuestionActsController(CityDb db, OfficeChanges changes, OfficeWords words, IStringLocalizer<OfficeTexts> T) : OfficeActController(changes, words)
{
    [HttpPost("move")]
    public async Task<IActionResult> Move(long categoryId, long id, [FromForm] bool up, CancellationToken cancellationToken)
    {
        await MoveAsync(
            Of(categoryId).OrderBy(q => q.Order), q => q.Id == id, up, (q, place) => q.MoveTo(place), "question.moved", $"category:{categoryId}", cancellationToken);
        return RedirectToAction("Edit", "Categories", new { id = categoryId });
    }

    /// <param name="categoryId">The category.</param>
    /// <param name="id">The question.</param>
    /// <param name="on">What it shall be, so that a second click changes nothing.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpPost("switch")]
    public async Task<IActionResult> Switch(long categoryId, long id, [FromForm] bool on, CancellationToken cancellationToken)
    {
        if (await Of(categoryId).SingleOrDefaultAsync(q => q.Id == id, cancellationToken) is not { } question)
        {
            return NotFound();
        }

        if (question.IsActive != on)
        {
            question.Switch(on);
            Changes.Note(on ? "question.restored" : "question.retired", $"category:{categoryId}", question.Code);
        }

        await SaveAsync(on ? T["이 질문을 다시 묻습니다."] : T["이 질문을 더는 묻지 않습니다. 이미 받은 답은 남습니다."], cancellationToken);
        return RedirectToAction("Edit", "Categories", new { id = categoryId });
    }

    private IQueryable<CategoryQuestion> Of(long categoryId) => db.Set<CategoryQuestion>().Where(q => q.CategoryId == categoryId);
}
