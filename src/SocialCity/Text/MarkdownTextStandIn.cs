// Stands in until Text/MarkdownText.cs lands: delete this file then.
namespace SocialCity.Text;

public enum MarkdownProfile
{
    Plain,
    Article,
}

public static class MarkdownText
{
    public static string ToHtml(string m, MarkdownProfile p) => $"<p>{System.Net.WebUtility.HtmlEncode(m)}</p>";

    public static string ToPlainText(string m, int n) => m.Length > n ? m[..n] : m;
}
