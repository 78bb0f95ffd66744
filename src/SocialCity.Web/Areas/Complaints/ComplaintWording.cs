using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Notices;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// Words what is told of complaints. Notices of extension, supplement, progress and result name the department, the handler and a contact
/// (Enforcement Decree art. 31); a refusal adds the remedies (Act art. 27).
/// </summary>
public sealed class ComplaintWording(IStringLocalizer<NoticeTexts> T, ComplaintWords words, ComplaintLinks links) : INoticeWording
{
    public IReadOnlyCollection<NoticeKind> Kinds { get; } =
        [.. Enum.GetValues<NoticeKind>().Where(k => k is >= NoticeKind.ConfirmComplaint and <= NoticeKind.ComplaintDueMoved)];

    public NoticeText Word(Notice notice, City city)
    {
        Case it = new(notice, city, T["yyyy년 M월 d일 (ddd) HH:mm"], T["yyyy년 M월 d일 (ddd)"]);
        return notice.Kind switch
        {
            NoticeKind.ConfirmComplaint => Confirm(it),
            NoticeKind.ComplaintReceived => With(it, T["민원을 접수했습니다 ({0})", it.Number], it.Department.Length > 0
                ? T["보내 주신 민원을 {0}에서 맡아 살펴보겠습니다.", it.Department]
                : T["보내 주신 민원의 담당 부서를 정하고 있습니다."]),
            NoticeKind.ComplaintAssigned => With(it, T["담당자를 정했습니다 ({0})", it.Number], T["이제 담당자가 민원을 살펴봅니다."]),
            NoticeKind.ComplaintStarted => With(it, T["민원 처리를 시작했습니다 ({0})", it.Number], T["담당자가 민원을 처리하고 있습니다."]),
            NoticeKind.ComplaintTransferred => With(
                it, T["민원을 다른 부서로 넘겼습니다 ({0})", it.Number], T["이제 {0}에서 민원을 맡습니다. 답변 기한은 그대로입니다.", it.Department]) with
            {
                Quote = it.Quote(T["넘긴 까닭"]),
            },
            NoticeKind.ComplaintAsked => With(
                it,
                T["민원에 더 알려 주실 내용이 있습니다 ({0})", it.Number],
                it.ReplyBy.Length > 0
                    ? T["{0}까지 아래 내용을 알려 주시면 처리를 이어 가겠습니다. 답을 기다리는 동안에는 처리 기간이 흐르지 않습니다.", it.ReplyBy]
                    : T["아래 내용을 알려 주시면 처리를 이어 가겠습니다. 답을 기다리는 동안에는 처리 기간이 흐르지 않습니다."]) with
            {
                Quote = it.Quote(T["담당자가 여쭙니다"]),
                Link = new NoticeLink(T["답하기"], PathOf(it)),
            },
            NoticeKind.ComplaintAnswered => Answered(it),
            NoticeKind.ComplaintClosed => Closed(it),
            NoticeKind.ComplaintExtended => With(
                it, T["답변이 늦어집니다 ({0})", it.Number], T["처리 기간을 늘렸습니다. {0}까지 답변하겠습니다.", it.Due]) with
            {
                Quote = it.Quote(T["늘린 까닭"]),
            },
            NoticeKind.ComplaintProgress => With(it, T["처리 상황을 알려 드립니다 ({0})", it.Number], T["아직 처리하고 있습니다. 지금까지의 상황은 아래와 같습니다."]) with
            {
                Quote = it.Quote(T["처리 상황"]),
            },
            NoticeKind.ComplaintSupplied => With(it, T["신청인이 물음에 답했습니다 ({0})", it.Number], T["처리 기간이 다시 흐릅니다. 답변 기한은 {0}입니다.", it.Due]) with
            {
                Quote = it.Quote(T["신청인의 답"]),
            },
            NoticeKind.ComplaintReopened => With(
                it, T["신청인이 해결되지 않았다고 했습니다 ({0})", it.Number], T["부서장이 다시 살펴볼 민원입니다. 새 답변 기한은 {0}입니다.", it.Due]) with
            {
                Quote = it.Quote(T["신청인이 쓴 까닭"]),
            },
            NoticeKind.ComplaintConfirmed => With(it, T["신청인이 해결을 확인했습니다 ({0})", it.Number], T["수고하셨습니다. 이 민원은 끝났습니다."]) with
            {
                Quote = it.Quote(T["신청인의 한마디"]),
            },
            NoticeKind.ComplaintWithdrawn => With(it, T["신청인이 민원을 거두었습니다 ({0})", it.Number], T["더 처리하지 않아도 됩니다."]) with
            {
                Quote = it.Quote(T["거둔 까닭"]),
            },
            NoticeKind.ComplaintDueMoved => With(
                it,
                T["답변 기한이 바뀌었습니다 ({0})", it.Number],
                T["공휴일이나 업무 시간, 처리 기간이 바뀌어 답변 기한을 다시 계산했습니다. 새 기한은 {0}입니다.", it.Due]),
            NoticeKind.ComplaintDueSoon => With(it, T["답변 기한이 다가옵니다 ({0})", it.Number], T["{0}까지 답변해 주세요.", it.Due]),
            NoticeKind.ComplaintOverdue => With(it, T["답변 기한이 지났습니다 ({0})", it.Number], T["답변 기한은 {0}이었습니다. 바로 답변해 주세요.", it.Due]),
            NoticeKind.ComplaintOnDesk when it.IsUnsorted => With(
                it,
                T["분류할 민원이 있습니다 ({0})", it.Number],
                T["맞는 규칙이 없어 아직 나누지 못한 민원입니다. 내용을 살펴보고 맡을 부서로 넘기거나 담당자를 정해 주세요."]),
            NoticeKind.ComplaintOnDesk => With(it, T["맡을 민원이 있습니다 ({0})", it.Number], it.Due.Length > 0
                ? T["{0}까지 답변해야 합니다.", it.Due]
                : T["내용을 살펴보고 담당자를 정해 주세요."]) with
            {
                Quote = it.Quote(T["넘긴 까닭"]),
            },
            _ => throw new InvalidOperationException($"{notice.Kind} is no notice of a complaint."),
        };
    }

    private NoticeText Confirm(Case it) => new(
        T["민원을 접수하려면 메일 주소를 확인해 주세요"],
        [
            T["{0}님, 아래 단추를 누르면 쓰신 민원이 접수됩니다.", it.Name],
            T["3일 안에 누르지 않으면 쓰신 내용을 모두 지웁니다."],
        ])
    {
        Facts = [new(T["제목"], it.Title)],
        Link = new NoticeLink(T["메일 주소를 확인하고 접수하기"], links.Confirmation(it.ComplaintId)),
        Remarks = [T["민원을 쓴 적이 없다면 이 메일을 지워 주세요. 아무 일도 일어나지 않습니다."]],
    };

    private NoticeText Answered(Case it)
    {
        if (it.IsSupporter)
        {
            return With(it, T["함께 겪는다고 하신 민원에 답변했습니다 ({0})", it.Number], T["{0}에서 답변을 올렸습니다.", it.Department]);
        }

        if (it.IsJoined)
        {
            return With(it, T["함께 처리하던 민원에 답변했습니다 ({0})", it.Number], T["보내 주신 민원과 함께 처리하던 민원에 {0}에서 답변을 올렸습니다.", it.Department]);
        }

        return With(it, T["민원에 답변했습니다 ({0})", it.Number], T["살펴보시고 해결되었는지 알려 주세요. 해결되지 않았다면 다시 처리해 달라고 할 수 있습니다."]) with
        {
            Quote = it.Quote(T["답변"]),
            Steps = Remedies(it),
            Link = new NoticeLink(T["답변을 보고 알려 주기"], PathOf(it)),
        };
    }

    private NoticeText Closed(Case it)
    {
        if (it.IsSupporter)
        {
            return With(it, T["함께 겪는다고 하신 민원을 마쳤습니다 ({0})", it.Number], T["{0}에서 민원을 마쳤습니다.", it.Department]);
        }

        if (it.IsJoined)
        {
            return With(it, T["함께 처리하던 민원을 마쳤습니다 ({0})", it.Number], T["보내 주신 민원과 함께 처리하던 민원을 {0}에서 마쳤습니다.", it.Department]);
        }

        string sentence = it.HasText
            ? T["아래와 같은 까닭으로 민원을 마쳤습니다."]
            : T["답변을 드린 뒤 말씀이 없어 민원을 마쳤습니다. 해결되지 않았다면 언제든 다시 처리해 달라고 할 수 있습니다."];
        return With(it, T["민원을 마쳤습니다 ({0})", it.Number], sentence) with
        {
            Quote = it.Quote(T["마친 까닭"]),
            Steps = Remedies(it),
            // A guest's own link leads to the page that names the other complaint, and proves who reads it.
            Link = it.JoinedTo.Length > 0 && !it.IsGuest
                ? new NoticeLink(T["함께 처리하는 민원 보기"], $"/complaints/{it.JoinedTo}")
                : new NoticeLink(T["민원 보기"], PathOf(it)),
        };
    }

    private NoticeSteps? Remedies(Case it) =>
        it.Outcome is ComplaintOutcome.NotAccepted or ComplaintOutcome.NotOurs or ComplaintOutcome.Repeated or ComplaintOutcome.PartlySolved
            ? new NoticeSteps(
                T["결과를 받아들이기 어려우시면"],
                [
                    T["민원 화면에서 ‘해결되지 않았어요’를 눌러 까닭을 써 주시면 부서장이 다시 살펴봅니다."],
                    T["국민권익위원회(국번 없이 110, www.epeople.go.kr)에 고충민원을 낼 수 있습니다."],
                    T["허가·인가 같은 법정민원을 거부한 것이라면 60일 안에 이의신청을, 90일 안에 행정심판을 낼 수 있습니다."],
                ])
            : null;

    private NoticeText With(Case it, string title, string sentence) => new(title, [sentence])
    {
        Facts =
        [
            new(T["접수 번호"], it.Number),
            new(T["제목"], it.Title),
            new(T["결과"], it.Outcome is { } outcome ? words.Of(outcome) : ""),
            new(T["맡은 기관"], it.Owner),
            new(T["함께 처리하는 민원"], it.JoinedTo),
            new(T["늘린 근거"], it.Ground is { } ground ? words.Of(ground) : ""),
            new(T["담당 부서"], it.Department),
            new(T["담당자"], it.Officer),
            new(T["연락처"], it.Phone),
            new(T["답변 기한"], it.Due),
            new(T["답해 주실 날"], it.ReplyBy),
        ],
        Link = new NoticeLink(T["민원 보기"], PathOf(it)),
    };

    /// <summary>A guest is known by the link alone; an account signs in.</summary>
    private string PathOf(Case it) => it.IsGuest ? links.Following(it.ComplaintId) : $"/complaints/{it.Number}";

    /// <summary>The facts of a notice, read.</summary>
    private sealed class Case(Notice notice, City city, string pattern, string dayPattern)
    {
        private readonly IReadOnlyDictionary<string, string> _facts = notice.Facts();

        public bool IsGuest => notice.AccountId is null;

        public long ComplaintId => long.Parse(Fact(NoticeFacts.ComplaintId), CultureInfo.InvariantCulture);

        public bool IsSupporter => Fact(NoticeFacts.Receiver) == NoticeFacts.ToSupporter;

        public bool IsJoined => Fact(NoticeFacts.Receiver) == NoticeFacts.ToJoined;

        public string Number => Fact(NoticeFacts.Number);

        public string Title => Fact(NoticeFacts.Title);

        public string Name => Fact(NoticeFacts.Name);

        /// <summary>In the language in which the notice is read, which need not be the one that its receiver has chosen for mails.</summary>
        public string Department =>
            new LocalText(Fact(NoticeFacts.Department), Fact(NoticeFacts.DepartmentEn), Fact(NoticeFacts.DepartmentJa)).ToString();

        public string Officer => Fact(NoticeFacts.Officer);

        public string Phone => Fact(NoticeFacts.Phone);

        public string Owner => Fact(NoticeFacts.Owner);

        public string JoinedTo => Fact(NoticeFacts.JoinedTo);

        public bool IsUnsorted => Fact(NoticeFacts.Unsorted).Length > 0;

        public bool HasText => Fact(NoticeFacts.Text).Length > 0;

        public ComplaintOutcome? Outcome => Enum.TryParse(Fact(NoticeFacts.Outcome), out ComplaintOutcome outcome) ? outcome : null;

        public ExtensionGround? Ground => Enum.TryParse(Fact(NoticeFacts.Ground), out ExtensionGround ground) ? ground : null;

        public string Due => Moment(NoticeFacts.Due, pattern);

        public string ReplyBy => Moment(NoticeFacts.ReplyBy, dayPattern);

        public NoticeQuote? Quote(string heading) => HasText ? new NoticeQuote(heading, Fact(NoticeFacts.Text)) : null;

        private string Fact(string name) => _facts.GetValueOrDefault(name, "");

        private string Moment(string name, string written) =>
            DateTime.TryParse(Fact(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime utc)
                ? TimeZoneInfo.FindSystemTimeZoneById(city.TimeZone).ToLocal(utc).ToString(written, CultureInfo.CurrentCulture)
                : "";
    }
}
