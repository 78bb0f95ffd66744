using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Begins and ends sessions: the row in the database and the cookie that names it.</summary>
public sealed class SigningIn(
    CityDb db, SignInCheck check, AuditLog audit, CurrentAccount current, TimeProvider time, IHttpContextAccessor accessor)
{
    private HttpContext Context => accessor.HttpContext ?? throw new InvalidOperationException("Signing in needs a request.");

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>What the request comes from, in words.</summary>
    public string Device => DeviceName.Of(Context.Request.Headers.UserAgent);

    /// <summary>Begins a session for an account that proved itself, by the means named for the audit log.</summary>
    public async Task BeginAsync(Account account, string means, bool remember, CancellationToken cancellationToken)
    {
        await check.SucceededAsync(account, cancellationToken);
        await EndRowAsync(current.SessionId, cancellationToken);
        Session session = new(account, Device, current.Address, remember, Now, SessionLimits.LongestOf(remember));
        db.Add(session);
        audit.Add(AuditKind.SignIn, SignInActions.SignedIn, $"account:{account.Id}", account.Id, current.Address, means);
        await db.SaveChangesAsync(cancellationToken);
        await Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await WriteCookieAsync(account, session.Id, remember, ProvedNow(), cancellationToken);
        SpeakTo(account);
    }

    /// <summary>
    /// Keeps this session, if it is the account's, and no other, after its owner changed their credentials: it takes over the new stamp,
    /// which is saved here, and its cookie is written anew. An act is no proof: how long the last one is good for stays as it was.
    /// </summary>
    public async Task KeepAsync(Account account, CancellationToken cancellationToken)
    {
        await RewriteAsync(account, Context.User.FindFirstValue(AccountClaims.Proved), cancellationToken);
        await db.Sessions.EndStaleAsync(account, Now, cancellationToken);
    }

    /// <summary>Notes in the cookie of this session that its owner has just proved to be themself, which also ends a row of failures.</summary>
    public async Task ProvedAsync(Account account, CancellationToken cancellationToken)
    {
        await check.SucceededAsync(account, cancellationToken);
        await RewriteAsync(account, ProvedNow(), cancellationToken);
    }

    private async Task RewriteAsync(Account account, string? proved, CancellationToken cancellationToken)
    {
        if (await db.Sessions.SingleOrDefaultAsync(s => s.Id == current.SessionId && s.AccountId == account.Id, cancellationToken) is { } session)
        {
            session.Renew(account);
            await db.SaveChangesAsync(cancellationToken);
            await WriteCookieAsync(account, session.Id, session.IsPersistent, proved, cancellationToken);
        }
    }

    /// <summary>Ends this session and takes its cookie away.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (current.Id is { } id)
        {
            audit.Add(AuditKind.SignIn, SignInActions.SignedOut, $"account:{id}", id, current.Address);
            await db.SaveChangesAsync(cancellationToken);
        }

        await EndRowAsync(current.SessionId, cancellationToken);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private async Task WriteCookieAsync(
        Account account, Guid session, bool remember, string? proved, CancellationToken cancellationToken)
    {
        Actor actor = await db.ActorAsync(account, cancellationToken);
        await Context.SignInAsync(
            IdentityConstants.ApplicationScheme,
            SessionPrincipal.Of(account.DisplayName, account.RightsVersion, actor, session.ToString(), proved),
            new AuthenticationProperties { IsPersistent = remember });
    }

    private string ProvedNow() => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private async Task EndRowAsync(Guid? id, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            await db.Sessions.Where(s => s.Id == id && s.EndedAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, Now), cancellationToken);
        }
    }

    // Somebody who never chose a language in this browser meets the one they chose for their account.
    private void SpeakTo(Account account)
    {
        if (!Context.Request.Cookies.ContainsKey(Languages.Cookie) && Languages.Known(account.Language) is { } language)
        {
            Context.Response.Cookies.Append(Languages.Cookie, language, new CookieOptions
            {
                IsEssential = true,
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = Context.Request.IsHttps,
            });
        }
    }
}
