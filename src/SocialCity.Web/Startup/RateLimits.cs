using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using SocialCity.Web.Shared.KeptForms;

namespace SocialCity.Web.Startup;

/// <summary>
/// The names of the limits, for <c>[EnableRateLimiting(RateLimits.Filing)]</c>. Apart from searching, only what changes something is
/// counted: a page with a form may be opened as often as one likes. Automated mass filing may be restricted by the Enforcement Decree
/// of the Petitions Act, article 11-2.
/// </summary>
public static class RateLimits
{
    /// <summary>New accounts, from one network.</summary>
    public const string Register = "register";

    /// <summary>Whatever sends mail to an address that somebody typed, from one network.</summary>
    public const string Mail = "mail";

    /// <summary>New complaints: by one account, or from one network.</summary>
    public const string NewComplaints = "new-complaints";

    /// <summary>
    /// What is handed in on a complaint that exists (replies, withdrawals, reopenings, confirmations) and the photos of a new one: by one
    /// account, or from one network. Apart from <see cref="NewComplaints"/>, so that a form filled in wrongly too often takes nobody's rights.
    /// </summary>
    public const string Filing = "filing";

    /// <summary>"Me too" and reactions: by one account.</summary>
    public const string Supports = "supports";

    /// <summary>Comments, reports and appeals: by one account.</summary>
    public const string Talk = "talk";

    /// <summary>Webmentions, from one network.</summary>
    public const string Mentions = "mentions";

    /// <summary>Searches: by one account, or from one network.</summary>
    public const string Search = "search";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        var options = builder.AddSettings<RateLimitOptions>(RateLimitOptions.Section);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (refused, cancellationToken) => RefuseAsync(refused.HttpContext, refused.Lease, cancellationToken);
            // The page that says so is not itself refused.
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.Features.Get<IStatusCodeReExecuteFeature>() is null && context.Features.Get<IExceptionHandlerFeature>() is null
                    ? Partition(Person(context), options.General)
                    : RateLimitPartition.GetNoLimiter(""));
            limiter.AddPolicy(Register, context => Unsafe(context, Network(context), options.Register));
            limiter.AddPolicy(Mail, context => Unsafe(context, Network(context), options.Mail));
            limiter.AddPolicy(NewComplaints, context => Unsafe(context, Person(context), options.NewComplaints));
            limiter.AddPolicy(Filing, context => Unsafe(context, Person(context), options.Filing));
            limiter.AddPolicy(Supports, context => Unsafe(context, Person(context), options.Supports));
            limiter.AddPolicy(Talk, context => Unsafe(context, Person(context), options.Talk));
            limiter.AddPolicy(Mentions, context => Unsafe(context, Network(context), options.Mentions));
            limiter.AddPolicy(Search, context => Partition(Person(context), options.Search));
        });
    }

    /// <summary>The account, or else the network.</summary>
    private static string Person(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? $"account {account}" : Network(context);

    /// <summary>An IPv4 address, or the first half of an IPv6 address: a household gets the whole of the other half.</summary>
    public static string Network(HttpContext context)
    {
        switch (context.Connection.RemoteIpAddress)
        {
            case null:
                return "unknown";
            case { IsIPv4MappedToIPv6: true } mapped:
                return mapped.MapToIPv4().ToString();
            case { AddressFamily: AddressFamily.InterNetworkV6 } address:
                byte[] bytes = address.GetAddressBytes();
                bytes.AsSpan(8).Clear();
                return $"{new IPAddress(bytes)}/64";
            case var address:
                return address.ToString();
        }
    }

    private static RateLimitPartition<string> Unsafe(HttpContext context, string key, Limit limit) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("")
            : Partition(key, limit);

    private static RateLimitPartition<string> Partition(string key, Limit limit) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => limit.ToWindow());

    /// <summary>Answers that it was too much, and when it is worth trying again.</summary>
    internal static async ValueTask RefuseAsync(HttpContext context, RateLimitLease refusal, CancellationToken cancellationToken)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        SayWhen(context.Response, refusal);

        // What was typed comes back with the answer; anything else gets the page of its status.
        TimeSpan? known = refusal.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait) ? wait : null;
        await TooManyForms.TryShowAsync(context, known, cancellationToken);
    }

    /// <summary>Tells after how many seconds it is worth trying again, where the refusal knows.</summary>
    internal static void SayWhen(HttpResponse response, RateLimitLease refusal)
    {
        if (refusal.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan wait))
        {
            response.Headers.RetryAfter = ((int)Math.Ceiling(Math.Max(1, wait.TotalSeconds))).ToString(CultureInfo.InvariantCulture);
        }
    }
}

/// <summary>So many requests in so many seconds.</summary>
public sealed class Limit
{
    public Limit()
        : this(1, 1)
    {
    }

    public Limit(int permits, int seconds)
    {
        Permits = permits;
        Seconds = seconds;
    }

    [Range(1, int.MaxValue)]
    public int Permits { get; set; }

    [Range(1, 86_400)]
    public int Seconds { get; set; }

    internal FixedWindowRateLimiterOptions ToWindow() => new() { PermitLimit = Permits, Window = TimeSpan.FromSeconds(Seconds) };
}

/// <summary>The section <c>RateLimits</c>.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>All requests of a person but those for style sheets, scripts and pictures of the portal.</summary>
    [ValidateObjectMembers]
    public Limit General { get; set; } = new(600, 60);

    /// <summary>Failed attempts to prove oneself, from one network.</summary>
    [ValidateObjectMembers]
    public Limit SignIn { get; set; } = new(60, 300);

    /// <summary>Failed attempts on one account, from one network: fewer than lock the account for everybody.</summary>
    [ValidateObjectMembers]
    public Limit SignInOfAccount { get; set; } = new(8, 300);

    /// <summary>Forms sent in, the refused ones included: a library or a mobile network is one address, and people mistype.</summary>
    [ValidateObjectMembers]
    public Limit Register { get; set; } = new(60, 3600);

    [ValidateObjectMembers]
    public Limit Mail { get; set; } = new(10, 3600);

    [ValidateObjectMembers]
    public Limit NewComplaints { get; set; } = new(30, 600);

    [ValidateObjectMembers]
    public Limit Filing { get; set; } = new(120, 600);

    [ValidateObjectMembers]
    public Limit Supports { get; set; } = new(60, 600);

    [ValidateObjectMembers]
    public Limit Talk { get; set; } = new(30, 600);

    [ValidateObjectMembers]
    public Limit Mentions { get; set; } = new(60, 600);

    [ValidateObjectMembers]
    public Limit Search { get; set; } = new(60, 60);
}
