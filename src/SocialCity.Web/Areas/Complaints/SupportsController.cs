using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>"Me too", and taking it back.</summary>
[Area("Complaints")]
[EnableRateLimiting(RateLimits.Supports)]
public sealed class SupportsController(ComplaintSupporting supporting, CurrentAccount account, IStringLocalizer<ComplaintTexts> T) : Controller
{
    [HttpPost("complaints/{number}/support")]
    public async Task<IActionResult> Add(string number, CancellationToken cancellationToken)
    {
        switch (await supporting.SupportAsync(number, account.RequiredId, cancellationToken))
        {
            case SupportRefusal.NotFound:
                return NotFound();
            case SupportRefusal.OwnComplaint:
                this.FlashInfo(T["직접 신청하신 민원입니다. 답변이 올라오면 알려 드립니다."]);
                break;
            case SupportRefusal.Ended:
                this.FlashInfo(T["이미 끝난 민원이라 더하지 않았습니다. 아직 불편하면 새로 신청해 주세요."]);
                break;
            default:
                this.FlashSuccess(T["함께 겪은 분으로 더했습니다. 답변이 올라오면 알려 드립니다."]);
                break;
        }

        return RedirectToAction("Show", "Complaints", new { number });
    }

    [HttpPost("complaints/{number}/support/withdraw")]
    public async Task<IActionResult> Withdraw(string number, CancellationToken cancellationToken)
    {
        if (!await supporting.WithdrawAsync(number, account.RequiredId, cancellationToken))
        {
            return NotFound();
        }

        this.FlashInfo(T["‘나도 겪었어요’를 거두었습니다."]);
        return RedirectToAction("Show", "Complaints", new { number });
    }
}
