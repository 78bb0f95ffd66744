using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>The questions that a category asks in the form.</summary>
[Route("office/categories/{categoryId:long}/questions")]
public sealed class QuestionsController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
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

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new QuestionPage(category, null, form));
        }

        category.Ask(form.Code ?? "", form.Type, form.Label.ToText(), form.Hint.ToText(), form.IsRequired, form.ParsedOptions());
        changes.Note("question.added", $"category:{categoryId}", new QuestionForm(), form);
        if (!await changes.SaveAsync(cancellationToken))
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 코드입니다."]);
            return Invalid("Edit", new QuestionPage(category, null, form));
        }

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
        // Replies so far hang on code and type: they stay, whatever was sent.
        (form.Code, form.Type) = (before.Code, before.Type);
        if (await RepliedAsync(id, question.Options().Select(o => o.Key).Except(form.ParsedOptions().Select(o => o.Key)), cancellationToken) is { } kept)
        {
            ModelState.AddModelError("Form.Options", T["이미 고른 민원이 있는 코드라 지우거나 바꿀 수 없습니다: {0}. 이름은 바꿀 수 있습니다.", kept]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new QuestionPage(category, question, form));
        }

        if (await changes.ChangeAsync(
            question, "question.changed", $"category:{categoryId}", before, form,
            () => question.Change(form.Label.ToText(), form.Hint.ToText(), form.IsRequired, form.ParsedOptions()), cancellationToken))
        {
            this.FlashSuccess(T["저장했습니다."]);
            return RedirectToAction("Edit", "Categories", new { id = categoryId });
        }

        CategoryQuestion theirs = (await FindAsync(categoryId, cancellationToken))?.Questions.FirstOrDefault(q => q.Id == id) ?? question;
        form.Version = theirs.Version;
        return Conflict("Edit", new QuestionPage(category, theirs, form), Difference.Between(QuestionForm.Of(theirs), form, metadata));
    }

    /// <summary>The first of these options that somebody chose: their reply would lose its name. Null when nobody did.</summary>
    private async Task<string?> RepliedAsync(long questionId, IEnumerable<string> gone, CancellationToken cancellationToken)
    {
        foreach (string key in gone)
        {
            string within = $",{key},";
            if (await db.Set<QuestionReply>().AnyAsync(r => r.QuestionId == questionId && ("," + r.Value + ",").Contains(within), cancellationToken))
            {
                return key;
            }
        }

        return null;
    }

    private Task<ComplaintCategory?> FindAsync(long categoryId, CancellationToken cancellationToken) =>
        db.ComplaintCategories.Include(c => c.Questions).SingleOrDefaultAsync(c => c.Id == categoryId, cancellationToken);
}
