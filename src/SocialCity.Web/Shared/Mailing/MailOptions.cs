using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

namespace SocialCity.Web.Shared.Mailing;

public enum MailChannel
{
    /// <summary>Mails become files in the folder "mail" of the storage: for trying out, and for a mail server that picks them up.</summary>
    Folder,

    /// <summary>Mails go to an SMTP server.</summary>
    Smtp,
}

/// <summary>The section <c>Mail</c>.</summary>
public sealed class MailOptions : IValidatableObject
{
    public const string Section = "Mail";

    public MailChannel Channel { get; set; }

    /// <summary>The address that mails come from; without it no-reply at the portal's host.</summary>
    public string? From { get; set; }

    /// <summary>The SMTP server.</summary>
    public string? Host { get; set; }

    [Range(1, 65_535)]
    public int Port { get; set; } = 587;

    /// <summary>The user at the SMTP server; none when it asks for none.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    /// <summary>Speaks TLS after a STARTTLS, and sends nothing when the server cannot. Turn off only for a server on the same machine.</summary>
    public bool Tls { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From is not null && !MailAddress.TryCreate(From, out _))
        {
            yield return new ValidationResult($"'{From}' is no mail address.", [nameof(From)]);
        }

        if (Channel == MailChannel.Smtp && string.IsNullOrWhiteSpace(Host))
        {
            yield return new ValidationResult("Smtp needs the name of a server.", [nameof(Host)]);
        }

        if (Channel == MailChannel.Smtp && From is null)
        {
            yield return new ValidationResult("Smtp needs an address that the server lets the portal send from.", [nameof(From)]);
        }

        if (User is not null && string.IsNullOrEmpty(Password))
        {
            yield return new ValidationResult("A user needs a password.", [nameof(Password)]);
        }
    }
}
