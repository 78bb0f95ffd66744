using System.ComponentModel.DataAnnotations;
using SocialCity.Conversation;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>What the form of a comment posts.</summary>
public sealed class CommentForm
{
    /// <summary>Where the form stands in the posted data.</summary>
    public const string Prefix = "Comment";

    [Required, StringLength(SocialCity.Conversation.Comment.TextLength), DataType(DataType.MultilineText), Display(Name = "댓글 내용")]
    public string? Text { get; set; }

    [Display(Name = "비밀댓글")]
    public bool IsSecret { get; set; }

    /// <summary>The comment that this one replies to.</summary>
    public long? Above { get; set; }

    [Display(Name = "개인정보로 보이는 글자를 어떻게 할까요?")]
    public PersonalDataChoice? PersonalData { get; set; }

    /// <summary>See <see cref="FormSeal"/>.</summary>
    public string? Opened { get; set; }

    /// <summary>Nobody sees this field; what fills in everything fills it in too.</summary>
    [Display(Name = "이 칸은 비워 두세요")]
    public string? Website { get; set; }

    public Guid IdempotencyKey { get; set; }

    public static string Name(string property) => $"{Prefix}.{property}";
}

/// <summary>The form with what stands around it.</summary>
public sealed record CommentFormPage(Topic Topic, CommentForm Comment, string Action)
{
    /// <summary>What it replies to.</summary>
    public CommentView? Above { get; init; }

    public PersonalFindings Findings { get; init; } = PersonalFindings.None;

    /// <summary>The comment that is being corrected.</summary>
    public long? EditedId { get; init; }

    /// <summary>Whether it will be secret whatever is chosen: a reply to what is secret, or a correction of it.</summary>
    public bool IsSecretAnyhow { get; init; }
}
