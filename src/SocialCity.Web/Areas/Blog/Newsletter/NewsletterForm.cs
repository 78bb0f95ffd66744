using System.ComponentModel.DataAnnotations;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>Whether somebody gets everything.</summary>
public enum NewsletterScope
{
    All = 1,
    Chosen = 2,
}

/// <summary>What a subscriber chooses.</summary>
public class NewsletterChoice
{
    [Required, Display(Name = "받는 주기")]
    public NewsletterPace? Pace { get; set; } = NewsletterPace.Daily;

    [Required, Display(Name = "받을 글")]
    public NewsletterScope? Scope { get; set; } = NewsletterScope.All;

    [Display(Name = "고른 분류"), MaxLength(NewsletterTopics.Most)]
    public List<long> Categories { get; set; } = [];

    [Required, Chosen, Display(Name = "메일 언어")]
    public string? Language { get; set; } = Languages.Current;

    public static NewsletterChoice Of(NewsletterSubscription subscription)
    {
        NewsletterChoice choice = new();
        choice.Fill(subscription);
        return choice;
    }

    protected void Fill(NewsletterSubscription subscription)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        Pace = subscription.Pace;
        Scope = subscription.Topics == NewsletterTopics.All ? NewsletterScope.All : NewsletterScope.Chosen;
        Categories = [.. NewsletterTopics.Read(subscription.Topics)];
        Language = subscription.Language;
    }
}

/// <summary>What the form of a new subscription posts.</summary>
public sealed class NewsletterForm : NewsletterChoice
{
    [Required, EmailAddress, StringLength(NewsletterSubscription.EmailLength), Display(Name = "이메일")]
    public string? Email { get; set; }

    [Range(typeof(bool), "true", "true", ErrorMessage = "개인정보 수집·이용에 동의해야 구독할 수 있습니다.")]
    [Display(Name = "개인정보 수집·이용에 동의합니다")]
    public bool Agreed { get; set; }

    /// <summary>Nobody sees this field; what fills in everything fills it in too.</summary>
    [Display(Name = "이 칸은 비워 두세요")]
    public string? Website { get; set; }
}

/// <summary>A category that may be chosen, with those below it.</summary>
public sealed record NewsletterCategory(long Id, LocalText Name, IReadOnlyList<NewsletterCategory> Below);

/// <summary>What the choices of both forms are drawn from.</summary>
/// <param name="Form">What is chosen.</param>
/// <param name="Categories">All that there are.</param>
public sealed record NewsletterChoices(NewsletterChoice Form, IReadOnlyList<NewsletterCategory> Categories);

/// <param name="SubscribedEmail">The confirmed address of who looks, when it is subscribed: of no other address anything is said.</param>
public sealed record NewsletterFormPage(NewsletterForm Form, IReadOnlyList<NewsletterCategory> Categories, string? SubscribedEmail);

/// <param name="Key">That of the link; posted back by the form.</param>
/// <param name="EndPath">Where it is ended, with its own key.</param>
public sealed record NewsletterManagingPage(
    string Key, string Email, NewsletterChoice Form, IReadOnlyList<NewsletterCategory> Categories, DateTime? DueAt, string EndPath);

/// <summary>What a confirmation asks about; <see cref="Email"/> is null when the link holds no more.</summary>
public sealed record NewsletterConfirmationPage(string? Key, string? Email);

/// <param name="Key">That of the link; null when it is none.</param>
public sealed record NewsletterEndingPage(string? Key);
