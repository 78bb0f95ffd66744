using SocialCity.Accounts;

namespace SocialCity.Web.Areas.Accounts;

/// <summary>Names a device by what its browser says of itself, well enough for its owner to know it again: "Chrome, Android".</summary>
public static class DeviceName
{
    // In this order: most browsers also name those they descend from.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("KAKAOTALK", "KakaoTalk"), ("NAVER(", "NAVER"), ("Whale/", "Whale"), ("SamsungBrowser/", "Samsung Internet"),
        ("Edg", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("CrOS", "ChromeOS"),
        ("Mac OS X", "macOS"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        string[] known = [.. new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.OfType<string>()];
        string name = known.Length > 0 ? string.Join(", ", known) : "?";
        return name.Length <= Session.DeviceLength ? name : name[..Session.DeviceLength];
    }

    private static string? Find((string Mark, string Name)[] names, string? userAgent) =>
        Array.Find(names, entry => userAgent?.Contains(entry.Mark, StringComparison.Ordinal) == true).Name;
}
