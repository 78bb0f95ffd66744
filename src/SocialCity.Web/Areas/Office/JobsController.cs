using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCity.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Office;

/// <summary>시간 맞춰 하는 일: what runs by time, how its last run went, and when the next one is due.</summary>
[Route("office/jobs")]
public sealed class JobsController(CityDb db, IOptions<JobOptions> options, TimeProvider time) : OfficeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(CancellationToken cancellationToken) =>
        View(await JobList.LoadAsync(db, options.Value.Enabled, time.GetUtcNow().UtcDateTime, cancellationToken));
}
