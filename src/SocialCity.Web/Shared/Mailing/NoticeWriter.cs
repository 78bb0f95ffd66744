using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>What the mail's view draws.</summary>
/// <param name="Colour">The city's, as #rrggbb.</param>
public sealed record MailPage(
    NoticeText Text, string City, string Colour, string Language, string Footer, string Contact, SiteAddress Site);

/// <summary>Makes the mail of a notice, in its receiver's language: one wording, drawn as HTML by a view and as plain text.</summary>
public sealed class NoticeWriter(
    CityDb db, NoticeWordings wordings, SiteAddress site, IStringLocalizer<NoticeTexts> T, IRazorViewEngine views, IServiceProvider services)
    : INoticeWriter
{
    private const string ViewPath = "/Views/Emails/Mail.cshtml";

    public async Task<Mail?> WriteAsync(Notice notice, CancellationToken cancellationToken)
    {
        City city = await db.Cities.AsNoTracking().SingleAsync(cancellationToken);

        // The culture is the caller's again as soon as this method returns.
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(notice.Language);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture;

        if (await wordings.WordMailAsync(notice, city, cancellationToken) is not { } text)
        {
            return null;
        }

        string name = city.Name.ToString();
        MailPage page = new(
            text,
            name,
            city.Colour,
            notice.Language,
            T["이 메일은 {0} 누리집에서 보냈습니다. 이 주소로 답장하면 받아 볼 수 없습니다.", name],
            string.Join(" · ", new[] { city.Address.ToString(), city.Phone }.Where(part => !string.IsNullOrWhiteSpace(part))),
            site);
        return new Mail(
            notice.Address ?? throw new InvalidOperationException($"Notice {notice.Id} has no address."),
            name,
            notice.Language,
            $"[{name}] {text.Title}",
            PlainMail.Draw(page),
            await DrawAsync(page),
            string.Create(CultureInfo.InvariantCulture, $"notice-{notice.Id}-{notice.CreatedAt.Ticks:x}@{site.Host}"),
            text.UnsubscribePath is { } unsubscribe ? new Uri(site.Of(unsubscribe)) : null);
    }

    private async Task<string> DrawAsync(MailPage page)
    {
        ActionContext action = new(new DefaultHttpContext { RequestServices = services }, new RouteData(), new ActionDescriptor());
        IView view = views.GetView(null, ViewPath, isMainPage: true).View
            ?? throw new InvalidOperationException($"The view {ViewPath} is missing.");
        await using StringWriter writer = new(CultureInfo.InvariantCulture);
        await view.RenderAsync(new ViewContext(
            action,
            view,
            new ViewDataDictionary<MailPage>(new EmptyModelMetadataProvider(), new ModelStateDictionary()) { Model = page },
            new TempDataDictionary(action.HttpContext, services.GetRequiredService<ITempDataProvider>()),
            writer,
            new HtmlHelperOptions()));
        return writer.ToString();
    }
}
