using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Office;

/// <param name="Question">Null for a new one.</param>
public sealed record QuestionPage(ComplaintCategory Category, CategoryQuestion? Question, QuestionForm Form);
