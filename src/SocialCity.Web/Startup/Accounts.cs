using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Areas.Accounts;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>Who people are: Identity with the city's rules, the cookies, and the policies.</summary>
public static class Accounts
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentAccount>();
        services.AddScoped<AuditLog>();
        services.AddAuthorization(options => options.AddCityPolicies());
        services.AddIdentity();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<AddressMailLimit>();
        services.AddSingleton<FailedAttempts>();
        services.AddScoped<CityNames>();
        services.AddScoped<SignInCheck>();
        services.AddScoped<PasswordSetting>();
        services.AddScoped<Registration>();
        services.AddScoped<PasswordRecovery>();
        services.AddScoped<EmailChanging>();
        services.AddScoped<CredentialChanges>();
        services.AddScoped<AccountClosing>();
        services.AddScoped<AccountDisabling>();
        services.AddScoped<AccountSweep>();
        services.AddScoped<INoticeWording, AccountWording>();
        services.AddScoped<IPersonalData, AccountPersonalData>();
        services.AddScoped<IPersonalData, NoticePersonalData>();
        services.AddScoped<RightsChanging>();
        services.AddScoped<CounterVerification>();
        services.AddScoped<SigningIn>();
        services.AddScoped<PendingSignIn>();
        services.AddScoped<SessionEvents>();
        services.AddSingleton<SeenSessions>();

        var security = Settings.Read<SecurityOptions>(builder.Configuration.GetSection(SecurityOptions.Section));
        var authentication = services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options =>
            {
                options.Cookie.Protect("session", security);
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.IsEssential = true;
                // The row of the session decides; the ticket only has to outlive it.
                options.ExpireTimeSpan = SessionLimits.RememberedLongest;
                options.SlidingExpiration = false;
                options.LoginPath = SessionsController.SignInAddress;
                options.ReturnUrlParameter = SessionsController.ReturnParameter;
                options.EventsType = typeof(SessionEvents);
            })
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => options.OnTheWay("second-factor", security))
            .AddCookie(IdentityConstants.ExternalScheme, options => options.OnTheWay("outside-sign-in", security));
        builder.AddExternalSignIn(authentication, security);
    }

    private static void AddIdentity(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>(identity =>
            {
                CityDatabase.UseSchema(identity);
                identity.Tokens.PasswordResetTokenProvider = RecoveryTokens.ProviderName;
                identity.User.RequireUniqueEmail = true;
                // PasswordRules judges alone.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 1,
                    RequiredUniqueChars = 0,
                    RequireDigit = false,
                    RequireLowercase = false,
                    RequireNonAlphanumeric = false,
                    RequireUppercase = false,
                };
                // The user name is the e-mail address, whatever letters that has.
                identity.User.AllowedUserNameCharacters = "";
            })
            .AddUserStore<AccountStore>()
            .AddSignInManager()
            .AddPasswordValidator<PasswordRulesValidator>()
            .AddDefaultTokenProviders()
            .AddTokenProvider<AuthenticatorCodes>(TokenOptions.DefaultAuthenticatorProvider)
            .AddTokenProvider<RecoveryTokens>(RecoveryTokens.ProviderName)
            .AddTokenProvider<CounterCodes>(CounterCodes.Name);
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            // A passkey stands for both factors, so it must know its owner; and it must be found without a user name.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasswordHasher<Account>, AccountPasswordHasher>();
        services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = AccountPasswordHasher.Rounds);
    }

    /// <summary>A cookie for the few minutes between two steps of signing in.</summary>
    private static void OnTheWay(this CookieAuthenticationOptions options, string name, SecurityOptions security)
    {
        options.Cookie.Protect(name, security);
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(10);
        options.SlidingExpiration = false;
    }
}
