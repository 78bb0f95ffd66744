using System.ComponentModel.DataAnnotations;
using SocialCity.Conversation;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>A decision about a case: its reasons are those of one of the two ways.</summary>
public sealed class DecisionForm
{
    /// <summary>Whether it is to be hidden.</summary>
    public bool Hides { get; set; }

    [Required(ErrorMessage = "까닭을 골라 주세요."), Display(Name = "까닭")]
    public ModerationReason? Reason { get; set; }

    [Required(ErrorMessage = "쓴 사람에게 보일 설명을 써 주세요."), StringLength(ModerationCase.TextLength), DataType(DataType.MultilineText), Display(Name = "쓴 사람에게 보일 설명")]
    public string? Text { get; set; }

    /// <summary>Of a mention that is hidden: whether nothing more is taken from its site.</summary>
    [Display(Name = "이 누리집의 글은 앞으로 받지 않기")]
    public bool BlocksSite { get; set; }
}
