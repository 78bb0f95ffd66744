using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Office;

/// <summary>민원 분야: the list, and what each is.</summary>
[Route("office/categories")]
public sealed class CategoriesController(
    CityDb db, OfficeChanges changes, IModelMetadataProvider metadata, IStringLocalizer<OfficeTexts> T) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) => View(new CategoryList(
        await db.ComplaintCategories.AsNoTracking().OrderBy(c => !c.IsActive).ThenBy(c => c.Order)
            .Select(c => new CategoryRow(
                c.Id, c.Name, c.Group, c.Icon, c.Kind, c.OwnPeriodAmount, c.OwnPeriodUnit, c.IsActive,
                c.Questions.Count(q => q.IsActive),
                db.RoutingRules.Any(r => r.IsActive && r.CategoryId == c.Id)))
            .ToListAsync(cancellationToken)));

    [HttpGet("new")]
    public IActionResult New() => View("Edit", new CategoryPage(null, new CategoryForm()));

    [HttpPost("")]
    public async Task<IActionResult> Create([Bind(Prefix = "Form")] CategoryForm form, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(form.Code))
        {
            ModelState.TryAddModelError("Form.Code", T["부호를 입력해 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new CategoryPage(null, form));
        }

        int last = await db.ComplaintCategories.MaxAsync(c => (int?)c.Order, cancellationToken) ?? 0;
        ComplaintCategory? made = await changes.AddAsync(
            () =>
            {
                ComplaintCategory category = new(form.Code ?? "", form.Name.ToText(), form.Hint.ToText(), form.Icon, form.Kind, last + 1);
                form.ApplyTo(category);
                return category;
            },
            "category.added", c => $"category:{c.Id}", new CategoryForm(), form, cancellationToken);
        if (made is null)
        {
            ModelState.AddModelError("Form.Code", T["이미 쓰고 있는 부호입니다."]);
            return Invalid("Edit", new CategoryPage(null, form));
        }

        this.FlashSuccess(T["분야를 만들었습니다. 배정 규칙도 함께 정해 주세요."]);
        return RedirectToAction(nameof(Edit), new { id = made.Id });
    }

    [HttpGet("{id:long}")]
    public async Task<IActionResult> Edit(long id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } category ? View(new CategoryPage(category, CategoryForm.Of(category))) : NotFound();

    [HttpPost("{id:long}")]
    public async Task<IActionResult> Update(long id, [Bind(Prefix = "Form")] CategoryForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } category)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Invalid("Edit", new CategoryPage(category, form));
        }

        CategoryForm before = CategoryForm.Of(category);
        form.Code = before.Code;
        if (form.Version == category.Version)
        {
            form.ApplyTo(category);
            changes.Note("category.changed", $"category:{id}", before, form);
            if (await changes.SaveAsync(cancellationToken))
            {
                this.FlashSuccess(T["저장했습니다. 이미 접수된 민원의 기간은 바뀌지 않습니다."]);
                return RedirectToAction(nameof(Edit), new { id });
            }
        }

        db.ChangeTracker.Clear();
        ComplaintCategory theirs = await FindAsync(id, cancellationToken) ?? category;
        form.Version = theirs.Version;
        return Conflict("Edit", new CategoryPage(theirs, form), Difference.Between(CategoryForm.Of(theirs), form, metadata));
    }

    private Task<ComplaintCategory?> FindAsync(long id, CancellationToken cancellationToken) =>
        db.ComplaintCategories.Include(c => c.Questions.OrderBy(q => q.Order)).SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
}

public sealed class CategoryForm : IValidatableObject
{
    private const int LongestPeriod = 365;

    [Display(Name = "부호")]
    [StringLength(ComplaintCategory.CodeLength)]
    [RegularExpression("[a-z0-9-]+", ErrorMessage = "부호는 영어 소문자와 숫자, 붙임표로 써 주세요.")]
    public string? Code { get; set; }

    [Display(Name = "분야 이름")]
    [LocalLength(ComplaintCategory.NameLength)]
    public LocalTextForm Name { get; set; } = new();

    [Display(Name = "도움말")]
    [LocalLength(ComplaintCategory.HintLength, IsOptional = true)]
    public LocalTextForm Hint { get; set; } = new();

    [Display(Name = "묶음")]
    [LocalLength(ComplaintCategory.NameLength)]
    public LocalTextForm Group { get; set; } = new();

    [Display(Name = "그림")]
    [Required]
    [StringLength(ComplaintCategory.IconLength)]
    [RegularExpression("[a-z-]+")]
    public string Icon { get; set; } = "chat";

    [Display(Name = "민원 종류")]
    [EnumDataType(typeof(PetitionKind))]
    public PetitionKind Kind { get; set; } = PetitionKind.Other;

    [Display(Name = "따로 정한 기간")]
    [Range(1, LongestPeriod)]
    public int? PeriodAmount { get; set; }

    [Display(Name = "기간 단위")]
    [EnumDataType(typeof(PeriodUnit))]
    public PeriodUnit PeriodUnit { get; set; } = PeriodUnit.Days;

    public Guid Version { get; set; }

    public static CategoryForm Of(ComplaintCategory category) => new()
    {
        Code = category.Code,
        Name = LocalTextForm.Of(category.Name),
        Hint = LocalTextForm.Of(category.Hint),
        Group = LocalTextForm.Of(category.Group),
        Icon = category.Icon,
        Kind = category.Kind,
        PeriodAmount = category.OwnPeriodAmount,
        PeriodUnit = category.OwnPeriodUnit ?? PeriodUnit.Days,
        Version = category.Version,
    };

    public void ApplyTo(ComplaintCategory category)
    {
        category.Change(
            Name.ToText(), Hint.ToText(), Icon, Kind, PeriodAmount is { } amount ? new StatutoryPeriod(amount, PeriodUnit) : null);
        category.GroupUnder(Group.ToText());
    }

    /// <summary>The law leaves the city a period of its own for 기타 alone, and asks for one for 법정 (Decree art. 16 and 19; Act art. 17).</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        if (PeriodAmount is not null && Kind is not (PetitionKind.Other or PetitionKind.Statutory))
        {
            yield return new ValidationResult(T["이 종류의 기간은 법이 정합니다. 따로 정한 기간을 비워 주세요."], [nameof(PeriodAmount)]);
        }

        if (PeriodAmount is null && Kind == PetitionKind.Statutory)
        {
            yield return new ValidationResult(T["법정 민원은 고시된 기간을 입력해 주세요."], [nameof(PeriodAmount)]);
        }
    }
}

public sealed record CategoryList(IReadOnlyList<CategoryRow> Categories);

public sealed record CategoryRow(
    long Id, LocalText Name, LocalText Group, string Icon, PetitionKind Kind, int? PeriodAmount, PeriodUnit? PeriodUnit, bool IsActive, int Questions, bool IsRouted);

/// <param name="Category">Null for a new one; with its questions in their order.</param>
public sealed record CategoryPage(ComplaintCategory? Category, CategoryForm Form)
{
    /// <summary>The symbols that suit a category.</summary>
    public static IReadOnlyList<string> Icons { get; } =
    [
        "bench", "bicycle", "book", "bug", "building", "bulb", "bus", "ball", "car", "chat", "cone", "crosswalk", "document", "drop", "flag", "hand", "heart", "home", "lamp",
        "no-smoking", "parking", "paw", "phone", "refresh", "road", "scales", "school", "shield", "shop", "signal", "snow", "sprout", "swing", "trash", "tree", "users",
        "volume", "warning", "waves", "wheelchair", "wind",
    ];
}
