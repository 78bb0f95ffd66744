using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Web.Areas.Complaints;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>The outbox: who words its notices, and how mails leave.</summary>
public static class Mailing
{
    public static void AddMailing(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var options = builder.AddSettings<MailOptions>(MailOptions.Section);
        builder.AddSettings<SiteOptions>(SiteOptions.Section);
        // Asked when serving only: a migration needs no address.
        bool mayLack = !builder.Environment.IsProduction();
        services.AddOptions<SiteOptions>()
            .Bind(builder.Configuration.GetSection(SiteOptions.Section))
            .Validate(
                site => mayLack || site.Address is not null,
                "Site:Address is missing, with which links in mails begin, as https://www.example.go.kr")
            .ValidateOnStart();

        services.AddSingleton<SiteAddress>();
        services.AddSingleton<MailMessages>();
        if (options.Channel == MailChannel.Smtp)
        {
            services.AddSingleton<IMailChannel, SmtpMail>();
        }
        else
        {
            services.AddSingleton<IMailChannel>(s =>
                new FolderMail(s.GetRequiredService<MailMessages>(), s.GetRequiredService<StorageFolders>().Mail));
        }

        services.AddScoped<NoticeWordings>();
        services.AddScoped<INoticeWording, ComplaintWording>();
        services.AddScoped<INoticeWriter, NoticeWriter>();
        services.AddScoped<ICarrier<Notice>, MailCarrier>();
        services.AddScoped<Outbox>();
        services.AddScoped<NoticeSweep>();
        services.AddSingleton<OutboxBell>();
        services.ConfigureDbContext<CityDb>((provider, db) => db.AddInterceptors(provider.GetRequiredService<OutboxBell>()), ServiceLifetime.Singleton);
    }
}
