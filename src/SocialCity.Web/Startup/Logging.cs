using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Serilog;
using Serilog.Core;
using Serilog.Debugging;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace SocialCity.Web.Startup;

public enum ConsoleFormat
{
    /// <summary>A JSON object a line, for the machine that collects logs.</summary>
    Json,

    /// <summary>A line of text, for a person at a terminal.</summary>
    Text,

    None,
}

/// <summary>The section <c>Logs</c>. Levels stand in the section <c>Serilog</c>, as Serilog itself reads it.</summary>
public sealed class LogOptions
{
    public const string Section = "Logs";

    public ConsoleFormat Console { get; set; } = ConsoleFormat.Json;

    /// <summary>How many days a log file is kept.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 30;

    /// <summary>A day's file that grows beyond this many megabytes is continued in another one.</summary>
    [Range(1, 2000)]
    public int FileMegabytes { get; set; } = 100;
}

public static class Logging
{
    /// <summary>Serilog to the console and to a file a day; see docs/decisions/0003-serilog.md for the wiring.</summary>
    public static void AddLogging(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<LogOptions>(LogOptions.Section);
        SelfLog.Enable(Console.Error);

        var configuration = Levels(builder.Configuration)
            // The request event tells of the exception, once; the start's failures are told in one sentence by Commands.
            .MinimumLevel.Override("Microsoft.AspNetCore.Diagnostics", LogEventLevel.Fatal)
            .Filter.ByExcluding(e => e.Exception is { } exception && Commands.StartFailure(exception) is not null)
            .Enrich.FromLogContext()
            .Enrich.With<PersonalDataRemover>()
            .WriteTo.File(
                new JsonFormatter(renderMessage: true),
                Path.Combine(builder.StorageFolders().Logs, "city-.json"),
                fileSizeLimitBytes: options.FileMegabytes * 1_000_000L,
                rollingInterval: RollingInterval.Day,
                rollOnFileSizeLimit: true,
                retainedFileCountLimit: null,
                retainedFileTimeLimit: TimeSpan.FromDays(options.KeepDays));
        configuration = options.Console switch
        {
            ConsoleFormat.Json => configuration.WriteTo.Console(new JsonFormatter(renderMessage: true)),
            ConsoleFormat.Text => configuration.WriteTo.Console(
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}", formatProvider: CultureInfo.InvariantCulture),
            _ => configuration,
        };

        builder.Logging.ClearProviders();
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddSerilog(configuration.CreateLogger(), dispose: true);
    }

    /// <exception cref="StartupException">The section is wrong.</exception>
    private static LoggerConfiguration Levels(IConfiguration settings)
    {
        try
        {
            return new LoggerConfiguration().ReadFrom.Configuration(settings);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IOException)
        {
            throw new StartupException($"The section Serilog is wrong: {e.Message}", e);
        }
    }

    public static void UseRequestLogging(this WebApplication app) => app.UseMiddleware<RequestLog>();
}

/// <summary>Endpoint metadata: requests such as health probes and style sheets are told at the level Debug.</summary>
public sealed class QuietRequest
{
    public static QuietRequest Instance { get; } = new();
}

/// <summary>
/// One event for each request: method, route template, status, time, account and trace. Never a body, an address with its
/// query, a header or a cookie: those hold what people wrote.
/// </summary>
public sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    /// <summary>The status of a request whose client had gone before the answer; not sent to anybody.</summary>
    private const int ClientClosedRequest = 499;

    public async Task InvokeAsync(HttpContext context)
    {
        // Taken before anything is executed again for an error page.
        var endpoint = context.GetEndpoint();
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = context.Response.HasStarted ? context.Response.StatusCode : ClientClosedRequest;
        }
        catch (Exception e) when (context.Response.HasStarted)
        {
            // Half an answer has gone out; the server would only tell the exception a second time.
            Tell(context, endpoint, start, context.Response.StatusCode, e);
            context.Abort();
            return;
        }
        catch (Exception e)
        {
            Tell(context, endpoint, start, StatusCodes.Status500InternalServerError, e);
            throw;
        }

        int status = context.Response.StatusCode;
        Tell(context, endpoint, start, status, status >= 500 ? context.Features.Get<IExceptionHandlerFeature>()?.Error : null);
    }

    private void Tell(HttpContext context, Endpoint? endpoint, long start, int status, Exception? exception)
    {
        LogLevel level = status >= 500 || exception is not null ? LogLevel.Error
            : endpoint?.Metadata.GetMetadata<QuietRequest>() is null ? LogLevel.Information
            : LogLevel.Debug;
        logger.Log(
            level,
            exception,
            "{Method} {Route} {Status} in {Elapsed} ms for account {Account}, trace {Trace}",
            KnownMethod(context.Request.Method),
            endpoint is RouteEndpoint route ? $"/{route.RoutePattern.RawText?.TrimStart('/')}" : "(no route)",
            status,
            (long)Stopwatch.GetElapsedTime(start).TotalMilliseconds,
            context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "none",
            Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier);
    }

    private static string KnownMethod(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsPost(method) || HttpMethods.IsHead(method) || HttpMethods.IsPut(method)
        || HttpMethods.IsDelete(method) || HttpMethods.IsPatch(method) || HttpMethods.IsOptions(method)
            ? method
            : "OTHER";
}

/// <summary>
/// Takes out the address that ASP.NET Core adds to every event of a request, since addresses may hold names and secrets of links,
/// and makes control characters visible, so that nobody's text can begin a line that looks like another event.
/// </summary>
public sealed class PersonalDataRemover : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        logEvent.RemovePropertyIfPresent("RequestPath");
        foreach (var (name, value) in logEvent.Properties.ToArray())
        {
            if (value is ScalarValue { Value: string text } && text.Any(char.IsControl))
            {
                string visible = string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(visible)));
            }
        }
    }
}
