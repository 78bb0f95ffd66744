using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Shared;

/// <summary>The style page: every component in its states. In Development only; pictures and axe are taken from it.</summary>
[AllowAnonymous]
[Route("design")]
public sealed class DesignController(IWebHostEnvironment environment, TimeProvider time) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => environment.IsDevelopment() ? View(new DesignPage(new DesignForm(), Now)) : NotFound();

    [HttpPost("")]
    public IActionResult Index([Bind(Prefix = "Form")] DesignForm form)
    {
        if (!environment.IsDevelopment())
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return View(new DesignPage(form, Now));
        }

        this.FlashSuccess("저장했습니다. 이 알림은 다음 페이지에서 한 번만 보입니다.");
        return RedirectToAction(nameof(Index));
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;
}

/// <summary>What the style page shows.</summary>
public sealed record DesignPage(DesignForm Form, DateTime Now)
{
    /// <summary>Entries to choose from.</summary>
    public static IReadOnlyList<Choice> Kinds { get; } =
    [
        new("road", "도로·보도", "파인 곳, 깨진 보도블록, 막힌 빗물받이"),
        new("light", "가로등·보안등", "꺼졌거나 깜빡이는 등"),
        new("park", "공원·녹지", "놀이터, 나무, 의자") { Disabled = true },
    ];
}

/// <summary>A form with one of each field.</summary>
public sealed class DesignForm
{
    [Required, StringLength(100), Display(Name = "제목")]
    public string? Title { get; set; }

    [Required, StringLength(2000), DataType(DataType.MultilineText), Display(Name = "내용")]
    public string? Text { get; set; }

    [EmailAddress, StringLength(254), Display(Name = "이메일")]
    public string? Email { get; set; }

    [Range(1, 5), Display(Name = "만족도")]
    public int? Score { get; set; }

    [Required, Display(Name = "분야")]
    public string? Kind { get; set; }

    [Required, Display(Name = "구")]
    public string? District { get; set; }

    [Display(Name = "받을 알림")]
    public IReadOnlyList<string> Notices { get; set; } = [];

    [Display(Name = "바라는 날")]
    public DateOnly? Day { get; set; }

    [Display(Name = "사진")]
    public IReadOnlyList<IFormFile> Photos { get; set; } = [];

    [Display(Name = "처리 과정을 누리집에서 볼 수 있다는 안내를 읽었습니다")]
    public bool Agreed { get; set; }
}
