using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>
/// Words the mails of the newsletter. What a digest says of its articles is read when it is sent: one that was withdrawn meanwhile is not in
/// it, and to who has ended the subscription meanwhile nothing is sent.
/// </summary>
public sealed class NewsletterWording(CityDb db, NewsletterLinks links, IStringLocalizer<BlogTexts> T) : INoticeWording
{
    public IReadOnlyCollection<NoticeKind> Kinds { get; } =
        [NoticeKind.ConfirmNewsletter, NoticeKind.NewsletterKnown, NoticeKind.NewsletterDigest];

    public NoticeText Word(Notice notice, City city)
    {
        ArgumentNullException.ThrowIfNull(notice);
        long id = IdOf(notice.Facts());
        return notice.Kind switch
        {
            NoticeKind.ConfirmNewsletter => new NoticeText(
                T["블로그 소식을 받으시겠습니까?"],
                [T["도시 블로그의 새 글을 이 주소로 보내 달라는 신청을 받았습니다. 아래 링크를 열고 단추를 누르면 구독을 시작합니다."]])
            {
                Link = new NoticeLink(T["구독 확인하기"], links.Confirmation(id)),
                Remarks =
                [
                    T["링크는 {0}일 동안 쓸 수 있습니다. 그때까지 확인하지 않으면 신청을 지웁니다.", NewsletterSubscription.UnconfirmedFor.Days],
                    T["신청한 적이 없으면 이 메일을 지우시면 됩니다. 아무것도 보내지 않습니다."],
                ],
            },
            NoticeKind.NewsletterKnown => new NoticeText(
                T["이미 블로그 소식을 받고 계십니다"],
                [T["이 주소로 도시 블로그의 소식을 보내 달라는 신청을 다시 받았습니다. 받고 계신 것은 그대로이고, 아래 링크에서 바꾸거나 그만 받을 수 있습니다."]])
            {
                Link = new NoticeLink(T["구독 바꾸기"], links.Managing(id)),
                Remarks = [T["신청한 적이 없으면 이 메일을 지우시면 됩니다. 바뀐 것은 없습니다."]],
            },
            _ => throw new InvalidOperationException("A digest is worded when it is sent."),
        };
    }

    public async Task<NoticeText?> WordMailAsync(Notice notice, City city, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(city);
        if (notice.Kind != NoticeKind.NewsletterDigest)
        {
            return Word(notice, city);
        }

        IReadOnlyDictionary<string, string> facts = notice.Facts();
        long id = IdOf(facts);
        if (!await db.NewsletterSubscriptions.AnyAsync(s => s.Id == id && s.ConfirmedAt != null, cancellationToken))
        {
            return null;
        }

        List<long> ids = [.. NewsletterTopics.Read(facts.GetValueOrDefault(NoticeFacts.Articles, ""))];
        List<ArticleCard> articles = await ArticleCard.From(db, db.Articles.Listed().Where(a => ids.Contains(a.Id))).ToListAsync(cancellationToken);
        if (articles.Count == 0)
        {
            return null;
        }

        articles.Sort((one, other) => ids.IndexOf(one.Id).CompareTo(ids.IndexOf(other.Id)));
        TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone);
        string day = T["M월 d일"];
        return new NoticeText(
            articles.Count == 1 ? articles[0].Title : T["‘{0}’ 외 새 글 {1}편", articles[0].Title, articles.Count - 1],
            [T["지난 소식 뒤로 도시 블로그에 나온 새 글입니다."]])
        {
            Items = [.. articles.Select(a => ItemOf(a.Shown(), zone.ToLocal(a.At).ToString(day, CultureInfo.CurrentCulture)))],
            Link = new NoticeLink(facts.ContainsKey(NoticeFacts.More) ? T["블로그에서 나머지 글 보기"] : T["블로그에서 보기"], "/blog"),
            Remarks = [T["이 주소로 구독하셔서 보내 드립니다."]],
            FootLinks = [new NoticeLink(T["구독 바꾸기"], links.Managing(id)), new NoticeLink(T["구독 그만두기"], links.Ending(id))],
            UnsubscribePath = links.Ending(id),
        };
    }

    private static NoticeItem ItemOf(ArticleCard article, string day) => new(
        article.Title,
        article.Path,
        string.Join(" · ", new[] { article.Category?.ToString() ?? "", article.Credit.Length > 0 ? article.Credit : article.Writer?.Name ?? "", day }.Where(s => s.Length > 0)),
        article.Summary,
        article.Language);

    private static long IdOf(IReadOnlyDictionary<string, string> facts) =>
        long.TryParse(facts.GetValueOrDefault(NoticeFacts.Subscription), CultureInfo.InvariantCulture, out long id) ? id : 0;
}
