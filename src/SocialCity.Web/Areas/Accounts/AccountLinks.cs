using System.Globalization;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>The links in mails that act: paths within the portal, with their secret.</summary>
public static class AccountLinks
{
    public const string Confirm = "/account/confirm";
    public const string Reset = "/account/reset";
    public const string ConfirmEmail = "/account/email/confirm";

    public static string ToConfirm(long id, string token) => With(Confirm, id, token);

    public static string ToReset(long id, string token) => With(Reset, id, token);

    public static string ToConfirmEmail(long id, string email, string token) =>
        $"{With(ConfirmEmail, id, token)}&email={Uri.EscapeDataString(email)}";

    private static string With(string path, long id, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"{path}?id={id}&token={Uri.EscapeDataString(token)}");
}

/// <summary>What a link in a mail brings along; posted back by its form.</summary>
public sealed class AccountLink
{
    public long Id { get; set; }

    public string Token { get; set; } = "";
}
