using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>What a rule can name: categories, dongs and duties, in the language of the request.</summary>
public sealed class RuleChoices(CityDb db, IStringLocalizer<OfficeTexts> T)
{
    public IReadOnlyList<SelectListItem> Categories { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Districts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Duties { get; private set; } = [];

    public async Task<RuleChoices> LoadAsync(CancellationToken cancellationToken)
    {
        var categories = await db.ComplaintCategories.AsNoTracking().OrderBy(c => c.Order).Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken);
        var districts = await db.Districts.AsNoTracking().OrderBy(d => d.Order).Select(d => new { d.Id, d.Name }).ToListAsync(cancellationToken);
        var duties = await db.Duties.AsNoTracking()
            .Join(db.Departments, u => u.DepartmentId, d => d.Id, (u, d) => new { u.Id, u.Name, IsInCharge = u.IsActive && d.DissolvedAt == null, Department = d.Name, d.Order })
            .OrderBy(u => u.Order).ThenBy(u => u.Id)
            .ToListAsync(cancellationToken);
        Categories = [.. categories.Select(c => new SelectListItem(c.Name.ToString(), Key(c.Id)))];
        Districts = [.. districts.Select(d => new SelectListItem(d.Name.ToString(), Key(d.Id)))];
        Duties = [.. duties.Select(u => new SelectListItem($"{u.Department} · {u.Name}", Key(u.Id)) { Disabled = !u.IsInCharge })];
        return this;
    }

    /// <summary>Loads the choices; whether the form is valid and names nothing else than them. What is wrong stands in the model state.</summary>
    public async Task<bool> AllowAsync(RuleForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Check(Categories, form.CategoryId, nameof(RuleForm.CategoryId), T["목록에 있는 분야를 골라 주세요."]);
        Check(Districts, form.DistrictId, nameof(RuleForm.DistrictId), T["목록에 있는 동네를 골라 주세요."]);
        Check(Duties, form.DutyId, nameof(RuleForm.DutyId), T["끝난 업무나 없어진 부서의 업무는 고를 수 없습니다."]);
        return state.IsValid;

        void Check(IReadOnlyList<SelectListItem> known, long? id, string field, string error)
        {
            if (id is { } key && !known.Any(c => c.Value == Key(key) && !c.Disabled))
            {
                state.AddModelError($"Form.{field}", error);
            }
        }
    }

    /// <summary>What a key means among the choices; empty for none.</summary>
    public static string Word(IReadOnlyList<SelectListItem> choices, long? id) =>
        id is { } key ? choices.FirstOrDefault(c => c.Value == Key(key))?.Text ?? Key(key) : "";

    /// <summary>The words by the fields of the form.</summary>
    public IReadOnlyDictionary<string, IEnumerable<SelectListItem>> Words() => new Dictionary<string, IEnumerable<SelectListItem>>
    {
        [nameof(RuleForm.CategoryId)] = Categories,
        [nameof(RuleForm.DistrictId)] = Districts,
        [nameof(RuleForm.DutyId)] = Duties,
    };

    private static string Key(long id) => id.ToString(CultureInfo.InvariantCulture);
}
