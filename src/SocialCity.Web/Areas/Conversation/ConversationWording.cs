using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Words what is told of comments and of decisions about them. A secret comment brought no words along: none are quoted.</summary>
public sealed class ConversationWording(IStringLocalizer<ConversationTexts> T, ConversationWords words) : INoticeWording
{
    public IReadOnlyCollection<NoticeKind> Kinds { get; } =
        [NoticeKind.CommentWritten, NoticeKind.CommentAnswered, NoticeKind.CommentHidden, NoticeKind.CommentShown, NoticeKind.AppealDecided];

    public NoticeText Word(Notice notice, City city)
    {
        IReadOnlyDictionary<string, string> facts = notice.Facts();
        string text = facts.GetValueOrDefault(NoticeFacts.Text, "");
        string path = facts.GetValueOrDefault(NoticeFacts.Path, "/");
        string title = facts.GetValueOrDefault(NoticeFacts.Title, "");
        NoticeText worded = notice.Kind switch
        {
            NoticeKind.CommentWritten => new NoticeText(T["내 글에 댓글이 달렸습니다"], [text.Length > 0 ? T["새 댓글을 읽어 보세요."] : T["비밀댓글입니다. 내용은 누리집에서 읽을 수 있습니다."]])
            {
                Quote = text.Length > 0 ? new NoticeQuote(T["댓글"], text) : null,
                Link = new NoticeLink(T["댓글 보기"], path),
            },
            NoticeKind.CommentAnswered => new NoticeText(T["내 댓글에 답글이 달렸습니다"], [text.Length > 0 ? T["새 답글을 읽어 보세요."] : T["비밀댓글입니다. 내용은 누리집에서 읽을 수 있습니다."]])
            {
                Quote = text.Length > 0 ? new NoticeQuote(T["답글"], text) : null,
                Link = new NoticeLink(T["답글 보기"], path),
            },
            NoticeKind.CommentHidden => new NoticeText(T["내 댓글을 숨겼습니다"], [T["운영자가 아래와 같은 까닭으로 댓글을 숨겼습니다. 받아들이기 어려우면 한 번 이의를 낼 수 있습니다."]])
            {
                Quote = new NoticeQuote(T["운영자의 설명"], text),
                Link = new NoticeLink(T["까닭을 보고 이의 내기"], path),
            },
            NoticeKind.CommentShown => new NoticeText(T["내 댓글이 올라갔습니다"], [T["운영자가 살펴보았습니다. 이제 모두가 댓글을 볼 수 있습니다."]])
            {
                Link = new NoticeLink(T["댓글 보기"], path),
            },
            _ => facts.GetValueOrDefault(NoticeFacts.Outcome) == nameof(ModerationState.Kept)
                ? new NoticeText(T["이의를 받아들였습니다"], [T["다른 운영자가 다시 살펴보고 댓글을 되돌려 놓았습니다."]])
                {
                    Quote = new NoticeQuote(T["운영자의 설명"], text),
                    Link = new NoticeLink(T["댓글 보기"], path),
                }
                : new NoticeText(T["이의를 받아들이지 않았습니다"], [T["다른 운영자가 다시 살펴보았지만 댓글은 그대로 숨겨 둡니다."]])
                {
                    Quote = new NoticeQuote(T["운영자의 설명"], text),
                },
        };
        string reason = Enum.TryParse(facts.GetValueOrDefault(NoticeFacts.Ground), out ModerationReason ground) && notice.Kind is not NoticeKind.CommentShown
            ? words.Of(ground)
            : "";
        return worded with { Facts = [new(T["글"], title), new(T["까닭"], reason)] };
    }
}
