using System.Net;
using Microsoft.AspNetCore.Html;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>The style sheet of mails (<c>mail.css</c>), which stands in the head of each: a mail program loads none.</summary>
public static class MailStyles
{
    private const string Name = "mail.css";

    private static readonly Lazy<string> Sheet = new(Read);

    /// <summary>The element for the head.</summary>
    /// <param name="colour">The city's, as #rrggbb: the edge of the sheet.</param>
    public static IHtmlContent In(string colour) => new HtmlString($$"""<style>{{Sheet.Value}}.sheet { border-top-color: {{WebUtility.HtmlEncode(colour)}}; }</style>""");

    private static string Read()
    {
        using Stream sheet = typeof(MailStyles).Assembly.GetManifestResourceStream(typeof(MailStyles), Name)
            ?? throw new InvalidOperationException($"{Name} is not in the assembly.");
        using StreamReader reader = new(sheet);
        return reader.ReadToEnd();
    }
}
