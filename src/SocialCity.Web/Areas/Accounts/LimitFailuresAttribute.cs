using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>
/// For an action that somebody proves something to: with a passphrase, a code, a link. Beyond the limits of <see cref="FailedAttempts"/> it
/// is 429 without being asked. An attempt failed when the answer is 400, or 410 for a link that opens nothing.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LimitFailuresAttribute : Attribute, IAsyncResourceFilter
{
    /// <summary>The posted field that names the account by its address; without one the attempts of the network alone are counted.</summary>
    public string? AccountField { get; init; }

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        HttpContext http = context.HttpContext;
        FailedAttempts attempts = http.RequestServices.GetRequiredService<FailedAttempts>();
        string network = RateLimits.Network(http);
        string? account = await AccountAsync(context);

        using RateLimitLease turn = await attempts.TurnAsync(network, http.RequestAborted);
        using RateLimitLease? refusal = attempts.Refusal(network, account);
        if (!turn.IsAcquired || refusal is not null)
        {
            RateLimits.SayWhen(http.Response, refusal ?? turn);
            context.Result = new StatusCodeResult(StatusCodes.Status429TooManyRequests);
            return;
        }

        await next();
        if (http.Response.StatusCode is StatusCodes.Status400BadRequest or StatusCodes.Status410Gone)
        {
            attempts.Count(network, account);
        }
    }

    /// <summary>The address as the action will be given it: of a field that is sent twice, or in the query too, the same one counts.</summary>
    private async Task<string?> AccountAsync(ResourceExecutingContext context)
    {
        if (AccountField is null)
        {
            return null;
        }

        CompositeValueProvider values = await CompositeValueProvider.CreateAsync(context, context.ValueProviderFactories);
        return values.GetValue(AccountField).FirstValue is { Length: > 0 } typed ? typed : null;
    }
}
