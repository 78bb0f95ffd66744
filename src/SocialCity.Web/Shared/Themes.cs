namespace SocialCity.Web.Shared;

/// <summary>The looks a person may choose; without a choice the device decides.</summary>
public static class Themes
{
    /// <summary>The cookie that keeps the chosen look.</summary>
    public const string Cookie = "theme";

    /// <summary>The value that hands the decision back to the device.</summary>
    public const string Device = "device";

    /// <summary>Values of <c>data-theme</c> in tokens.css.</summary>
    public static IReadOnlyList<string> All { get; } = ["light", "dark", "contrast"];

    /// <summary>The look this person chose, or <see cref="Device"/>.</summary>
    public static string Of(HttpRequest request) =>
        request.Cookies.TryGetValue(Cookie, out var theme) && All.Contains(theme, StringComparer.Ordinal) ? theme : Device;
}
