using Microsoft.Extensions.Options;
using SocialCity.Conversation.Mentions;
using SocialCity.Notices;
using SocialCity.Web.Areas.Conversation;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>What other sites say of the portal's pages, and what they are told of links to theirs.</summary>
public static class Mentions
{
    public static void AddMentions(this WebApplicationBuilder builder)
    {
        builder.AddSettings<MentionOptions>(MentionOptions.Section);
        IServiceCollection services = builder.Services;

        // Where the portal listens is known once it does.
        services.AddScoped(s =>
        {
            Uri root = new(s.GetRequiredService<SiteAddress>().Root);
            return new OwnSite(root.IdnHost, root.Port, s.GetRequiredService<IOptions<MentionOptions>>().Value.Send);
        });
        services.AddScoped<Mentioning>();
        services.AddScoped<MentionIntake>();
        services.AddScoped<MentionUpkeep>();
        services.AddScoped<ICarrier<OutgoingMention>, MentionSender>();
        services.AddScoped<ICarrier<Mention>, MentionVisit>();
    }
}
