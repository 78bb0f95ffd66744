using Microsoft.AspNetCore.Authorization;
using SocialCity.Accounts;

namespace SocialCity.Web.Shared;

/// <summary>The names of the policies, and what they ask. Being signed in is asked everywhere unless an endpoint opens itself.</summary>
public static class Policies
{
    /// <summary>The desk: officials and managers of a department.</summary>
    public const string Desk = "desk";

    /// <summary>Managers of a department.</summary>
    public const string Manage = "manage";

    /// <summary>The office: settings, departments, rights, audit log.</summary>
    public const string Administer = "administer";

    /// <summary>The moderation queue.</summary>
    public const string Moderate = "moderate";

    /// <summary>The blog's front page.</summary>
    public const string Edit = "edit";

    /// <summary>The blog's categories: editors, and administrators who set up the city.</summary>
    public const string EditOrAdminister = "edit-or-administer";

    /// <summary>The counter procedure: an official vouches for a person's identity.</summary>
    public const string Vouch = "vouch";

    /// <summary>Whoever works for the city, in whatever right.</summary>
    public const string Staff = "staff";

    /// <summary>An identity level of at least "e-mail confirmed".</summary>
    public const string Confirmed = "confirmed";

    public static void AddCityPolicies(this AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(Desk, policy => policy.RequireAssertion(c => Has(c, Right.Official, Right.Manager)));
        options.AddPolicy(Manage, policy => policy.RequireAssertion(c => Has(c, Right.Manager)));
        options.AddPolicy(Administer, policy => policy.RequireAssertion(c => Has(c, Right.Administrator)));
        options.AddPolicy(Moderate, policy => policy.RequireAssertion(c => Has(c, Right.Moderator)));
        options.AddPolicy(Edit, policy => policy.RequireAssertion(c => Has(c, Right.Editor)));
        options.AddPolicy(EditOrAdminister, policy => policy.RequireAssertion(c => Has(c, Right.Editor, Right.Administrator)));
        options.AddPolicy(Vouch, policy => policy.RequireAssertion(c => Has(c, Right.Official, Right.Manager)));
        options.AddPolicy(Staff, policy => policy.RequireAssertion(c => c.User.ToActor().IsStaff));
        options.AddPolicy(Confirmed, policy => policy.RequireAssertion(c => c.User.ToActor().Level >= IdentityLevel.EmailConfirmed));
    }

    private static bool Has(AuthorizationHandlerContext context, params ReadOnlySpan<Right> rights)
    {
        Actor actor = context.User.ToActor();
        foreach (Right right in rights)
        {
            if (actor.Has(right))
            {
                return true;
            }
        }

        return false;
    }
}
