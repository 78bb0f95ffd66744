using Microsoft.AspNetCore.Mvc.ModelBinding;
using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>Under which names the fields of the acts' forms are posted, and beside which of them a refusal is said.</summary>
public static class ActFields
{
    public const string Prefix = "Form";

    public static string Of(string property) => $"{Prefix}.{property}";

    /// <summary>Lets the hidden fields be written anew, from the form instead of from what was posted.</summary>
    public static void Renew(ModelStateDictionary state)
    {
        state.Remove(Of(nameof(ActForm.Version)));
        state.Remove(Of(nameof(ActForm.Seen)));
    }

    /// <summary>Empty for a refusal that no field can mend.</summary>
    public static string Of(ComplaintRefusal refusal) => refusal switch
    {
        ComplaintRefusal.TextMissing or ComplaintRefusal.TextTooLong => Of(nameof(TextForm.Text)),
        ComplaintRefusal.OutcomeMissing or ComplaintRefusal.OutcomeNotPossible => Of(nameof(AnswerForm.Outcome)),
        ComplaintRefusal.OwnerMissing => Of(nameof(AnswerForm.Owner)),
        ComplaintRefusal.DuplicateMissing or ComplaintRefusal.DuplicateOfItself or ComplaintRefusal.DuplicateUnknown
            or ComplaintRefusal.DuplicateEnded or ComplaintRefusal.DuplicatePrivate or ComplaintRefusal.DuplicateAnsweredPrivately => Of(nameof(ClosingForm.DuplicateOf)),
        ComplaintRefusal.EarlierMissing or ComplaintRefusal.EarlierUnknown or ComplaintRefusal.EarlierOfSomebodyElse
            or ComplaintRefusal.ResultsTooFew => Of(nameof(ClosingForm.Earlier)),
        ComplaintRefusal.GroundForbidden => Of(nameof(ExtensionForm.IsAnotherGround)),
        ComplaintRefusal.GroundMissing => Of(nameof(ExtensionForm.Ground)),
        ComplaintRefusal.ConsentMissing => Of(nameof(ExtensionForm.Consents)),
        ComplaintRefusal.SameDepartment => Of(nameof(TransferForm.To)),
        ComplaintRefusal.ReplyDayOutOfRange => Of(nameof(QuestionForm.ReplyBy)),
        ComplaintRefusal.NotAnOfficer or ComplaintRefusal.OwnComplaint => Of(nameof(AssignmentForm.OfficerId)),
        ComplaintRefusal.SatisfactionOutOfRange => Of(nameof(ResolutionForm.Satisfaction)),
        _ => "",
    };
}
