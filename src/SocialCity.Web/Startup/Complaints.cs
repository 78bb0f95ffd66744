using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Media;
using SocialCity.Web.Areas.Complaints;
using SocialCity.Web.Areas.Complaints.Acts;
using SocialCity.Web.Areas.Complaints.Components;
using SocialCity.Web.Areas.Desk;
using SocialCity.Web.Areas.Search;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Startup;

/// <summary>The complaint board: filing, showing, finding, and guests who prove themselves by the link of a mail.</summary>
public static class Complaints
{
    public static void AddComplaints(this WebApplicationBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddScoped<ComplaintRouter>();
        services.AddScoped<ComplaintNotices>();
        services.AddScoped<ComplaintIntake>();
        services.AddScoped<ComplaintHandling>();
        services.AddScoped<ComplaintSupporting>();
        services.AddScoped<SimilarComplaints>();

        services.TryAddSingleton(s => new MediaStore(s.GetRequiredService<StorageFolders>().Uploads));
        services.AddScoped<PhotoIntake>();
        services.AddScoped<StagedPhotos>();
        services.AddScoped<PhotoWords>();
        services.AddScoped<IPersonalData, ComplaintPersonalData>();
        services.AddSingleton<ComplaintLinks>();
        services.AddSingleton<GuestPass>();
        services.AddScoped<ComplaintWords>();
        services.AddScoped<ComplaintStory>();
        services.AddScoped<ComplaintFormCheck>();
        services.AddScoped<ComplaintFiler>();
        services.AddScoped<ComplaintPages>();
        services.AddScoped<TypedFields>();
        services.AddScoped<ActDesk>();
        services.AddScoped<ActWords>();
        services.AddScoped<PetitionerAccess>();
        services.AddScoped<DeskPages>();
        services.AddScoped<ReceiptPages>();
        services.AddScoped<BoardPages>();
        services.AddScoped<SearchPages>();
        services.AddHomeSection<ComplaintFigures>(10);
        services.AddHomeSection<SolvedComplaints>(20);
        services.AddHomeSection<NewestComplaints>(30);
    }

    /// <summary>Lets guests be known by their pass; after authentication, before anything asks who somebody is.</summary>
    public static void UseGuestPasses(this WebApplication app)
    {
        GuestPass pass = app.Services.GetRequiredService<GuestPass>();
        app.Use((context, next) =>
        {
            if (pass.Identify(context.Request) is { } guest)
            {
                // A principal of its own: the one of the session may be written back into its cookie.
                context.User = new ClaimsPrincipal([.. context.User.Identities, guest]);
            }

            return next(context);
        });
    }
}
