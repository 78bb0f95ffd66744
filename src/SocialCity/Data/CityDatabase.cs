using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Complaints;

namespace SocialCity.Data;

public static class CityDatabase
{
    // Outside the web application (migrations, tests) nobody else tells Identity which of its schemas the model follows.
    private static readonly ServiceProvider IdentityAlone = new ServiceCollection()
        .Configure<IdentityOptions>(UseSchema)
        .BuildServiceProvider();

    /// <summary>What both providers add to their options: Identity's schema, and the interceptors that keep versions and counts.</summary>
    public static DbContextOptionsBuilder UseCityRules(this DbContextOptionsBuilder options)
    {
        if (options.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider is null)
        {
            options.UseApplicationServiceProvider(IdentityAlone);
        }

        return options.AddInterceptors(new VersionInterceptor(), new TallyInterceptor());
    }

    /// <summary>The third schema of Identity has the passkeys. The web application's Identity is set by it too.</summary>
    public static void UseSchema(IdentityOptions identity) => identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
}
