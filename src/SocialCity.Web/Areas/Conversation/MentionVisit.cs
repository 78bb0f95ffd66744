using SocialCity.Conversation.Mentions;
using SocialCity.Notices;
using SocialCity.Text;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Outgoing;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Visits a page that is said to link here, and writes down what it found. Personal data in its words is masked: nobody can be asked.</summary>
public sealed class MentionVisit(OutgoingHttp http, MentionIntake intake, OwnSite own, CitySettings city) : ICarrier<Mention>
{
    public async Task<bool> CarryAsync(Mention errand, CancellationToken cancellationToken)
    {
        await intake.SettleAsync(errand.Id, await LookAsync(errand, cancellationToken), cancellationToken);
        return true;
    }

    private async Task<MentionContent?> LookAsync(Mention errand, CancellationToken cancellationToken)
    {
        if (await intake.IsBlockedAsync(errand.Host, cancellationToken))
        {
            return null;
        }

        OutgoingAnswer page;
        try
        {
            page = await http.GetAsync(new Uri(errand.Source), MentionSource.Types, cancellationToken);
        }
        catch (OutgoingRefusedException)
        {
            return null;
        }

        if (page.IsPassingFault)
        {
            throw new HttpRequestException($"{page.Address.IdnHost} answered {(int)page.Status}.");
        }

        // A page elsewhere that leads on to our own would be found to link here by our own links.
        bool counts = page.IsSuccess && !own.Is(page.Address) && !await intake.IsBlockedAsync(page.Address.IdnHost, cancellationToken);
        return counts && MentionSource.Read(page.Body, page.ContentType, page.Charset, page.Address, new Uri(errand.Target)) is { } content
            ? content with { Title = Masked(content.Title), Author = Masked(content.Author), Excerpt = Masked(content.Excerpt) }
            : null;
    }

    private string Masked(string text) =>
        PersonalFindings.Of([("", text)], isPublic: true, city.City).Apply(text, PersonalDataChoice.Mask);
}
