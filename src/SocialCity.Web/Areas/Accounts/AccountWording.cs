using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Words what people are told of their accounts.</summary>
public sealed class AccountWording(IStringLocalizer<NoticeTexts> T, IStringLocalizer<AccountTexts> words) : INoticeWording
{
    private const string Security = "/account/security";

    public IReadOnlyCollection<NoticeKind> Kinds { get; } =
        [.. Enum.GetValues<NoticeKind>().Where(k => k is >= NoticeKind.ConfirmEmail and <= NoticeKind.EmailChangeAsked)];

    public NoticeText Word(Notice notice, City city)
    {
        IReadOnlyDictionary<string, string> facts = notice.Facts();
        return notice.Kind switch
        {
            NoticeKind.ConfirmEmail => new(
                T["가입을 마쳐 주세요"],
                [T["{0} 님, 아래 링크를 열고 가입할 때 정한 비밀번호를 쓰면 가입이 끝납니다. 링크는 하루 동안 열 수 있습니다.", Of(facts, NoticeFacts.Name)]])
            {
                Link = LinkOf(facts, T["가입 마치기"]),
                Remarks = [T["가입한 적이 없다면 이 메일을 버려 주세요. 아무 일도 일어나지 않습니다."]],
            },
            NoticeKind.ConfirmNewEmail => new(
                T["새 이메일을 확인해 주세요"],
                [T["{0} 님, 아래 링크를 열면 계정의 이메일이 이 주소로 바뀝니다. 링크는 하루 동안 열 수 있습니다.", Of(facts, NoticeFacts.Name)]])
            {
                Link = LinkOf(facts, T["이메일 바꾸기"]),
                Remarks = [T["이메일을 바꾸려 한 적이 없다면 이 메일을 버려 주세요."]],
            },
            NoticeKind.EmailChangeAsked => new(
                T["계정의 이메일을 바꾸려는 요청이 있었습니다"],
                [T["아직 바뀌지 않았습니다. 새 주소로 보낸 링크를 열면 바뀌고, 그 뒤에는 이 주소로 알림을 받지 않습니다."]])
            {
                Link = new NoticeLink(T["보안 설정 보기"], Security),
                Remarks = [T["직접 하신 일이 아니라면 지금 비밀번호를 바꿔 주세요. 그러면 새 주소로 보낸 링크도 쓸 수 없게 됩니다."], NotMe(city)],
            },
            NoticeKind.EmailChanged => new(
                T["계정의 이메일이 바뀌었습니다"],
                [T["이제 새 주소로 로그인하고 알림을 받습니다. 다른 기기에서는 모두 로그아웃되었습니다."]])
            {
                Remarks = [NotMe(city)],
            },
            NoticeKind.ResetPassword => new(
                T["새 비밀번호를 정해 주세요"],
                [T["{0} 님, 아래 링크를 열면 새 비밀번호를 정할 수 있습니다. 링크는 한 시간 동안 열 수 있습니다.", Of(facts, NoticeFacts.Name)]])
            {
                Link = LinkOf(facts, T["새 비밀번호 정하기"]),
                Remarks = [T["비밀번호를 잊은 적이 없다면 이 메일을 버려 주세요. 지금 비밀번호는 그대로입니다."]],
            },
            NoticeKind.PasswordChanged => new(T["비밀번호가 바뀌었습니다"], [T["다른 기기에서는 모두 로그아웃되었습니다."]])
            {
                Link = new NoticeLink(T["보안 설정 보기"], Security),
                Remarks = [NotMe(city)],
            },
            NoticeKind.AlreadyRegistered => new(
                T["이미 가입한 주소입니다"],
                [T["누군가 이 주소로 새 계정을 만들거나 이메일을 바꾸려 했습니다. 이 주소에는 이미 계정이 있어 아무것도 바뀌지 않았습니다."]])
            {
                Link = new NoticeLink(T["로그인"], SessionsController.SignInAddress),
                Remarks = [T["비밀번호를 잊었다면 로그인 화면에서 새로 정할 수 있습니다."]],
            },
            NoticeKind.SignInLocked => new(
                T["로그인이 잠시 잠겼습니다"],
                [T["비밀번호나 번호가 여러 번 틀려서 15분 동안 로그인할 수 없습니다. 패스키로는 로그인할 수 있습니다."]])
            {
                Facts = [new NoticeFact(T["시도한 기기"], Of(facts, NoticeFacts.Device))],
                Link = new NoticeLink(T["보안 설정 보기"], Security),
                Remarks = [T["직접 하신 일이 아니라면 비밀번호를 바꾸고 인증 앱이나 패스키를 더해 주세요."]],
            },
            NoticeKind.SecondFactorChanged => new(ChangeOf(facts), [T["계정에 로그인하는 방법이 바뀌었습니다."]])
            {
                Link = new NoticeLink(T["보안 설정 보기"], Security),
                Remarks = [NotMe(city)],
            },
            NoticeKind.AccountClosed => new(
                T["계정을 닫았습니다"],
                [T["이름과 이메일 등 나를 알아볼 수 있는 것을 모두 지웠습니다. 그동안 함께해 주셔서 고맙습니다."]])
            {
                Remarks = [NotMe(city)],
            },
            NoticeKind.RightsChanged => Rights(facts),
            _ => throw new InvalidOperationException($"{notice.Kind} is no notice of an account."),
        };
    }

    private static string Of(IReadOnlyDictionary<string, string> facts, string name) => facts.GetValueOrDefault(name, "");

    private static NoticeLink LinkOf(IReadOnlyDictionary<string, string> facts, string words) => new(words, Of(facts, NoticeFacts.Link));

    private string NotMe(City city) => city.Phone.Length > 0
        ? T["직접 하신 일이 아니라면 바로 알려 주세요: {0}", city.Phone]
        : T["직접 하신 일이 아니라면 바로 시에 알려 주세요."];

    private NoticeText Rights(IReadOnlyDictionary<string, string> facts)
    {
        string name = Enum.TryParse(Of(facts, NoticeFacts.Right), out Right right) ? AccountWords.Of(right, words) : "";
        bool granted = Of(facts, NoticeFacts.Outcome) == NoticeFacts.Granted;
        return new NoticeText(
            granted ? T["권한을 받았습니다: {0}", name] : T["권한이 끝났습니다: {0}", name],
            [granted ? T["다음에 여는 화면부터 쓸 수 있습니다."] : T["다음에 여는 화면부터 쓸 수 없습니다."]])
        {
            Facts = [new NoticeFact(T["부서"], Of(facts, NoticeFacts.Department)), new NoticeFact(T["까닭"], Of(facts, NoticeFacts.Text))],
            Link = new NoticeLink(T["권한의 기록 보기"], "/account/rights"),
        };
    }

    private string ChangeOf(IReadOnlyDictionary<string, string> facts)
    {
        string name = Of(facts, NoticeFacts.Name);
        return Of(facts, NoticeFacts.Change) switch
        {
            SignInActions.AuthenticatorOn => T["인증 앱을 켰습니다"],
            SignInActions.AuthenticatorOff => T["인증 앱을 껐습니다"],
            SignInActions.RecoveryCodesMade => T["복구 번호를 새로 만들었습니다"],
            SignInActions.PasskeyAdded => T["패스키를 더했습니다 ({0})", name],
            SignInActions.PasskeyRemoved => T["패스키를 지웠습니다 ({0})", name],
            SignInActions.LoginLinked => T["{0} 계정을 연결했습니다", AccountWords.NameOf(name, words)],
            SignInActions.LoginUnlinked => T["{0} 계정의 연결을 끊었습니다", AccountWords.NameOf(name, words)],
            _ => T["로그인 방법이 바뀌었습니다"],
        };
    }
}
