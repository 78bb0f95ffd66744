using Microsoft.Extensions.Localization;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Words what authors are told of their articles, and editors of what others do.</summary>
public sealed class ArticleWording(IStringLocalizer<NoticeTexts> T) : INoticeWording
{
    public IReadOnlyCollection<NoticeKind> Kinds { get; } =
    [
        NoticeKind.ArticleReturned, NoticeKind.ArticleScheduled, NoticeKind.ArticlePublished, NoticeKind.ArticleArchived,
        NoticeKind.ArticleSubmitted, NoticeKind.ArticleWithdrawn, NoticeKind.ArticleRewritten, NoticeKind.ArticleTakenUp, NoticeKind.ArticleDeleted,
    ];

    public NoticeText Word(Notice notice, City city)
    {
        IReadOnlyDictionary<string, string> facts = notice.Facts();
        string title = facts.GetValueOrDefault(NoticeFacts.Title, "");
        string path = facts.GetValueOrDefault(NoticeFacts.Path, "/blog/write");
        string text = facts.GetValueOrDefault(NoticeFacts.Text, "");
        NoticeFact[] named = [new(T["제목"], title)];
        NoticeFact[] signed = facts.GetValueOrDefault(NoticeFacts.Name) is { Length: > 0 } name ? [.. named, new(T["보낸 사람"], name)] : named;
        return notice.Kind switch
        {
            NoticeKind.ArticleReturned => new NoticeText(T["글을 조금 고쳐 주세요"], [T["편집자가 글을 읽고 고칠 점을 적었습니다. 고친 뒤 다시 검토를 요청해 주세요."]])
            {
                Facts = named,
                Quote = text.Length > 0 ? new NoticeQuote(T["고칠 점"], text) : null,
                Link = new NoticeLink(T["글 고치기"], path),
            },
            NoticeKind.ArticleScheduled => new NoticeText(T["글의 게시를 예약했습니다"], [T["정한 시각이 되면 도시 블로그에 저절로 실립니다."]])
            {
                Facts = named,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticlePublished => new NoticeText(T["글이 도시 블로그에 실렸습니다"], [T["이제 누구나 읽을 수 있습니다. 고맙습니다."]])
            {
                Facts = named,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticleArchived => new NoticeText(T["글을 보관했습니다"], [T["글을 목록과 검색에서 내렸습니다."]])
            {
                Facts = named,
                Quote = text.Length > 0 ? new NoticeQuote(T["내린 까닭"], text) : null,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticleSubmitted => new NoticeText(T["검토할 글이 왔습니다"], [T["읽어 보고 실을지 정해 주세요."]])
            {
                Facts = signed,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticleWithdrawn => new NoticeText(T["시민이 글을 내렸습니다"], [T["글을 목록과 검색에서 내렸습니다. 글쓴이가 다시 동의하지 않으면 실을 수 없습니다."]])
            {
                Facts = signed,
                Quote = text.Length > 0 ? new NoticeQuote(T["내린 까닭"], text) : null,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticleRewritten => new NoticeText(T["게시된 글이 바뀌었습니다"], [T["글쓴이가 게시된 글을 고쳤습니다. 무엇이 바뀌었는지 견주어 볼 수 있습니다."]])
            {
                Facts = signed,
                Link = new NoticeLink(T["견주어 보기"], path),
            },
            NoticeKind.ArticleTakenUp => new NoticeText(T["공무원이 글을 맡았습니다"], [T["함께 다듬어 편집자에게 검토를 요청합니다. 이름과 출처는 그대로 남습니다."]])
            {
                Facts = named,
                Link = new NoticeLink(T["글 보기"], path),
            },
            NoticeKind.ArticleDeleted => new NoticeText(T["함께 쓰던 초안이 지워졌습니다"], [T["{0} 님이 초안 ‘{1}’을(를) 지웠습니다. 아직 실리지 않은 글이라 되돌릴 수 없습니다.", facts.GetValueOrDefault(NoticeFacts.Name, ""), title]])
            {
                Link = new NoticeLink(T["내 글 보기"], path),
            },
            _ => throw new InvalidOperationException($"{notice.Kind} is no notice of an article."),
        };
    }
}
