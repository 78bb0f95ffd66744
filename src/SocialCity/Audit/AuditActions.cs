namespace SocialCity.Audit;

/// <summary>
/// The names under which acts stand in the audit log that are neither signing in (<c>SignInActions</c>) nor a change of a setting, which is
/// named by its thing and what was done to it: "rule.moved".
/// </summary>
public static class AuditActions
{
    public const string AccountViewed = "account.viewed";
    public const string AccountDisabled = "account.disabled";
    public const string AccountEnabled = "account.enabled";
    public const string LogRead = "audit.read";
    public const string LogChecked = "audit.checked";
    public const string LogExported = "audit.exported";
    public const string MailRetried = "mail.retried";
    public const string MentionRetried = "mention.retried";
    public const string HolidaysGenerated = "holidays.generated";
    public const string SecretRead = "comment.secret.read";
    public const string PetitionerSeen = "petitioner.seen";
    public const string ArticleDeleted = "article.deleted";
    public const string DemoFilled = "demo.filled";
}
