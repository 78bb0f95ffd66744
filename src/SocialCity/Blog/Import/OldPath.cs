using System.Text;

namespace SocialCity.Blog.Import;

/// <summary>
/// The one form in which an address of the past is kept and looked up: decoded, composed letters, no slash at the end, and of the query
/// only what named a page in the other system.
/// </summary>
public static class OldPath
{
    /// <param name="path">Decoded; begins with a slash.</param>
    /// <param name="query">As <c>p=12</c>; null for none.</param>
    /// <returns>Null for what cannot be kept.</returns>
    public static string? Of(string path, string? query = null)
    {
        string composed;
        try
        {
            composed = path.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null; // half a letter
        }

        string trimmed = "/" + composed.Trim('/') + (query is null ? "" : "?" + query);
        return trimmed.Length is > 1 and <= ArticleAddress.PathLength && !trimmed.Any(char.IsControl) ? trimmed : null;
    }

    /// <summary>Of a whole address in the other system.</summary>
    public static string? OfAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https"
            ? Of(Uri.UnescapeDataString(uri.AbsolutePath), PageQuery(uri.Query))
            : null;

    /// <summary>The part of a query by which WordPress named an article or a page, as <c>p=12</c>; null for none.</summary>
    public static string? PageQuery(string? query)
    {
        foreach (string part in (query ?? "").TrimStart('?').Split('&'))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string number = part[(equals + 1)..];
            if (equals > 0 && part[..equals] is "p" or "page_id" && number.Length is > 0 and < 20 && number.All(char.IsAsciiDigit))
            {
                return part;
            }
        }

        return null;
    }
}
