using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>
/// What stands in the address of the list. All of it is text: a mistyped address shows a list, not an error.
/// </summary>
public sealed record BoardQuery
{
    public const string Path = "/complaints";

    /// <summary>The value of <see cref="State"/> for all on which the office owes something.</summary>
    public const string Open = "open";

    /// <summary>The value of <see cref="State"/> for the rest.</summary>
    public const string Done = "done";

    /// <summary>The value of <see cref="View"/> that shows the map.</summary>
    public const string Map = "map";

    public string? Category { get; init; }

    public string? Dong { get; init; }

    public string? Department { get; init; }

    public string? State { get; init; }

    public string? Q { get; init; }

    public string? View { get; init; }

    public string? At { get; init; }

    public bool IsMap => View == Map;

    public string Words => (Q ?? "").Trim();

    public bool IsNarrowed => Category is not null || Dong is not null || Department is not null || State is not null || Words.Length > 0;

    public ComplaintFilter Filter => new(
        Number(Category), Number(Dong), Number(Department), StateNamed(),
        State switch { Open => true, Done => false, _ => null });

    public Cursor? Cursor => Data.Cursor.Parse(At);

    /// <summary>The address of the list with these values; the page is the first unless stated.</summary>
    public string Address(string? at = null)
    {
        QueryBuilder values = [];
        foreach ((string name, string? value) in new[]
        {
            ("q", Words), ("category", Category), ("dong", Dong), ("department", Department), ("state", State), ("view", View), ("at", at),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                values.Add(name, value);
            }
        }

        return Path + values.ToQueryString();
    }

    private ComplaintState? StateNamed() =>
        Enum.TryParse(State, ignoreCase: true, out ComplaintState state) && Enum.IsDefined(state) && !char.IsAsciiDigit(State?[0] ?? '0') ? state : null;

    private static long? Number(string? text) => string.IsNullOrEmpty(text) ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number
        : 0;
}
