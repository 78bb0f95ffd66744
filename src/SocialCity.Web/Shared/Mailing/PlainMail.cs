using System.Text;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>The plain form of a mail: the same parts as its view, in the same order.</summary>
internal static class PlainMail
{
    public static string Draw(MailPage page)
    {
        StringBuilder mail = new();
        NoticeText text = page.Text;
        Part(mail, text.Title);
        foreach (string sentence in text.Sentences)
        {
            Part(mail, sentence);
        }

        Part(mail, string.Join('\n', text.Facts.Where(f => f.Value.Length > 0).Select(f => $"- {f.Name}: {f.Value}")));
        if (text.Quote is { } quote)
        {
            Part(mail, quote.Heading);
            Part(mail, string.Join('\n', quote.Text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? ">" : $"> {line}")));
        }

        if (text.Steps is { } steps)
        {
            Part(mail, steps.Heading + "\n" + string.Join('\n', steps.Sentences.Select(s => $"- {s}")));
        }

        foreach (NoticeItem item in text.Items)
        {
            Part(mail, string.Join('\n', new[] { item.Title, item.Note, item.Text, page.Site.OfPage(item.Path) }.Where(line => line.Length > 0)));
        }

        if (text.Link is { } link)
        {
            Part(mail, $"{link.Words}\n{page.Site.Of(link.Path)}");
        }

        foreach (string remark in text.Remarks)
        {
            Part(mail, remark);
        }

        foreach (NoticeLink last in text.FootLinks)
        {
            Part(mail, $"{last.Words}\n{page.Site.Of(last.Path)}");
        }

        Part(mail, string.Join('\n', new[] { "--", page.City, page.Contact, page.Site.Root, page.Footer }.Where(line => line.Length > 0)));
        return mail.ToString();
    }

    private static void Part(StringBuilder mail, string text)
    {
        if (text.Length > 0)
        {
            mail.Append(mail.Length > 0 ? "\n" : "").Append(text).Append('\n');
        }
    }
}
