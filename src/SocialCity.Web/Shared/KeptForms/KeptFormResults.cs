using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Options;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>
/// A form whose antiforgery token no longer holds is shown again with a fresh one, instead of a bare refusal. Whoever is not signed in may
/// have been when the form was opened: it waits for them as well.
/// </summary>
public sealed class StaleFormFilter(KeptFormStore store, IModelMetadataProvider metadata, IOptions<AntiforgeryOptions> antiforgery)
    : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && await IsTooMuchAsync(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
        else if (context.Result is IAntiforgeryValidationFailedResult
            && await KeptForm.ReadAsync(context.HttpContext.Request, context.HttpContext.RequestAborted) is { } form)
        {
            KeptFormReason reason = context.HttpContext.Request.Cookies.ContainsKey(antiforgery.Value.Cookie.Name ?? "")
                ? KeptFormReason.Stale
                : KeptFormReason.Old;
            string? back = reason == KeptFormReason.Stale && MayHaveSignedOut(context)
                ? await KeptFormsController.KeepAsync(store, context.HttpContext, form)
                : null;
            context.Result = KeptFormView.Of(new KeptFormPage(form, reason, back), StatusCodes.Status400BadRequest, metadata);
        }

        await next();
    }

    /// <summary>Of a form with more than is read of one no token is seen: its age is not what is wrong with it.</summary>
    private static async Task<bool> IsTooMuchAsync(HttpContext http)
    {
        try
        {
            return http.Request.HasFormContentType && await http.Request.ReadFormAsync(http.RequestAborted) is null;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    /// <summary>Whoever signs in or joins just now is no reason to ask for it.</summary>
    private static bool MayHaveSignedOut(ResultExecutingContext context) =>
        context.HttpContext.User.Identity is not { IsAuthenticated: true } && (string?)context.RouteData.Values["area"] != "Accounts";
}

/// <summary>
/// A form that arrives after the session has ended is kept and comes back after signing in. Everything else is challenged and
/// forbidden as ever.
/// </summary>
public sealed class SignedOutFormHandler(KeptFormStore store, IModelMetadataProvider metadata) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler otherwise = new();

    public async Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Challenged || await KeptForm.ReadAsync(context.Request, context.RequestAborted) is not { } form)
        {
            await otherwise.HandleAsync(next, context, policy, authorizeResult);
            return;
        }

        string? back = await KeptFormsController.KeepAsync(store, context, form);
        context.Response.Headers.CacheControl = "no-store";
        await KeptFormView.WriteAsync(context, new KeptFormPage(form, KeptFormReason.SignedOut, back), StatusCodes.Status401Unauthorized, metadata);
    }
}

/// <summary>A form that was refused because too much was sent in a short time is shown again, to be sent when the time is over.</summary>
public static class TooManyForms
{
    /// <summary>Answers with the form; false when there is none to show, and nothing was written.</summary>
    public static async Task<bool> TryShowAsync(HttpContext context, TimeSpan? wait, CancellationToken cancellationToken)
    {
        long allowed = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? RequestSizes.Form;
        if (context.Request.ContentLength is not { } length || length > allowed)
        {
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = length;
        }

        if (await KeptForm.ReadAsync(context.Request, cancellationToken) is not { } form)
        {
            return false;
        }

        context.Response.Headers.CacheControl = "no-store";
        await KeptFormView.WriteAsync(
            context,
            new KeptFormPage(form, KeptFormReason.TooMany, Minutes: (int)Math.Ceiling(Math.Max(1, wait?.TotalMinutes ?? 1))),
            StatusCodes.Status429TooManyRequests,
            context.RequestServices.GetRequiredService<IModelMetadataProvider>());
        return true;
    }
}

public static class KeptFormView
{
    /// <summary>Answers with the page where no controller is at hand.</summary>
    public static Task WriteAsync(HttpContext context, KeptFormPage page, int status, IModelMetadataProvider metadata) =>
        Of(page, status, metadata).ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));

    /// <summary>The page as a result.</summary>
    public static ViewResult Of(KeptFormPage page, int status, IModelMetadataProvider metadata) => new()
    {
        ViewName = "~/Views/Shared/KeptForm.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<KeptFormPage>(metadata, new ModelStateDictionary()) { Model = page },
    };
}
