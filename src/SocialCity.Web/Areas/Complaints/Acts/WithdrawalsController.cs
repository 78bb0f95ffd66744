using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using SocialCity.Complaints;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>취하: the petitioner takes the complaint back.</summary>
[AllowAnonymous]
[EnableRateLimiting(RateLimits.Filing)]
[Route("complaints/{number}/withdrawals")]
public sealed class WithdrawalsController(ActDesk desk, ActWords words) : ActController<WithdrawalForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Withdraw;

    protected override Task<ComplaintActing> PrepareAsync(ActSubject subject, WithdrawalForm form, CancellationToken cancellationToken) =>
        Task.FromResult<ComplaintActing>((c, clock, now) => c.Withdraw(form.Text, Desk.Actor, clock, now));
}
