using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Web.Areas.Conversation;
using SocialCity.Web.Shared.Mailing;

namespace SocialCity.Web.Startup;

/// <summary>The one conversation of all features, and its moderation. A feature lets people talk by adding its <see cref="IConversationSubjects"/>.</summary>
public static class Conversation
{
    public static void AddConversation(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddScoped<IConversationSubjects, ArticleConversation>();
        services.AddScoped<ConversationSubjects>();
        services.AddScoped<SpamCheck>();
        services.AddScoped<ConversationNotices>();
        services.AddScoped<Commenting>();
        services.AddScoped<Reacting>();
        services.AddScoped<Moderating>();
        services.AddScoped<IPersonalData, ConversationPersonalData>();

        services.AddSingleton<FormSeal>();
        services.AddScoped<ConversationWords>();
        services.AddScoped<ConversationPages>();
        services.AddScoped<CommentForms>();
        services.AddScoped<ModerationPages>();
        services.AddScoped<INoticeWording, ConversationWording>();
    }
}
