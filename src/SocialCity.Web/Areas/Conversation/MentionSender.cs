using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Notices;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Shared.Outgoing;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Tells a site that something here links to it, or does no more: finds where the site takes webmentions, and posts one there.</summary>
public sealed partial class MentionSender(OutgoingHttp http, ConversationSubjects subjects, SiteAddress site, ILogger<MentionSender> logger)
    : ICarrier<OutgoingMention>
{
    private static readonly string[] Pages = ["text/html", "application/xhtml+xml"];

    public async Task<bool> CarryAsync(OutgoingMention errand, CancellationToken cancellationToken)
    {
        IReadOnlyList<TopicName> names = await subjects.Of(errand.Subject).NamesAsync([errand.SubjectId], cancellationToken);
        if (names is not [var topic] || MentionUrl.Parse(errand.Target) is not { } target)
        {
            return false;
        }

        try
        {
            // Most sites take none: nothing is wrong with that.
            if (await EndpointAsync(target, cancellationToken) is not { } endpoint)
            {
                return true;
            }

            OutgoingAnswer answer = await http.PostFormAsync(
                endpoint,
                [new("source", site.OfPage(topic.Path)), new("target", errand.Target)],
                cancellationToken);
            Demand(answer);
            LogTold(errand.Id, (int)answer.Status);
        }
        catch (OutgoingRefusedException refused)
        {
            // An address that is never asked; asking again would not change it.
            LogNotAsked(errand.Id, refused.Refusal);
        }

        return true;
    }

    private async Task<Uri?> EndpointAsync(Uri target, CancellationToken cancellationToken)
    {
        OutgoingAnswer page = await http.GetAsync(target, Pages, cancellationToken);
        Demand(page);
        if (!page.IsSuccess)
        {
            return null;
        }

        return MentionEndpoint.InHeaders(page.Links, page.Address)
            ?? (page.Body.Length > 0 ? MentionEndpoint.InDocument(MentionSource.ParseHtml(page.Body, page.Charset), page.Address) : null);
    }

    /// <summary>What a site does not want today it will not want later; only what may pass is tried again.</summary>
    private static void Demand(OutgoingAnswer answer)
    {
        if (answer.IsPassingFault)
        {
            throw new HttpRequestException($"{answer.Address.IdnHost} answered {(int)answer.Status}.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mention {MentionId} was sent and answered {Status}")]
    private partial void LogTold(long mentionId, int status);

    [LoggerMessage(Level = LogLevel.Information, Message = "Mention {MentionId} was not sent: {Refusal}")]
    private partial void LogNotAsked(long mentionId, OutgoingRefusal refusal);
}
