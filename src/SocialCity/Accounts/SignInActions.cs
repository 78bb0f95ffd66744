namespace SocialCity.Accounts;

/// <summary>The names under which signing in and changes of credentials stand in the audit log.</summary>
public static class SignInActions
{
    public const string SignedIn = "sign-in.done";
    public const string Failed = "sign-in.failed";

    /// <summary>Right or wrong, it was not admitted: locked, disabled, closed or not confirmed yet.</summary>
    public const string Refused = "sign-in.refused";
    public const string Locked = "sign-in.locked";
    public const string SignedOut = "sign-out.done";
    public const string SessionsEnded = "sessions.ended";
    public const string Registered = "account.registered";
    public const string Confirmed = "account.confirmed";
    public const string PasswordForgotten = "password.forgotten";
    public const string PasswordChanged = "password.changed";
    public const string PasswordReset = "password.reset";
    public const string EmailChanged = "email.changed";
    public const string AuthenticatorOn = "authenticator.on";
    public const string AuthenticatorOff = "authenticator.off";
    public const string RecoveryCodesMade = "recovery-codes.made";
    public const string RecoveryCodeUsed = "recovery-codes.used";
    public const string PasskeyAdded = "passkey.added";
    public const string PasskeyRemoved = "passkey.removed";
    public const string LoginLinked = "login.linked";
    public const string LoginUnlinked = "login.unlinked";
    public const string ConsentChanged = "consent.changed";
    public const string Exported = "account.exported";
    public const string Closed = "account.closed";
    public const string Vouched = "identity.vouched";
    public const string VouchRefused = "identity.refused";
    public const string RightGranted = "right.granted";
    public const string RightRevoked = "right.revoked";
}
