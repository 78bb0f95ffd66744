using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What is said to those who write: states, acts, and why something was not done.</summary>
public sealed class ArticleWords(IStringLocalizer<WritingTexts> T)
{
    /// <summary>The pages of the acts, by the last part of their address.</summary>
    private static readonly Dictionary<string, ArticleAct> Acts = Enum.GetValues<ArticleAct>().ToDictionary(PathOf, StringComparer.Ordinal);

    public static string PathOf(ArticleAct act) => act.ToString().ToLowerInvariant();

    public static ArticleAct? ActAt(string path) => Acts.TryGetValue(path, out ArticleAct act) ? act : null;

    public static Tone ToneOf(ArticleState state) => state switch
    {
        ArticleState.InReview => Tone.Warning,
        ArticleState.Scheduled => Tone.Info,
        ArticleState.Published => Tone.Success,
        _ => Tone.Neutral,
    };

    public static string IconOf(ArticleState state) => state switch
    {
        ArticleState.Draft => "pencil",
        ArticleState.InReview => "eye",
        ArticleState.Scheduled => "clock",
        ArticleState.Published => "check",
        _ => "inbox",
    };

    public static string IconOf(ArticleAct act) => act switch
    {
        ArticleAct.Submit => "upload",
        ArticleAct.Recall => "undo",
        ArticleAct.Return => "reply",
        ArticleAct.Schedule => "clock",
        ArticleAct.Publish => "check",
        ArticleAct.TakeUp => "pencil",
        _ => "inbox",
    };

    public string Of(ArticleState state) => state switch
    {
        ArticleState.Draft => T["초안"],
        ArticleState.InReview => T["검토 중"],
        ArticleState.Scheduled => T["예약"],
        ArticleState.Published => T["게시"],
        _ => T["보관"],
    };

    /// <summary>What the button says.</summary>
    public string Of(ArticleAct act) => act switch
    {
        ArticleAct.Submit => T["검토 요청"],
        ArticleAct.Recall => T["초안으로 되돌리기"],
        ArticleAct.Return => T["고쳐 달라고 하기"],
        ArticleAct.Schedule => T["게시 예약"],
        ArticleAct.Publish => T["지금 게시"],
        ArticleAct.Withdraw => T["내려 달라고 하기"],
        ArticleAct.TakeUp => T["이 글 맡기"],
        _ => T["보관하기"],
    };

    /// <summary>What follows from it.</summary>
    public string Explain(ArticleAct act) => act switch
    {
        ArticleAct.Submit => T["편집자가 읽고 게시할지 정합니다. 검토하는 동안에는 글을 고칠 수 없고, 언제든 되돌릴 수 있습니다."],
        ArticleAct.Recall => T["글이 다시 초안이 되어 고칠 수 있습니다."],
        ArticleAct.Return => T["글쓴이에게 고칠 점을 알리고 글을 초안으로 돌려줍니다."],
        ArticleAct.Schedule => T["정한 시각에 저절로 게시합니다."],
        ArticleAct.Publish => T["지금 바로 누구나 읽을 수 있게 됩니다."],
        ArticleAct.Withdraw => T["글을 바로 목록과 검색에서 내리고 편집자에게 알립니다. 게시 동의도 거두어, 다시 동의하지 않으면 싣지 않습니다."],
        ArticleAct.TakeUp => T["글쓴이로 함께 이름을 올리고 글을 다듬습니다. 시민의 이름과 출처는 그대로 남고, 다듬은 뒤에는 편집자에게 검토를 요청합니다."],
        _ => T["글을 목록과 검색에서 내립니다. 글쓴이에게 까닭을 알립니다. 나중에 다시 게시할 수 있습니다."],
    };

    /// <summary>What happened, in the timeline.</summary>
    public string Past(ArticleAct act) => act switch
    {
        ArticleAct.Submit => T["검토를 요청했습니다"],
        ArticleAct.Recall => T["초안으로 되돌렸습니다"],
        ArticleAct.Return => T["고쳐 달라고 했습니다"],
        ArticleAct.Schedule => T["게시를 예약했습니다"],
        ArticleAct.Publish => T["게시했습니다"],
        ArticleAct.Withdraw => T["글쓴이가 글을 내렸습니다"],
        ArticleAct.TakeUp => T["글을 맡아 함께 다듬습니다"],
        _ => T["보관했습니다"],
    };

    public string Saved() => T["저장했습니다."];

    public string SavedMerged() => T["그사이 저장된 내용과 합쳐 저장했습니다. 한번 읽어 봐 주세요."];

    public string ChooseEach() => T["겹치는 곳마다 어느 글을 남길지 골라 주세요."];

    public string Of(ArticleRefusal refusal) => refusal switch
    {
        ArticleRefusal.NeedsText => T["까닭을 써 주세요."],
        ArticleRefusal.Unfinished => T["제목과 본문, 분류가 있어야 합니다. 글을 마저 써 주세요."],
        ArticleRefusal.InThePast => T["이미 지난 시각입니다. 앞으로 올 시각을 골라 주세요."],
        ArticleRefusal.TooFarAhead => T["{0}년 안의 날짜를 골라 주세요.", Article.MostYearsAhead],
        ArticleRefusal.NeedsConsent => T["시민의 글은 글쓴이가 동의해야 게시할 수 있습니다."],
        ArticleRefusal.NeedsAltText => T["설명이 없는 사진이 있습니다. 사진을 볼 수 없는 사람도 알 수 있게 모든 사진에 설명을 써 주세요."],
        ArticleRefusal.AddressTaken => T["다른 글이 쓰고 있는 주소입니다. 다른 주소를 써 주세요."],
        _ => T["이 글은 지금 그렇게 할 수 없습니다."],
    };
}
