using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Everything that the portal knows of a person, for the person, in one file (PIPA art. 35 and 35-2).</summary>
[Area("Accounts")]
[Route("/account/data")]
public sealed class DataController(
    CityDb db, IEnumerable<IPersonalData> holders, AuditLog audit, CurrentAccount current, CurrentCity city, TimeProvider time) : Controller
{
    [HttpGet("")]
    public IActionResult Show() => View();

    [ProofRequired]
    [HttpGet("export")]
    public IActionResult Confirm() => View();

    [ProofRequired]
    [HttpPost("export")]
    public async Task Export(CancellationToken cancellationToken)
    {
        audit.Add(AuditKind.SignIn, SignInActions.Exported, $"account:{current.Id}", current.Id, current.Address);
        await db.SaveChangesAsync(cancellationToken);

        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = string.Create(
            CultureInfo.InvariantCulture, $"attachment; filename=\"my-data-{city.TimeZone.ToLocal(time.GetUtcNow().UtcDateTime):yyyy-MM-dd}.zip\"");
        Response.Headers.CacheControl = "no-store";
        // The archive closes each of its files with a few bytes written at once, which the body itself refuses and its writer takes.
        await using Stream body = Response.BodyWriter.AsStream();
        await using PersonalArchive archive = await PersonalArchive.CreateAsync(body, cancellationToken);
        foreach (IPersonalData holder in holders)
        {
            await holder.ExportAsync(current.RequiredId, archive, cancellationToken);
        }
    }
}
