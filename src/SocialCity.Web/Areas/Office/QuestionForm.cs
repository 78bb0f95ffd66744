using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>A question of a category as the office edits it.</summary>
public sealed partial class QuestionForm : VersionedForm, IValidatableObject
{
    private const int KeyLength = 20;

    [Display(Name = "코드")]
    [Required]
    [StringLength(CategoryQuestion.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "코드는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
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
        Version = question.Version,
    };

    /// <summary>The options, one a line: <c>key = 한국어 | English | 日本語</c>.</summary>
    public IReadOnlyList<QuestionOption> ParsedOptions() => HasOptions ? [.. Lines().Select(Parse).OfType<QuestionOption>()] : [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        List<string> lines = [.. Lines()];
        if (!HasOptions)
        {
            if (lines.Count > 0)
            {
                yield return new ValidationResult(T["고르는 질문이 아닙니다. 고를 것을 비워 주세요."], [nameof(Options)]);
            }
        }
        else if (lines.Find(line => Parse(line) is null) is { } wrong)
        {
            yield return new ValidationResult(T["‘{0}’ 줄을 알아볼 수 없습니다. key = 한국어 | English | 日本語처럼 써 주세요.", wrong], [nameof(Options)]);
        }
        else if (lines.Count is < 2 or > CategoryQuestion.OptionsMost)
        {
            yield return new ValidationResult(T["고를 것은 2개에서 {0}개까지 써 주세요.", CategoryQuestion.OptionsMost], [nameof(Options)]);
        }
        else if (ParsedOptions().DistinctBy(o => o.Key).Count() < lines.Count)
        {
            yield return new ValidationResult(T["같은 코드가 두 번 있습니다."], [nameof(Options)]);
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
