using Microsoft.Extensions.Localization;
using SocialCity.Notices;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>
/// What the office calls a mail that did not go out: its occasion alone. What the mail says is between the city and whom it is for.
/// </summary>
public sealed class OutboxWords(IStringLocalizer<OfficeTexts> T)
{
    public string Of(NoticeKind kind) => kind switch
    {
        NoticeKind.ConfirmEmail => T["메일 주소 확인 요청"],
        NoticeKind.ConfirmNewEmail => T["새 메일 주소 확인 요청"],
        NoticeKind.EmailChanged => T["메일 주소가 바뀜"],
        NoticeKind.ResetPassword => T["비밀번호 다시 정하기"],
        NoticeKind.PasswordChanged => T["비밀번호가 바뀜"],
        NoticeKind.AlreadyRegistered => T["이미 가입한 주소"],
        NoticeKind.SignInLocked => T["로그인 잠김"],
        NoticeKind.SecondFactorChanged => T["로그인 방법이 바뀜"],
        NoticeKind.AccountClosed => T["계정을 닫음"],
        NoticeKind.RightsChanged => T["권한이 바뀜"],
        NoticeKind.EmailChangeAsked => T["메일 주소 변경 요청"],
        NoticeKind.ConfirmComplaint => T["민원 신청 확인"],
        NoticeKind.ComplaintReceived => T["민원 접수"],
        NoticeKind.ComplaintAssigned => T["민원 담당 배정"],
        NoticeKind.ComplaintTransferred => T["민원 담당 부서 바뀜"],
        NoticeKind.ComplaintStarted => T["민원 처리 시작"],
        NoticeKind.ComplaintAsked => T["민원 보완 요청"],
        NoticeKind.ComplaintSupplied => T["민원 보완 도착"],
        NoticeKind.ComplaintAnswered => T["민원 답변"],
        NoticeKind.ComplaintReopened => T["민원 다시 처리"],
        NoticeKind.ComplaintConfirmed => T["민원 해결 확인"],
        NoticeKind.ComplaintClosed => T["민원 종결"],
        NoticeKind.ComplaintExtended => T["민원 기한 연장"],
        NoticeKind.ComplaintProgress => T["민원 중간 알림"],
        NoticeKind.ComplaintDueSoon => T["민원 기한 임박"],
        NoticeKind.ComplaintOverdue => T["민원 기한 지남"],
        NoticeKind.ComplaintWithdrawn => T["민원 취하"],
        NoticeKind.ComplaintOnDesk => T["책상에 온 민원"],
        NoticeKind.ComplaintDueMoved => T["민원 기한 변경"],
        NoticeKind.ArticleReturned => T["글 돌려보냄"],
        NoticeKind.ArticleScheduled => T["글 예약"],
        NoticeKind.ArticlePublished => T["글 발행"],
        NoticeKind.ArticleArchived => T["글 내림"],
        NoticeKind.ArticleSubmitted => T["글 검토 요청"],
        NoticeKind.ArticleWithdrawn => T["글 검토 취소"],
        NoticeKind.ArticleRewritten => T["고쳐진 글"],
        NoticeKind.ArticleTakenUp => T["실린 시민 이야기"],
        NoticeKind.ArticleDeleted => T["글 삭제"],
        NoticeKind.ConfirmNewsletter => T["구독 확인"],
        NoticeKind.NewsletterKnown => T["이미 구독하는 주소"],
        NoticeKind.NewsletterDigest => T["블로그 소식"],
        NoticeKind.CommentWritten => T["새 댓글"],
        NoticeKind.CommentAnswered => T["댓글의 답"],
        NoticeKind.CommentHidden => T["댓글 숨김"],
        NoticeKind.AppealDecided => T["이의 신청 결과"],
        NoticeKind.CommentShown => T["댓글 다시 보임"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of notice has no name in the office."),
    };
}
