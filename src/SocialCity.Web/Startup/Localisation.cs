using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Startup;

/// <summary>Korean, English and Japanese: which one a request speaks, and where its texts, messages and formats come from.</summary>
public static class Localisation
{
    private static readonly (string Area, Type Texts)[] TextsOfAreas =
    [
        ("SocialCity.Web.Areas.Accounts", typeof(AccountTexts)),
        ("SocialCity.Web.Areas.Blog.Writing", typeof(WritingTexts)),
        ("SocialCity.Web.Areas.Blog", typeof(BlogTexts)),
        ("SocialCity.Web.Areas.Complaints", typeof(ComplaintTexts)),
        ("SocialCity.Web.Areas.Conversation", typeof(ConversationTexts)),
        ("SocialCity.Web.Areas.Desk", typeof(DeskTexts)),
        ("SocialCity.Web.Areas.Notices", typeof(NoticeTexts)),
        ("SocialCity.Web.Areas.Office", typeof(OfficeTexts)),
    ];

    public static void AddLocalisation(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IStringLocalizerFactory, TextsFactory>();
        services.AddLocalization();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, ValidationTexts>();
        services.Configure<MvcDataAnnotationsLocalizationOptions>(options =>
            options.DataAnnotationLocalizerProvider = (model, factory) => factory.Create(TextsOf(model)));

        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.All.Select(language => CultureInfo.GetCultureInfo(language.Code)).ToList();
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Offered(context, [context.Request.Query[Languages.Query].ToString()])),
                new CustomRequestCultureProvider(context => Offered(context, [context.Request.Cookies[Languages.Cookie]])),
                new CustomRequestCultureProvider(context => Offered(context, OfDevice(context.Request))),
            ];
        });

        // Hangul and kana as they are: written as character references a Korean page would be twice as large.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }

    public static void UseLocalisation(this WebApplication app) => app.UseRequestLocalization();

    // The first of these languages that is one of ours and offered by the city.
    private static Task<ProviderCultureResult?> Offered(HttpContext context, IEnumerable<string?> codes)
    {
        var offered = context.RequestServices.GetRequiredService<CurrentCity>().Offered;
        var code = codes.Select(Languages.Known).FirstOrDefault(known => known is not null && offered.Contains(known));
        return Task.FromResult(code is null ? null : new ProviderCultureResult(code));
    }

    private static IEnumerable<string?> OfDevice(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(language => language.Quality is not 0)
        .OrderByDescending(language => language.Quality ?? 1)
        .Select(language => language.Value.Value?.Split('-')[0].ToLowerInvariant());

    private static Type TextsOf(Type model) =>
        Array.Find(TextsOfAreas, entry => model.FullName?.StartsWith(entry.Area, StringComparison.Ordinal) == true).Texts ?? typeof(SharedTexts);
}
