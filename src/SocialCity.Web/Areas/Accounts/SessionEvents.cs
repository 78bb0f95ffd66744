using System.Globalization;
using System.Net.Mime;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.KeptForms;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// Asks the database with each request whether the session still holds, and for a page what its bell shows: one query. A session that was
/// ended, ran out, or whose account was disabled or changed its credentials is refused; changed rights are taken over at once.
/// </summary>
public sealed class SessionEvents(CityDb db, NoticeWordings wordings, SeenSessions seen, LastAccount last, TimeProvider time)
    : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        try
        {
            await CheckAsync(context);
        }
        catch (Exception) when (context.HttpContext.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that tells of the failure stands without a database: it is shown as to a visitor, and the session goes on afterwards.
            context.RejectPrincipal();
        }
    }

    private async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        // Style sheets and scripts are the same for everybody.
        if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
        {
            return;
        }

        CancellationToken cancellationToken = context.HttpContext.RequestAborted;
        DateTime now = time.GetUtcNow().UtcDateTime;
        ClaimsPrincipal? principal = context.Principal;
        (SessionState? state, UnreadNotices? unread) = Guid.TryParse(principal?.FindFirstValue(AccountClaims.Session), out Guid id)
            ? await FindAsync(id, WantsPage(context.Request), cancellationToken)
            : (null, null);
        state = state is null ? null : state with { SeenAt = seen.LastOf(id, state.SeenAt) };
        if (state is not null && principal is not null && !IsCurrent(principal, state))
        {
            principal = await RenewAsync(principal, state, cancellationToken);
            context.ReplacePrincipal(principal);
            context.ShouldRenew = true;
        }

        if (state is null || principal is null || !state.HoldsFor(principal.ToActor().IsStaff, now))
        {
            if (long.TryParse(principal?.FindFirstValue(AccountClaims.Id), CultureInfo.InvariantCulture, out long accountId))
            {
                context.HttpContext.Features.Set(new EndedSession(accountId));
            }

            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        context.HttpContext.Features.Set(unread);
        if (now - state.SeenAt > Session.SeenEvery)
        {
            seen.Remember(id, now);
        }
    }

    public override Task SignedIn(CookieSignedInContext context)
    {
        last.Forget(context.HttpContext);
        return Task.CompletedTask;
    }

    /// <summary>Also of a session that had ended already: what was opened while it lasted may be sent still.</summary>
    public override Task SigningOut(CookieSigningOutContext context)
    {
        long? account = context.HttpContext.Features.Get<EndedSession>()?.AccountId
            ?? (long.TryParse(context.HttpContext.User.FindFirstValue(AccountClaims.Id), CultureInfo.InvariantCulture, out long id) ? id : null);
        if (account is { } known)
        {
            last.Remember(context.HttpContext, known);
        }

        return Task.CompletedTask;
    }

    /// <summary>Only somebody who opens a page is led to the sign-in page; a script or a form is told plainly.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if ((HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) && !IsScript(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private async Task<(SessionState? State, UnreadNotices? Unread)> FindAsync(Guid id, bool withUnread, CancellationToken cancellationToken)
    {
        if (!withUnread)
        {
            return (await db.SessionStates(id).SingleOrDefaultAsync(cancellationToken), null);
        }

        var found = await db.SessionStates(id)
            .Select(s => new
            {
                State = s,
                Unread = db.Notices.Where(n => n.AccountId == s.AccountId && n.IsOnSite)
                    .OrderByDescending(n => n.CreatedAt).ThenByDescending(n => n.Id).Take(UnreadNotices.Newest)
                    .Count(n => n.ReadAt == null && wordings.Kinds.Contains(n.Kind)),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return found is null ? (null, null) : (found.State, new UnreadNotices(found.Unread));
    }

    /// <summary>Pictures and what scripts fetch have no header with a bell: browsers say that they take no HTML for them.</summary>
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString() is not { Length: > 0 } accepted || accepted.Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    private static bool IsScript(HttpRequest request) =>
        request.Headers["Sec-Fetch-Mode"].ToString() is { Length: > 0 } mode && mode != "navigate";

    private static bool IsCurrent(ClaimsPrincipal principal, SessionState state) =>
        principal.FindFirstValue(AccountClaims.RightsVersion) == state.RightsVersion.ToString(CultureInfo.InvariantCulture)
        && principal.FindFirstValue(AccountClaims.Name) == state.Name
        && principal.FindFirstValue(AccountClaims.Id) == state.AccountId.ToString(CultureInfo.InvariantCulture);

    private async Task<ClaimsPrincipal> RenewAsync(ClaimsPrincipal principal, SessionState state, CancellationToken cancellationToken)
    {
        Account account = await db.Users.AsNoTracking().SingleAsync(a => a.Id == state.AccountId, cancellationToken);
        return SessionPrincipal.Of(
            account.DisplayName,
            account.RightsVersion,
            await db.ActorAsync(account, cancellationToken),
            principal.FindFirstValue(AccountClaims.Session) ?? "",
            principal.FindFirstValue(AccountClaims.Proved));
    }
}
