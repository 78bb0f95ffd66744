using SocialCity.Municipality;
using SocialCity.Notices;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>
/// What a notice says, in the language of the current culture. Both forms of the mail and the person's notices on the site are drawn from
/// it, so that all of them say the same. Every text is plain: what draws it takes care of its own marks.
/// </summary>
/// <param name="Title">One sentence without a full stop; the mail's subject puts the city's name before it.</param>
/// <param name="Sentences">Paragraphs; the first one alone stands below the title on the site.</param>
public sealed record NoticeText(string Title, IReadOnlyList<string> Sentences)
{
    /// <summary>Number, department, contact and the like.</summary>
    public IReadOnlyList<NoticeFact> Facts { get; init; } = [];

    /// <summary>The fact that tells this notice from others of its title; null for none.</summary>
    public NoticeFact? Telling => Facts.FirstOrDefault(fact => !Title.Contains(fact.Value, StringComparison.Ordinal));

    /// <summary>What somebody wrote: the answer, the question, the reason.</summary>
    public NoticeQuote? Quote { get; init; }

    /// <summary>What the receiver can do, each in a sentence.</summary>
    public NoticeSteps? Steps { get; init; }

    /// <summary>Where to go on.</summary>
    public NoticeLink? Link { get; init; }

    /// <summary>What there is to read, each with its own address.</summary>
    public IReadOnlyList<NoticeItem> Items { get; init; } = [];

    /// <summary>Paragraphs after the link.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>What stands last, small: to change or end what brought the mail.</summary>
    public IReadOnlyList<NoticeLink> FootLinks { get; init; } = [];

    /// <summary>The path where one request ends mails of this kind (RFC 8058); null for those that must be sent.</summary>
    public string? UnsubscribePath { get; init; }
}

public sealed record NoticeFact(string Name, string Value);

/// <param name="Heading">Whose words these are.</param>
/// <param name="Text">Markdown of the plain profile, as it was typed.</param>
public sealed record NoticeQuote(string Heading, string Text);

public sealed record NoticeSteps(string Heading, IReadOnlyList<string> Sentences);

/// <param name="Title">Leads to it.</param>
/// <param name="Path">The path of its page, in letters.</param>
/// <param name="Note">Where it belongs, who wrote it, when.</param>
/// <param name="Text">A sentence or two.</param>
/// <param name="Language">Of title and text, ISO 639-1.</param>
public sealed record NoticeItem(string Title, string Path, string Note, string Text, string Language);

/// <param name="Words">What opens, as on a button.</param>
/// <param name="Path">A path within the portal, beginning with a slash.</param>
public sealed record NoticeLink(string Words, string Path);

/// <summary>
/// Words the notices of one feature. A feature registers its own; each kind is worded by exactly one.
/// </summary>
public interface INoticeWording
{
    IReadOnlyCollection<NoticeKind> Kinds { get; }

    /// <summary>The notice in the language of the current culture.</summary>
    NoticeText Word(Notice notice, City city);

    /// <summary>
    /// The same for a mail, where the wording reads what its facts only point to; null when that is no more, and nothing is to be sent.
    /// </summary>
    Task<NoticeText?> WordMailAsync(Notice notice, City city, CancellationToken cancellationToken) => Task.FromResult<NoticeText?>(Word(notice, city));
}

/// <summary>Finds who words a notice.</summary>
public sealed class NoticeWordings(IEnumerable<INoticeWording> wordings)
{
    /// <summary>The kinds that somebody words: those of the features that are part of this portal.</summary>
    public IReadOnlyList<NoticeKind> Kinds { get; } = [.. wordings.SelectMany(w => w.Kinds)];

    /// <exception cref="InvalidOperationException">No feature words notices of this kind.</exception>
    public NoticeText Word(Notice notice, City city) => Of(notice).Word(notice, city);

    /// <inheritdoc cref="INoticeWording.WordMailAsync"/>
    /// <exception cref="InvalidOperationException">No feature words notices of this kind.</exception>
    public Task<NoticeText?> WordMailAsync(Notice notice, City city, CancellationToken cancellationToken) =>
        Of(notice).WordMailAsync(notice, city, cancellationToken);

    private INoticeWording Of(Notice notice) =>
        wordings.FirstOrDefault(w => w.Kinds.Contains(notice.Kind))
        ?? throw new InvalidOperationException($"Nobody words notices of the kind {notice.Kind}.");
}
