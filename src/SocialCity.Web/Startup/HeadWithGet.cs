using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace SocialCity.Web.Startup;

/// <summary>
/// Whatever can be fetched can be asked after: each action for GET answers HEAD too, without a body. Those who check links and show
/// previews of them ask so, and would take a page for lost.
/// </summary>
public sealed class HeadWithGet : IActionModelConvention
{
    private static readonly string[] Both = [HttpMethods.Get, HttpMethods.Head];

    public void Apply(ActionModel action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (SelectorModel selector in action.Selectors)
        {
            if (selector.ActionConstraints.OfType<HttpMethodActionConstraint>().SingleOrDefault() is { } only && only.HttpMethods.SequenceEqual([HttpMethods.Get]))
            {
                selector.ActionConstraints.Remove(only);
                selector.ActionConstraints.Add(new HttpMethodActionConstraint(Both));
                foreach (HttpMethodMetadata metadata in selector.EndpointMetadata.OfType<HttpMethodMetadata>().ToList())
                {
                    selector.EndpointMetadata.Remove(metadata);
                }

                selector.EndpointMetadata.Add(new HttpMethodMetadata(Both));
            }
        }
    }
}
