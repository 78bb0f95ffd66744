namespace SocialCity.Accounts;

/// <summary>How well the portal knows that an account is the person it says it is. Ordered: a board states the lowest it accepts.</summary>
public enum IdentityLevel
{
    /// <summary>Nobody signed in, or an address that was not confirmed yet.</summary>
    Guest = 0,

    /// <summary>The e-mail address was confirmed.</summary>
    EmailConfirmed = 1,

    /// <summary>Signed in through an external provider such as Kakao or Naver.</summary>
    External = 2,

    /// <summary>A person whose identity was verified by a provider of the city or at the counter.</summary>
    Verified = 3,
}
