using Microsoft.AspNetCore.Identity;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Identity reports a change that it did not make as a result, which is easily overlooked.</summary>
public static class IdentityResults
{
    /// <summary>Stops a request whose change was not made: the page after it would say that it was.</summary>
    /// <exception cref="InvalidOperationException">The account was changed at the same moment, or Identity refuses.</exception>
    public static async Task OrThrowAsync(this Task<IdentityResult> change)
    {
        IdentityResult result = await change;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not changed: {string.Join(", ", result.Errors.Select(e => e.Code))}.");
        }
    }
}
