using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Conversation.Mentions;

/// <summary>Notes which other sites a public text links to; the outbox tells them.</summary>
/// <param name="db">Where it is noted, within the transaction of the change.</param>
/// <param name="own">This portal: it need not tell itself, and may tell nobody.</param>
/// <param name="time">The clock.</param>
public sealed class Mentioning(CityDb db, OwnSite own, TimeProvider time)
{
    /// <summary>So many sites are told of one text.</summary>
    public const int MostTargets = 50;

    /// <summary>
    /// A subject is public for the first time, its public words changed, or it is public no longer. Whoever it links to, or linked to
    /// before, is told.
    /// </summary>
    /// <param name="subject">What kind of thing it is.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="html">Its text as everybody reads it now; empty when nobody does.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task NoteAsync(ConversationSubject subject, long subjectId, string html, CancellationToken cancellationToken)
    {
        if (!own.TellsOthers)
        {
            return;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        Dictionary<string, string> links = LinksIn(html).ToDictionary(MentionUrl.MarkOf);
        var known = await db.OutgoingMentions.Where(m => m.Subject == subject && m.SubjectId == subjectId)
            .Select(m => new { m.Id, m.TargetMark, m.IsLinked }).ToListAsync(cancellationToken);
        List<long> linked = [.. known.Where(m => links.ContainsKey(m.TargetMark)).Select(m => m.Id)];
        List<long> left = [.. known.Where(m => m.IsLinked && !links.ContainsKey(m.TargetMark)).Select(m => m.Id)];
        await PutBackAsync(linked, isLinked: true, now, cancellationToken);
        await PutBackAsync(left, isLinked: false, now, cancellationToken);
        db.AddRange(links.ExceptBy(known.Select(m => m.TargetMark), link => link.Key)
            .Select(link => new OutgoingMention(subject, subjectId, link.Value, now)));
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Where a text links to: other sites, each address once, in the order of the text.</summary>
    private IEnumerable<string> LinksIn(string html) => html.Length == 0
        ? []
        : new HtmlParser().ParseDocument(html).QuerySelectorAll("a[href]")
            .Select(a => a.GetAttribute("href") ?? "")
            .Where(href => MentionUrl.Parse(href) is { } uri && !own.Is(uri))
            .Distinct()
            .Take(MostTargets);

    /// <summary>In the database, not in memory: an attempt under way notices by the version that it told of older words.</summary>
    private Task<int> PutBackAsync(List<long> ids, bool isLinked, DateTime now, CancellationToken cancellationToken)
    {
        Guid version = Guid.NewGuid();
        return db.OutgoingMentions.Where(m => ids.Contains(m.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.IsLinked, isLinked)
                .SetProperty(m => m.Delivery, DeliveryState.Waiting)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.NextAttemptAt, now)
                .SetProperty(m => m.Version, version),
            cancellationToken);
    }
}

/// <summary>This portal, as others reach it.</summary>
/// <param name="Host">In the letters of the name service.</param>
/// <param name="Port">Where it is asked.</param>
/// <param name="TellsOthers">Whether other sites are told of links to them.</param>
public sealed record OwnSite(string Host, int Port, bool TellsOthers)
{
    /// <summary>Whether an address is one of this portal: with http or with https.</summary>
    public bool Is(Uri uri) =>
        string.Equals(uri.IdnHost, Host, StringComparison.OrdinalIgnoreCase) && (uri.Port == Port || (uri.IsDefaultPort && Port is 80 or 443));
}
