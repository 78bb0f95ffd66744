using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace SocialCity.Web.Shared;

/// <summary>A message that the next page shows once, after a redirect.</summary>
public static class Flash
{
    private const string Key = "flash";

    /// <summary>Says on the next page that something was done.</summary>
    public static void FlashSuccess(this Controller controller, string text) => Add(controller.TempData, "success", text);

    /// <summary>Tells something on the next page that needs no act.</summary>
    public static void FlashInfo(this Controller controller, string text) => Add(controller.TempData, "info", text);

    /// <summary>Says on the next page that something was not done, or only in part.</summary>
    public static void FlashWarning(this Controller controller, string text) => Add(controller.TempData, "warning", text);

    internal static IEnumerable<(string Tone, string Text)> Take(ITempDataDictionary store) =>
        store[Key] is string[] lines ? lines.Chunk(2).Select(pair => (pair[0], pair[1])) : [];

    private static void Add(ITempDataDictionary store, string tone, string text) =>
        store[Key] = store.Peek(Key) is string[] earlier ? [.. earlier, tone, text] : new[] { tone, text };
}
