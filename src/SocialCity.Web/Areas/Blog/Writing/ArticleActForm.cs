using System.ComponentModel.DataAnnotations;
using SocialCity.Blog;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What the page of an act posts; which of it an act needs, its row in the table says.</summary>
public sealed class ArticleActForm
{
    public const string Prefix = "Form";

    /// <summary>The version of the article that the person saw.</summary>
    public Guid Version { get; set; }

    [Display(Name = "까닭")]
    [DataType(DataType.MultilineText)]
    [StringLength(ArticleEvent.TextLength)]
    public string? Text { get; set; }

    [Display(Name = "날짜")]
    public DateOnly? Date { get; set; }

    [Display(Name = "시각")]
    public TimeOnly? Time { get; set; }

    [Display(Name = "동의")]
    public bool Consent { get; set; }

    public PersonalDataChoice? PersonalData { get; set; }

    public static string Name(string property) => $"{Prefix}.{property}";
}

/// <param name="NeedsConsent">Whether the citizen has to agree that the city edits and publishes the story.</param>
/// <param name="IsChanged">Whether the article changed since the page was opened.</param>
public sealed record ArticleActPage(
    Article Article, ArticleAct Act, ArticleActForm Form, bool NeedsConsent, bool NeedsText, PersonalFindings Findings, bool IsChanged = false);
