using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>The questions that a category asks in the form.</summary>
[Route("office/categories/{categoryId:long}/questions")]
public sealed class QuestionsController(CityDb db, OfficeChanges changes, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long categoryId, CancellationToken cancellationToken) =>
        await FindAsync(categoryId, cancellationToken) is { } category ? View("Edit", new QuestionPage(category, null, new QuestionForm())) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(long categoryId, [Bind(Prefix = "Form")] QuestionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(categoryId, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(form.Code) || category.Questions.Any(q => q.Code == form.Code))
        {
            ModelState.TryAddModelError("Form.Code", string.IsNullOrWhiteSpace(form.Code) ? T["부호를 입력해 주세요."] : T["이미 쓰고 있는 부호입니다."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new QuestionPage(category, null, form));
        }

        category.Ask(form.Code ?? "", form.Type, form.Label.ToText(), form.Hint.ToText(), form.IsRequired, form.ParsedOptions());
        changes.Note("question.added", $"category:{categoryId}", new QuestionForm(), form);
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["질문을 더했습니다."]);
        return RedirectToAction("Edit", "Categories", new { id = categoryId });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long categoryId, long id, CancellationToken cancellationToken) =>
        await FindAsync(categoryId, cancellationToken) is { } category && category.Questions.FirstOrDefault(q => q.Id == id) is { } question
            ? View(new QuestionPage(category, question, QuestionForm.Of(question)))
            : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long categoryId, long id, [Bind(Prefix = "Form")] QuestionForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(categoryId, cancellationToken) is not { } category || category.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
        {
            return NotFound();
        }

        QuestionForm before = QuestionForm.Of(question);
        (form.Code, form.Type) = (before.Code, before.Type);
        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new QuestionPage(category, question, form));
        }

        question.Change(form.Label.ToText(), form.Hint.ToText(), form.IsRequired, form.ParsedOptions());
        changes.Note("question.changed", $"category:{categoryId}", before, form);
        await changes.SaveAsync(cancellationToken);
        this.FlashSuccess(T["저장했습니다."]);
        return RedirectToAction("Edit", "Categories", new { id = categoryId });
    }

    /// <summary>Stops asking, or asks again; replies so far stay.</summary>
    [HttpPost("{id:long}/switch")]
    public Task<IActionResult> Switch(long categoryId, long id, CancellationToken cancellationToken) =>
        ChangeAsync(categoryId, id, (_, question) =>
        {
            if (question.IsActive)
            {
                question.Retire();
            }
            else
            {
                question.Restore();
            }

            return question.IsActive ? "question.restored" : "question.retired";
        }, cancellationToken);

    [HttpPost("{id:long}/move")]
    public Task<IActionResult> Move(long categoryId, long id, [FromForm] bool up, CancellationToken cancellationToken) =>
        ChangeAsync(categoryId, id, (category, _) =>
        {
            ListOrder.Move([.. category.Questions.OrderBy(q => q.Order)], q => q.Id == id, up, (q, place) => q.MoveTo(place));
            return "question.moved";
        }, cancellationToken);

    private async Task<IActionResult> ChangeAsync(
        long categoryId, long id, Func<ComplaintCategory, CategoryQuestion, string> change, CancellationToken cancellationToken)
    {
        if (await FindAsync(categoryId, cancellationToken) is not { } category || category.Questions.FirstOrDefault(q => q.Id == id) is not { } question)
        {
            return NotFound();
        }

        changes.Note(change(category, question), $"category:{categoryId}", question.Code);
        await changes.SaveAsync(cancellationToken);
        return RedirectToAction("Edit", "Categories", new { id = categoryId });
    }

    private Task<ComplaintCategory?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.ComplaintCategories.Include(c => c.Questions).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
}
