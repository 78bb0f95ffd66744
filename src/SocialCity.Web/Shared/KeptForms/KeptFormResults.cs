using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SocialCity.Web.Shared.KeptForms;

/// <summary>A form whose antiforgery token no longer holds is shown again with a fresh one, instead of a bare refusal.</summary>
public sealed class StaleFormFilter(IModelMetadataProvider metadata) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        if (context.Result is IAntiforgeryValidationFailedResult
            && await KeptForm.ReadAsync(context.HttpContext.Request, context.HttpContext.RequestAborted) is { } form)
        {
            context.Result = KeptFormView.Of(new KeptFormPage(form, KeptFormReason.Stale), StatusCodes.Status400BadRequest, metadata);
        }

        await next();
    }
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

        string? back = await store.KeepAsync(context, form, context.RequestAborted) is { } id
            ? $"{context.Request.PathBase}{KeptFormsController.Address}/{id}"
            : null;
        context.Response.Headers.CacheControl = "no-store";
        await KeptFormView.Of(new KeptFormPage(form, KeptFormReason.SignedOut, back), StatusCodes.Status401Unauthorized, metadata)
            .ExecuteResultAsync(new ActionContext(context, context.GetRouteData(), new ActionDescriptor()));
    }
}

public static class KeptFormView
{
    /// <summary>The page, for places where no controller is at hand.</summary>
    public static ViewResult Of(KeptFormPage page, int status, IModelMetadataProvider metadata) => new()
    {
        ViewName = "~/Views/Shared/KeptForm.cshtml",
        StatusCode = status,
        ViewData = new ViewDataDictionary<KeptFormPage>(metadata, new ModelStateDictionary()) { Model = page },
    };
}
