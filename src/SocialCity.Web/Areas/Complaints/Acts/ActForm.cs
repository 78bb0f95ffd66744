using System.ComponentModel.DataAnnotations;
using SocialCity.Complaints;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>What the form of every act posts.</summary>
public abstract class ActForm
{
    /// <summary>The complaint's version when the form was opened. Without it nobody knows upon what the person acted: nothing is done.</summary>
    public Guid? Version { get; set; }

    /// <summary>The last event of the timeline that the person had seen.</summary>
    public long? Seen { get; set; }
}

/// <summary>An act that needs nothing but the wish.</summary>
public sealed class StartForm : ActForm;

/// <summary>An act whose one field is a text.</summary>
public abstract class TextForm : ActForm
{
    public abstract string? Text { get; set; }

    /// <summary>What is to become of personal data in the text; asked for only when some is found.</summary>
    [Display(Name = "개인정보로 보이는 글자를 어떻게 할까요?")]
    public PersonalDataChoice? PersonalData { get; set; }

    /// <summary>Whether everybody may read the text once it stands under a public complaint.</summary>
    public virtual bool IsForEverybody => true;

    /// <summary>What stands under the complaint afterwards, by the names of the fields.</summary>
    public virtual IEnumerable<(string Field, string? Text)> Texts => [(nameof(Text), Text)];

    /// <summary>Hides what was found in the texts, as the writer decided.</summary>
    public virtual void Apply(PersonalFindings findings) => Text = findings.Apply(Text ?? "", PersonalData);
}

/// <summary>A text with the body outside the city that the matter belongs to, for the one outcome that names it.</summary>
public abstract class ResultForm : TextForm
{
    public abstract ComplaintOutcome? Outcome { get; set; }

    [Display(Name = "맡은 기관")]
    [StringLength(Complaint.OwnerLength)]
    public string? Owner { get; set; }

    /// <summary>What was typed before another outcome was chosen stands nowhere.</summary>
    public override IEnumerable<(string Field, string? Text)> Texts =>
        Outcome == ComplaintOutcome.NotOurs ? [.. base.Texts, (nameof(Owner), Owner)] : base.Texts;

    public override void Apply(PersonalFindings findings)
    {
        base.Apply(findings);
        Owner = Owner is null ? null : findings.Apply(Owner, PersonalData);
    }
}

public sealed class QuestionForm : TextForm
{
    [Display(Name = "답해 달라고 할 날")]
    [Required]
    public DateOnly? ReplyBy { get; set; }

    [Display(Name = "물어볼 내용")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }

    public override bool IsForEverybody => false;
}

public sealed class SupplementForm : TextForm
{
    [Display(Name = "알려 주실 내용")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }

    public override bool IsForEverybody => false;
}

public sealed class ResumptionForm : TextForm
{
    [Display(Name = "답 없이 이어 가는 까닭")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class ProgressReportForm : TextForm
{
    [Display(Name = "지금까지의 상황")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class NoteForm : TextForm
{
    [Display(Name = "내부 메모")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }

    public override bool IsForEverybody => false;
}

public sealed class WithdrawalForm : TextForm
{
    [Display(Name = "취하하는 까닭")]
    [DataType(DataType.MultilineText)]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class AnswerForm : ResultForm
{
    [Display(Name = "결과")]
    [Required]
    public override ComplaintOutcome? Outcome { get; set; }

    [Display(Name = "답변")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }

    [Display(Name = "신청인에게만 보이기")]
    public bool IsPrivate { get; set; }

    public override bool IsForEverybody => !IsPrivate;
}

public sealed class ClosingForm : ResultForm
{
    /// <summary>Room for ten numbers and more.</summary>
    public const int EarlierLength = 200;

    [Display(Name = "종결 사유")]
    [Required]
    public override ComplaintOutcome? Outcome { get; set; }

    [Display(Name = "같은 민원의 접수 번호")]
    [StringLength(Complaint.NumberLength)]
    public string? DuplicateOf { get; set; }

    [Display(Name = "앞서 낸 민원의 접수 번호")]
    [StringLength(EarlierLength)]
    public string? Earlier { get; set; }

    [Display(Name = "신청인에게 드리는 설명")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class AssignmentForm : ActForm
{
    [Display(Name = "담당자")]
    [Required]
    public long? OfficerId { get; set; }
}

public sealed class TransferForm : TextForm
{
    /// <summary>A department ("department-3") or one of its duties ("duty-17").</summary>
    [Display(Name = "받을 부서와 업무")]
    [Required]
    [Chosen]
    public string? To { get; set; }

    [Display(Name = "넘기는 까닭")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class ExtensionForm : TextForm
{
    [Display(Name = "연장 근거")]
    [Required]
    public ExtensionGround? Ground { get; set; }

    [Display(Name = "신청인이 연장에 동의했습니다")]
    public bool Consents { get; set; }

    /// <summary>Asked once the reason names what is forbidden as a ground.</summary>
    [Display(Name = "업무량이나 담당자 사정이 아닌 다른 근거로 늘립니다")]
    public bool IsAnotherGround { get; set; }

    [Display(Name = "신청인에게 알릴 까닭")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class ResolutionForm : TextForm
{
    [Display(Name = "처리에 얼마나 만족하세요?")]
    public int? Satisfaction { get; set; }

    [Display(Name = "담당 부서에 전할 말")]
    [DataType(DataType.MultilineText)]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }
}

public sealed class ReopeningForm : TextForm
{
    [Display(Name = "해결되지 않은 점")]
    [DataType(DataType.MultilineText)]
    [Required]
    [StringLength(ComplaintEvent.TextLength)]
    public override string? Text { get; set; }

    [Display(Name = "처리에 얼마나 만족하세요?")]
    public int? Satisfaction { get; set; }
}
