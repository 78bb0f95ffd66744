namespace SocialCity.Notices;

/// <summary>The names of the facts that a notice carries to its wording.</summary>
public static class NoticeFacts
{
    /// <summary>The id from which the mail makes a link that proves its receiver.</summary>
    public const string ComplaintId = "complaintId";
    public const string Number = "number";

    /// <summary>
    /// In which capacity the receiver is told: <see cref="ToPetitioner"/>, <see cref="ToSupporter"/>, <see cref="ToJoined"/> (whose own complaint
    /// was joined to this one) or <see cref="ToOffice"/>.
    /// </summary>
    public const string Receiver = "receiver";
    public const string ToPetitioner = "petitioner";
    public const string ToSupporter = "supporter";
    public const string ToJoined = "joined";
    public const string ToOffice = "office";

    public const string Title = "title";
    public const string Name = "name";

    /// <summary>The department's name; beside it in English and Japanese, where somebody translated it, for a reader of that language.</summary>
    public const string Department = "department";
    public const string DepartmentEn = "departmentEn";
    public const string DepartmentJa = "departmentJa";
    public const string Officer = "officer";
    public const string Phone = "phone";
    public const string Due = "due";

    /// <summary>Until when the petitioner is asked to reply.</summary>
    public const string ReplyBy = "replyBy";
    public const string Outcome = "outcome";
    public const string Ground = "ground";

    /// <summary>Not empty for a complaint that no rule gave to anybody: it waits for a person to sort it.</summary>
    public const string Unsorted = "unsorted";
    public const string Owner = "owner";

    /// <summary>The number of the complaint that carries on the matter of a duplicate.</summary>
    public const string JoinedTo = "joinedTo";
    public const string Text = "text";

    /// <summary>A path within the portal, with its secret.</summary>
    public const string Link = "link";

    /// <summary>The path of a page within the portal that everybody, or the receiver, may open.</summary>
    public const string Path = "path";
    public const string Device = "device";

    /// <summary>The id of a subscription of the newsletter, from which the mail makes its links.</summary>
    public const string Subscription = "subscription";

    /// <summary>Ids, with commas between them; whether there are more than these.</summary>
    public const string Articles = "articles";
    public const string More = "more";

    /// <summary>The name of a right, see <see cref="Accounts.Right"/>; whether it was given or taken stands under <see cref="Outcome"/>.</summary>
    public const string Right = "right";
    public const string Granted = "granted";
    public const string Revoked = "revoked";

    /// <summary>What was changed, of a person's credentials: see <see cref="Accounts.SignInActions"/>.</summary>
    public const string Change = "change";
}
