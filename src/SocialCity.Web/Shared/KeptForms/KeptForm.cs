namespace SocialCity.Web.Shared.KeptForms;

/// <summary>What somebody typed into a form that could not be taken: everything but passwords and files.</summary>
/// <param name="Address">Where it was posted to, within this site.</param>
/// <param name="Fields">Names and values, in the order of the form.</param>
/// <param name="Files">The names of the fields whose files are lost.</param>
/// <param name="HadPassword">Whether a password is lost, and will be asked for again.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeptField> Fields, IReadOnlyList<string> Files, bool HadPassword = false)
{
    /// <summary>The account whose session had ended; null when nobody is known to have been signed in.</summary>
    public long? WriterId { get; init; }

    /// <summary>The most letters that are kept, names included; the limits of the fields themselves lie far below.</summary>
    public const int MaxLength = 350_000;

    private const string AntiforgeryField = "__RequestVerificationToken";

    /// <summary>
    /// Reads the form of a request; null when there is none to keep: another kind of content, a request by a script, or one that does
    /// not come from a page of this site. The last matters: to show a stranger's form as one's own would invite to send it.
    /// </summary>
    public static async Task<KeptForm?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !ComesFromHere(request))
        {
            return null;
        }

        IFormCollection form;
        try
        {
            form = await FormWithoutFiles.ReadAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return null;
        }

        KeptFormLabels labels = KeptFormLabels.Of(request.HttpContext);
        KeptField[] fields =
        [
            .. form.Where(f => f.Key != AntiforgeryField && !labels.IsPassword(f.Key))
                .SelectMany(f => f.Value, (f, value) => new KeptField(f.Key, value ?? "", labels.LabelOf(f.Key))),
        ];
        return fields.Sum(f => f.Name.Length + f.Value.Length) > MaxLength
            ? null
            : new KeptForm(
                $"{request.PathBase}{request.Path}{request.QueryString}",
                fields,
                [.. form.Files.Where(f => f.FileName.Length > 0).Select(f => f.Name).Distinct()],
                form.Keys.Any(labels.IsPassword))
            {
                WriterId = request.HttpContext.Features.Get<EndedSession>()?.AccountId
                    ?? request.HttpContext.RequestServices.GetRequiredService<LastAccount>().Of(request.HttpContext),
            };
    }

    private static bool ComesFromHere(HttpRequest request)
    {
        string? mode = request.Headers["Sec-Fetch-Mode"];
        string? site = request.Headers["Sec-Fetch-Site"];
        return mode is null or "navigate"
            && (site ?? (request.Headers.Origin == $"{request.Scheme}://{request.Host}" ? "same-origin" : "unknown")) == "same-origin";
    }
}

/// <param name="Name">What it is posted as.</param>
/// <param name="Value">What was typed or chosen.</param>
/// <param name="Label">What the form calls it, in the writer's language; null for what is not a text of the form's class.</param>
public sealed record KeptField(string Name, string Value, string? Label = null)
{
    private const int LineLength = 30;

    /// <summary>
    /// Written by a person, as far as one can tell; the rest are choices and the form's own marks. A text without a label (the reply to
    /// a question of the city) shows itself by its spaces.
    /// </summary>
    public bool IsText => Label is null ? Value.Any(char.IsWhiteSpace) : Value.Length > 0;

    /// <summary>More than fits on a line.</summary>
    public bool IsLong => Value.Length > LineLength || Value.Contains('\n', StringComparison.Ordinal);
}

/// <summary>That the request came with the cookie of a session that is over.</summary>
/// <param name="AccountId">Whose session it was.</param>
public sealed record EndedSession(long AccountId);

/// <summary>Why the page of a kept form is shown.</summary>
public enum KeptFormReason
{
    /// <summary>The token of the form belongs to another session.</summary>
    Stale,

    /// <summary>The browser has forgotten since when the page is open: the cookie that the token belongs to is gone.</summary>
    Old,

    /// <summary>Too much was sent in a short time.</summary>
    TooMany,

    /// <summary>Nobody is signed in any more.</summary>
    SignedOut,

    /// <summary>The writer has signed in again.</summary>
    SignedIn,
}

/// <param name="Form">What was typed.</param>
/// <param name="Reason">Why it was not taken.</param>
/// <param name="Return">The address to come back to after signing in; null when the form could not be stored.</param>
/// <param name="Minutes">How long to wait before it can be sent; null when that is not the reason.</param>
public sealed record KeptFormPage(KeptForm Form, KeptFormReason Reason, string? Return = null, int? Minutes = null);
