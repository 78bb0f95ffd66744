namespace SocialCity.Web.Startup;

/// <summary>An answer without a body becomes a page that says what happened and what to do; its status stays.</summary>
public static class ErrorPages
{
    private const string Path = "/errors";

    public static void UseErrorPages(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = Path,
                // What failed in the services of the request, say to find out who asks, is remembered there and would fail again.
                CreateScopeForErrors = true,
                StatusCodeSelector = exception => exception is BadHttpRequestException refused
                    ? refused.StatusCode
                    : StatusCodes.Status500InternalServerError,
            });
        }

        app.UseStatusCodePagesWithReExecute(Path);
    }
}
