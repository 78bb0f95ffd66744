using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialCity.Blog.Newsletter;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>Says when the newsletter comes.</summary>
public sealed class NewsletterWords(NewsletterHours hours, IStringLocalizer<BlogTexts> T)
{
    public string Of(NewsletterPace pace) => pace == NewsletterPace.Daily ? T["날마다"] : T["주마다"];

    public string HoursOf(NewsletterPace pace)
    {
        string time = hours.Time.ToString("HH:mm", CultureInfo.InvariantCulture);
        return pace == NewsletterPace.Daily
            ? T["새 글이 있는 날 {0}에", time]
            : T["{0} {1}에, 한 주의 새 글을 모아", CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(hours.Weekday), time];
    }
}
