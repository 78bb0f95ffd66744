using System.ComponentModel.DataAnnotations;
using QRCoder;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The code that proves the app was set up.</summary>
public sealed class AuthenticatorForm
{
    [Required, StringLength(10), Display(Name = "앱에 보이는 번호")]
    public string Code { get; set; } = "";
}

/// <param name="Form">The code that proves the app was set up.</param>
/// <param name="Key">The secret, for typing it in.</param>
/// <param name="Picture">The secret as a QR code: a data address.</param>
public sealed record AuthenticatorPage(AuthenticatorForm Form, string Key, string Picture)
{
    /// <param name="form">What was typed.</param>
    /// <param name="city">Under which name the app lists the account.</param>
    /// <param name="email">Whose account it is.</param>
    /// <param name="key">The secret.</param>
    public static AuthenticatorPage Of(AuthenticatorForm form, string city, string email, string key)
    {
        string issuer = Uri.EscapeDataString(city);
        string address = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={issuer}&digits=6";
        using QRCodeData data = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using PngByteQRCode image = new(data);
        return new AuthenticatorPage(
            form,
            string.Join(' ', key.Chunk(4).Select(part => new string(part))),
            "data:image/png;base64," + Convert.ToBase64String(image.GetGraphic(6)));
    }
}
