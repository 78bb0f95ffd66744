using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
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

public sealed partial class QuestionForm : IValidatableObject
{
    private const int KeyLength = 20;

    [Display(Name = "부호")]
    [StringLength(CategoryQuestion.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "부호는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
    public string? Code { get; set; }

    [Display(Name = "답하는 방법")]
    [EnumDataType(typeof(QuestionType))]
    public QuestionType Type { get; set; } = QuestionType.Text;

    [Display(Name = "질문")]
    [LocalLength(CategoryQuestion.LabelLength)]
    public LocalTextForm Label { get; set; } = new();

    [Display(Name = "도움말")]
    [LocalLength(CategoryQuestion.HintLength, IsOptional = true)]
    public LocalTextForm Hint { get; set; } = new();

    [Display(Name = "꼭 답해야 합니다")]
    public bool IsRequired { get; set; }

    [Display(Name = "고를 것")]
    [DataType(DataType.MultilineText)]
    [StringLength(6000)]
    public string? Options { get; set; }

    public static QuestionForm Of(CategoryQuestion question) => new()
    {
        Code = question.Code,
        Type = question.Type,
        Label = LocalTextForm.Of(question.Label),
        Hint = LocalTextForm.Of(question.Hint),
        IsRequired = question.IsRequired,
        Options = string.Join('\n', question.Options().Select(o => $"{o.Key} = {o.Name.Ko} | {o.Name.En} | {o.Name.Ja}".TrimEnd(' ', '|'))),
    };

    /// <summary>The options, one a line: <c>key = 한국어 | English | 日本語</c>.</summary>
    public IReadOnlyList<QuestionOption> ParsedOptions() => HasOptions ? [.. Lines().Select(Parse).OfType<QuestionOption>()] : [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (!HasOptions)
        {
            yield break;
        }

        List<string> lines = [.. Lines()];
        if (lines.Find(line => Parse(line) is null) is { } wrong)
        {
            yield return new ValidationResult(T["'{0}' 줄을 알아볼 수 없습니다. key = 한국어 | English | 日本語처럼 써 주세요.", wrong], [nameof(Options)]);
        }
        else if (lines.Count is < 2 or > CategoryQuestion.OptionsMost)
        {
            yield return new ValidationResult(T["고를 것은 2개에서 {0}개까지 써 주세요.", CategoryQuestion.OptionsMost], [nameof(Options)]);
        }
        else if (ParsedOptions().DistinctBy(o => o.Key).Count() < lines.Count)
        {
            yield return new ValidationResult(T["같은 부호가 두 번 있습니다."], [nameof(Options)]);
        }
    }

    private bool HasOptions => Type is QuestionType.SingleChoice or QuestionType.MultipleChoice;

    private static QuestionOption? Parse(string line)
    {
        string[] halves = line.Split('=', 2, StringSplitOptions.TrimEntries);
        if (halves.Length != 2 || halves[0].Length > KeyLength || !Key().IsMatch(halves[0]))
        {
            return null;
        }

        string[] names = halves[1].Split('|', StringSplitOptions.TrimEntries);
        return names.Length > 3 || names[0].Length == 0 || names.Any(n => n.Length > CategoryQuestion.LabelLength)
            ? null
            : new QuestionOption(halves[0], new LocalText(names[0], Name(1), Name(2)));

        string? Name(int place) => names.Length > place && names[place].Length > 0 ? names[place] : null;
    }

    private string[] Lines() => (Options ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex Key();
}

/// <param name="Question">Null for a new one.</param>
public sealed record QuestionPage(ComplaintCategory Category, CategoryQuestion? Question, QuestionForm Form);
