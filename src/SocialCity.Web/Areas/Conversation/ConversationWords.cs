using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>What the enumerations of the conversation are called.</summary>
public sealed class ConversationWords(IStringLocalizer<ConversationTexts> T)
{
    public string Of(ReactionKind kind) => kind switch
    {
        ReactionKind.Sympathy => T["공감해요"],
        ReactionKind.Thanks => T["고마워요"],
        ReactionKind.Useful => T["유용해요"],
        ReactionKind.Cheer => T["응원해요"],
        _ => T["아쉬워요"],
    };

    public static string IconOf(ReactionKind kind) => kind switch
    {
        ReactionKind.Sympathy => "heart",
        ReactionKind.Thanks => "sprout",
        ReactionKind.Useful => "bulb",
        ReactionKind.Cheer => "megaphone",
        _ => "drop",
    };

    public string Of(ModerationReason reason) => reason switch
    {
        ModerationReason.Insult => T["욕설이나 모욕"],
        ModerationReason.Discrimination => T["차별이나 혐오"],
        ModerationReason.Advertising => T["광고나 도배"],
        ModerationReason.PersonalData => T["개인정보 노출"],
        ModerationReason.Obscene => T["음란하거나 폭력적인 내용"],
        ModerationReason.Defamation => T["명예훼손이나 사칭"],
        ModerationReason.OtherOffence => T["그 밖의 규칙 위반"],
        ModerationReason.WithinRules => T["규칙에 맞는 글"],
        ModerationReason.Criticism => T["비판도 의견"],
        _ => T["앞선 판단의 잘못"],
    };

    public string Of(ModerationCause cause) => cause switch
    {
        ModerationCause.FirstComment => T["첫 댓글"],
        ModerationCause.Links => T["링크가 있는 댓글"],
        ModerationCause.Spam => T["광고 의심"],
        ModerationCause.Mention => T["다른 누리집의 글"],
        _ => T["신고"],
    };

    public string Of(ModerationState state, ModerationTarget target = ModerationTarget.Comment) => state switch
    {
        ModerationState.Withdrawn when target == ModerationTarget.Mention => T["링크가 없어짐"],
        ModerationState.Open => T["검토 기다림"],
        ModerationState.Appealed => T["이의 제기"],
        ModerationState.Kept => T["그대로 둠"],
        ModerationState.Hidden => T["숨김"],
        _ => T["쓴 사람이 지움"],
    };

    /// <summary>What the act is called that lets something stand.</summary>
    /// <param name="isShown">Whether it stands there already.</param>
    public string Keeping(bool isShown) => isShown ? T["그대로 두기"] : T["보이게 하기"];

    /// <param name="act">What happened.</param>
    /// <param name="before">What had happened before: to keep what was held or hidden is to show it.</param>
    /// <param name="target">To what it happened.</param>
    public string Of(ModerationAct act, ModerationAct? before, ModerationTarget target = ModerationTarget.Comment) => act switch
    {
        ModerationAct.Kept when before is ModerationAct.Held or ModerationAct.Hidden => T["보이게 함"],
        ModerationAct.Held when target == ModerationTarget.Mention => T["링크를 확인함"],
        ModerationAct.Withdrawn when target == ModerationTarget.Mention => T["링크가 없어짐"],
        ModerationAct.Held => T["자동으로 보류함"],
        ModerationAct.Reported => T["신고"],
        ModerationAct.Read => T["비밀댓글 열람"],
        ModerationAct.Kept => T["그대로 둠"],
        ModerationAct.Hidden => T["숨김"],
        ModerationAct.Appealed => T["이의 제기"],
        ModerationAct.Confirmed => T["이의를 받아들이지 않음"],
        ModerationAct.Reversed => T["이의를 받아들임"],
        _ => T["쓴 사람이 지움"],
    };

    /// <summary>Why the check looks twice at a comment, as a moderator reads it.</summary>
    public string Of(SpamSign sign) => sign.Kind switch
    {
        SpamSignKind.FirstComment => T["이 사람의 첫 댓글입니다."],
        SpamSignKind.Links => T["링크가 {0}개 있습니다.", sign.Value],
        SpamSignKind.TooFast => T["쓰는 데 {0}초밖에 걸리지 않았습니다.", sign.Value],
        SpamSignKind.HiddenField => T["사람에게 보이지 않는 칸을 채웠습니다."],
        SpamSignKind.NoForm => T["쓰는 화면을 열지 않고 보냈습니다."],
        SpamSignKind.ManyAtOnce => T["10분 안에 댓글을 {0}개 더 썼습니다.", sign.Value],
        SpamSignKind.Repeated => T["하루 안에 같은 글이 {0}번 더 있습니다.", sign.Value],
        SpamSignKind.LearnedWords => T["광고로 숨긴 댓글의 말과 {0}% 닮았습니다: {1}", sign.Value, string.Join(", ", sign.Words ?? [])],
        _ => T["뜻 없는 글자가 되풀이됩니다."],
    };

    public string Of(CommentRefusal refusal) => refusal switch
    {
        CommentRefusal.LevelTooLow => T["이메일 주소를 확인한 뒤에 댓글을 쓸 수 있습니다."],
        CommentRefusal.TooLate => T["올린 지 15분이 지나 고칠 수 없습니다."],
        CommentRefusal.NothingAbove => T["답하려는 댓글이 이제 없습니다."],
        CommentRefusal.ThreadFull => T["이 댓글에는 답글이 가득 찼습니다. 새 댓글로 써 주세요."],
        CommentRefusal.Empty => T["댓글을 입력해 주세요."],
        _ => T["여기에는 댓글을 쓸 수 없습니다."],
    };

    public string Of(ModerationRefusal refusal) => refusal switch
    {
        ModerationRefusal.NotOpen => T["그사이 다른 사람이 판단했거나 쓴 사람이 지웠습니다."],
        ModerationRefusal.WrongReason => T["까닭을 보기에서 골라 주세요."],
        ModerationRefusal.NeedsText => T["쓴 사람에게 보일 설명을 써 주세요."],
        ModerationRefusal.OwnDecision => T["내가 내린 판단에 대한 이의는 다른 사람이 살펴봅니다."],
        ModerationRefusal.NotRead => T["먼저 기록을 남기고 비밀댓글의 내용을 읽어 주세요. 읽지 않은 글은 판단할 수 없습니다."],
        ModerationRefusal.LinkGone => T["그 글에는 이제 이곳으로 오는 링크가 없어, 보일 것이 없습니다."],
        ModerationRefusal.OwnWords => T["내가 쓴 글은 다른 사람이 판단합니다."],
        _ => T["이의는 숨긴 글에 한 번만 낼 수 있습니다."],
    };
}
