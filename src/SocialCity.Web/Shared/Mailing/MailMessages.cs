using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;
using SocialCity.Notices;

namespace SocialCity.Web.Shared.Mailing;

/// <summary>Makes the message (RFC 5322, MIME) of a mail, the same for every channel.</summary>
public sealed class MailMessages(IOptions<MailOptions> options, SiteAddress site)
{
    /// <exception cref="FormatException">The receiver's address is none.</exception>
    public MailMessage Of(Mail mail)
    {
        MailMessage message = new()
        {
            From = new MailAddress(options.Value.From ?? $"no-reply@{site.Host}", OneLine(mail.SenderName), Encoding.UTF8),
            Subject = OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.To.Add(Alone(mail.To));
        message.Headers.Add("Message-ID", $"<{mail.MessageId}>");
        message.Headers.Add("Content-Language", mail.Language);
        // Out-of-office replies and the like are not wanted (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.UnsubscribeUrl is { } unsubscribe)
        {
            message.Headers.Add("List-Unsubscribe", $"<{unsubscribe.AbsoluteUri}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.AlternateViews.Add(View(mail.Text, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    // "a@x.example, b@y.example" would be taken for b, named "a@x.example,".
    private static MailAddress Alone(string address)
    {
        MailAddress alone = new(address);
        return alone.Address == address ? alone : throw new FormatException("The receiver is not one plain address.");
    }

    // Base64 keeps lines short whatever the text is; Korean in quoted-printable would be three times as long.
    private static AlternateView View(string text, string type)
    {
        AlternateView view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    /// <summary>A text that may hold what somebody typed, as a header's value: a line break there would begin a header of theirs.</summary>
    private static string OneLine(string text) =>
        string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}

/// <summary>Writes each mail as a file (.eml) that mail programs open.</summary>
public sealed class FolderMail(MailMessages messages, string folder) : IMailChannel
{
    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        using MailMessage message = messages.Of(mail);
        using SmtpClient writer = new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
        await writer.SendMailAsync(message, cancellationToken);
    }
}

/// <summary>Hands each mail to an SMTP server, in a connection of its own.</summary>
public sealed class SmtpMail(MailMessages messages, IOptions<MailOptions> options) : IMailChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task SendAsync(Mail mail, CancellationToken cancellationToken)
    {
        MailOptions settings = options.Value;
        using MailMessage message = messages.Of(mail);
        using SmtpClient server = new(settings.Host, settings.Port) { EnableSsl = settings.Tls, DeliveryFormat = SmtpDeliveryFormat.International };
        if (settings.User is not null)
        {
            server.Credentials = new System.Net.NetworkCredential(settings.User, settings.Password);
        }

        // The client's own limit does not hold for asynchronous sending.
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        await server.SendMailAsync(message, patience.Token);
    }
}
