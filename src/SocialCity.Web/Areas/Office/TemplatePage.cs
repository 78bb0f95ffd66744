using SocialCity.Accounts;
using SocialCity.Complaints;

namespace SocialCity.Web.Areas.Office;

/// <param name="Template">Null for a new one.</param>
public sealed record TemplatePage(Department Department, AnswerTemplate? Template, TemplateForm Form);
