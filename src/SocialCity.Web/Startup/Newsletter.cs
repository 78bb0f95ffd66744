using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;
using SocialCity.Blog.Newsletter;
using SocialCity.Web.Areas.Blog.Newsletter;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>The section <c>Newsletter</c>.</summary>
public sealed class NewsletterOptions : IValidatableObject
{
    public const string Section = "Newsletter";

    /// <summary>When digests go out, by the city's clock.</summary>
    public TimeOnly Time { get; set; } = new(7, 0);

    /// <summary>The day of the weekly one.</summary>
    public DayOfWeek Weekday { get; set; } = DayOfWeek.Monday;

    /// <summary>How many digests become due in the outbox each minute.</summary>
    [Range(1, 100_000)]
    public int MailsPerMinute { get; set; } = 600;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Time.Ticks % TimeSpan.TicksPerMinute != 0)
        {
            yield return new ValidationResult("Hours and minutes, as 07:00.", [nameof(Time)]);
        }
    }
}

/// <summary>The newsletter of the blog: subscribing, and the digests that a job puts into the outbox.</summary>
public static class Newsletter
{
    public static void AddNewsletter(this WebApplicationBuilder builder)
    {
        NewsletterOptions options = builder.AddSettings<NewsletterOptions>(NewsletterOptions.Section);
        IServiceCollection services = builder.Services;
        services.AddSingleton(new NewsletterHours(options.Time, options.Weekday));
        services.AddSingleton(new NewsletterRate(options.MailsPerMinute));
        services.AddScoped<NewsletterSubscribing>();
        services.AddScoped<NewsletterDigests>();
        services.AddScoped<NewsletterTallies>();
        services.AddScoped<IPersonalData, NewsletterPersonalData>();

        services.AddSingleton<NetworkMailLimit>();
        services.AddSingleton<NewsletterLinks>();
        services.AddScoped<NewsletterForms>();
        services.AddScoped<NewsletterWords>();
        services.AddScoped<INoticeWording, NewsletterWording>();
    }
}
