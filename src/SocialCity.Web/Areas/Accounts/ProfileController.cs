using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>What others see of a person, and in which language the portal speaks to them.</summary>
[Area("Accounts")]
[Route("/account/profile")]
public sealed class ProfileController(
    CityDb db, CityNames city, CurrentAccount current, IEnumerable<IPersonalData> features, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(CancellationToken cancellationToken) =>
        View(await PageOfAsync(
            await db.Users.Where(a => a.Id == current.RequiredId)
                .Select(a => new ProfileForm { DisplayName = a.DisplayName, About = a.About, DistrictId = a.DistrictId, Language = a.Language })
                .SingleAsync(cancellationToken),
            cancellationToken));

    [HttpPost("")]
    public async Task<IActionResult> Update([Bind(Prefix = nameof(ProfilePage.Form))] ProfileForm form, CancellationToken cancellationToken)
    {
        Account account = await db.Users.SingleAsync(a => a.Id == current.RequiredId, cancellationToken);
        string name = DisplayNames.Clean(form.DisplayName);
        string field = $"{nameof(ProfilePage.Form)}.{nameof(form.DisplayName)}";
        // Who carries such a name already keeps it, and who works for the city may say so.
        if (ModelState.GetFieldValidationState(field) != ModelValidationState.Invalid
            && name != account.DisplayName
            && DisplayNames.Check(name, await city.FindAsync(cancellationToken)) is { } problem
            && !(problem == DisplayNameProblem.Reserved && current.Actor.IsStaff))
        {
            ModelState.Add(field, problem, T);
        }

        if (form.DistrictId is { } district && !await db.Districts.AnyAsync(d => d.Id == district, cancellationToken))
        {
            ModelState.AddModelError($"{nameof(ProfilePage.Form)}.{nameof(form.DistrictId)}", T["목록에 있는 동네를 골라 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Edit), await PageOfAsync(form, cancellationToken));
        }

        bool isRenamed = name != account.DisplayName;
        account.Present(name, (form.About ?? "").Trim(), form.DistrictId);
        account.Speak(Languages.Known(form.Language) ?? account.Language);
        await db.SaveChangesAsync(cancellationToken);
        foreach (IPersonalData feature in isRenamed ? features : [])
        {
            await feature.RenamedAsync(account.Id, cancellationToken);
        }

        this.FlashSuccess(T["프로필을 저장했습니다."]);
        return RedirectToAction(nameof(Edit));
    }

    private async Task<ProfilePage> PageOfAsync(ProfileForm form, CancellationToken cancellationToken)
    {
        var districts = await db.Districts.AsNoTracking().OrderBy(d => d.Order).ThenBy(d => d.Id).ToListAsync(cancellationToken);
        return new ProfilePage(form, [.. districts.Select(d => new SelectListItem(d.Name.ToString(), d.Id.ToString(CultureInfo.InvariantCulture)))]);
    }
}

public sealed class ProfileForm
{
    [Required, StringLength(Account.DisplayNameLength), Display(Name = "보이는 이름")]
    public string DisplayName { get; set; } = "";

    [StringLength(Account.AboutLength), DataType(DataType.MultilineText), Display(Name = "소개")]
    public string? About { get; set; }

    [Display(Name = "사는 동네")]
    public long? DistrictId { get; set; }

    [Required, Chosen, Display(Name = "쓰는 말")]
    public string Language { get; set; } = "ko";
}

public sealed record ProfilePage(ProfileForm Form, IReadOnlyList<SelectListItem> Districts);
