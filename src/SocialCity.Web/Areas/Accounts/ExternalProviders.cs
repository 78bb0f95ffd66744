using System.Text.Json;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>An outside account that people may sign in with.</summary>
/// <param name="Scheme">Its name in addresses and in the database.</param>
/// <param name="Origins">Where the form that begins it may lead to.</param>
/// <param name="Authorize">Where the person is asked.</param>
/// <param name="Token">Where the code is exchanged.</param>
/// <param name="UserInfo">Where the provider tells who it was.</param>
/// <param name="AskAnew">The parameter by which somebody who is signed in there is asked once more who they are.</param>
/// <param name="Subject">Takes the one thing that is used of it: the person's id with the provider.</param>
public sealed record ExternalProvider(
    string Scheme,
    IReadOnlyList<string> Origins,
    string Authorize,
    string Token,
    string UserInfo,
    KeyValuePair<string, string> AskAnew,
    Func<JsonElement, string?> Subject)
{
    public static ExternalProvider Kakao { get; } = new(
        "kakao",
        ["https://kauth.kakao.com", "https://accounts.kakao.com"],
        "https://kauth.kakao.com/oauth/authorize",
        "https://kauth.kakao.com/oauth/token",
        "https://kapi.kakao.com/v2/user/me",
        new("prompt", "login"),
        user => user.TryGetProperty("id", out JsonElement id) ? id.ToString() : null);

    public static ExternalProvider Naver { get; } = new(
        "naver",
        ["https://nid.naver.com"],
        "https://nid.naver.com/oauth2.0/authorize",
        "https://nid.naver.com/oauth2.0/token",
        "https://openapi.naver.com/v1/nid/me",
        new("auth_type", "reauthenticate"),
        user => user.TryGetProperty("response", out JsonElement response) && response.TryGetProperty("id", out JsonElement id) ? id.GetString() : null);
}

/// <summary>The outside accounts that this city has set up; none at first.</summary>
public sealed record ExternalProviders(IReadOnlyList<ExternalProvider> All)
{
    public ExternalProvider? Find(string scheme) => All.FirstOrDefault(p => p.Scheme == scheme);
}
