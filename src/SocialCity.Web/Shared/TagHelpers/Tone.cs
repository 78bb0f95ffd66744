namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>The meaning a colour carries; always beside a text or an icon, never alone.</summary>
public enum Tone
{
    /// <summary>Nothing to notice: received, closed.</summary>
    Neutral,

    /// <summary>Going on: assigned, in progress.</summary>
    Info,

    /// <summary>Done well: answered, confirmed.</summary>
    Success,

    /// <summary>Wants attention: due soon, waiting.</summary>
    Warning,

    /// <summary>Went wrong: overdue, refused, failed.</summary>
    Negative,

    /// <summary>The city's own colour, for what is new or local.</summary>
    City,
}

internal static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Info => "info",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Negative => "negative",
        Tone.City => "city",
        _ => "neutral",
    };

    public static string Icon(this Tone tone) => tone switch
    {
        Tone.Success => "check-circle",
        Tone.Warning => "warning",
        Tone.Negative => "error",
        _ => "info",
    };
}
