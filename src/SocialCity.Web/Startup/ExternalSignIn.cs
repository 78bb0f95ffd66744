using System.ComponentModel.DataAnnotations;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using SocialCity.Web.Areas.Accounts;

namespace SocialCity.Web.Startup;

/// <summary>The section <c>ExternalSignIn</c>: off until a provider has its id and secret.</summary>
public sealed class ExternalSignInOptions
{
    public const string Section = "ExternalSignIn";

    [ValidateObjectMembers]
    public ExternalClient Kakao { get; set; } = new();

    [ValidateObjectMembers]
    public ExternalClient Naver { get; set; } = new();
}

/// <summary>What a provider gave the city when it registered the portal. Its address to come back to is /account/sign-in/(name)/back.</summary>
public sealed class ExternalClient : IValidatableObject
{
    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public bool IsSetUp => !string.IsNullOrWhiteSpace(ClientId);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (IsSetUp == string.IsNullOrWhiteSpace(ClientSecret))
        {
            yield return new ValidationResult("ClientId and ClientSecret are given both or not at all.", [nameof(ClientSecret)]);
        }
    }
}

public static class ExternalSignIn
{
    public static void AddExternalSignIn(this WebApplicationBuilder builder, AuthenticationBuilder authentication, SecurityOptions security)
    {
        var options = builder.AddSettings<ExternalSignInOptions>(ExternalSignInOptions.Section);
        List<ExternalProvider> set = [];
        Add(ExternalProvider.Kakao, options.Kakao);
        Add(ExternalProvider.Naver, options.Naver);
        builder.Services.AddSingleton(new ExternalProviders(set));
        builder.Services.Configure<ContentPolicy>(policy => policy.FormTargets.UnionWith(set.SelectMany(p => p.Origins)));

        void Add(ExternalProvider provider, ExternalClient client)
        {
            if (client.IsSetUp)
            {
                set.Add(provider);
                authentication.AddOAuth(provider.Scheme, oauth => SetUp(oauth, provider, client, security));
            }
        }
    }

    private static void SetUp(OAuthOptions oauth, ExternalProvider provider, ExternalClient client, SecurityOptions security)
    {
        oauth.ClientId = client.ClientId ?? "";
        oauth.ClientSecret = client.ClientSecret ?? "";
        oauth.CallbackPath = $"/account/sign-in/{provider.Scheme}/back";
        oauth.AuthorizationEndpoint = provider.Authorize;
        oauth.TokenEndpoint = provider.Token;
        oauth.UserInformationEndpoint = provider.UserInfo;
        oauth.SignInScheme = IdentityConstants.ExternalScheme;
        oauth.UsePkce = true;
        oauth.SaveTokens = false;
        oauth.CorrelationCookie.SecurePolicy = security.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        oauth.Events.OnCreatingTicket = context => ReadSubjectAsync(context, provider);
        oauth.Events.OnRedirectToAuthorizationEndpoint = context =>
        {
            context.Response.Redirect(context.Properties.Items.ContainsKey(ExternalProofController.Prover)
                ? QueryHelpers.AddQueryString(context.RedirectUri, provider.AskAnew.Key, provider.AskAnew.Value)
                : context.RedirectUri);
            return Task.CompletedTask;
        };
        oauth.Events.OnRemoteFailure = context =>
        {
            // Refused there, or not begun here: nothing happened. What was begun here (signing in, a proof, a link) says so in its own words
            // where it would have gone on.
            context.Response.Redirect(
                context.Properties?.RedirectUri ?? $"{context.Request.PathBase}{ExternalSignInController.FailedAddress}");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    // Only the id with the provider is read: no name, no address, nothing to merge by.
    private static async Task ReadSubjectAsync(OAuthCreatingTicketContext context, ExternalProvider provider)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", context.AccessToken);
        using HttpResponseMessage response = await context.Backchannel.SendAsync(request, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted);
        using JsonDocument user = await JsonDocument.ParseAsync(stream, cancellationToken: context.HttpContext.RequestAborted);
        string subject = provider.Subject(user.RootElement) is { Length: > 0 } id
            ? id
            : throw new AuthenticationFailureException($"{provider.Scheme} did not tell who it was.");
        context.Identity?.AddClaim(new Claim(ClaimTypes.NameIdentifier, subject));
    }
}
