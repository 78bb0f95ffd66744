using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Calls a passkey by a name that its owner knows it by.</summary>
[Area("Accounts")]
[ProofRequired]
[Route("/account/security/passkeys/{id}")]
public sealed class PasskeyNamesController(UserManager<Account> accounts, IStringLocalizer<AccountTexts> T) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Edit(string id) =>
        await PasskeyRow.FindAsync(accounts, User, id) is ({ }, { } passkey) ? View(new PasskeyNameForm { Id = id, Name = passkey.Name ?? "" }) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Update(string id, [Bind(nameof(PasskeyNameForm.Name))] PasskeyNameForm form)
    {
        if (await PasskeyRow.FindAsync(accounts, User, id) is not ({ } account, { } passkey))
        {
            return NotFound();
        }

        form.Id = id;
        string name = DisplayNames.Clean(form.Name);
        // Asked of the cleaned name: it may be empty, and its composed letters may be longer than what was typed.
        if (ModelState.IsValid && name.Length is 0 or > PasskeyNameForm.NameLength)
        {
            ModelState.AddModelError(nameof(form.Name), T["이 기기를 알아볼 수 있는 이름을 써 주세요."]);
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(nameof(Edit), form);
        }

        passkey.Name = name;
        await accounts.AddOrUpdatePasskeyAsync(account, passkey).OrThrowAsync();
        this.FlashSuccess(T["패스키의 이름을 바꾸었습니다."]);
        return RedirectToAction("Index", "Security");
    }
}

public sealed class PasskeyNameForm
{
    public const int NameLength = 60;

    public string Id { get; set; } = "";

    [Required, StringLength(NameLength), Display(Name = "패스키 이름")]
    public string Name { get; set; } = "";
}
