using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using SocialCity.Complaints;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Desk;

/// <summary>What stands in the address of the desk. All of it is text: a mistyped address shows a pile, not an error.</summary>
public sealed record DeskQuery
{
    public const string Path = "/desk";
    public const int WordsLength = 100;

    public string? Pile { get; init; }

    /// <summary>Whom a manager narrows a pile to.</summary>
    public string? Officer { get; init; }

    public string? Q { get; init; }

    public string? Category { get; init; }

    public string? Dong { get; init; }

    public string? At { get; init; }

    /// <summary>The pile that lies open.</summary>
    public DeskPile Open => Enum.TryParse(Pile, ignoreCase: true, out DeskPile named) && Enum.IsDefined(named) ? named : DeskPile.Mine;

    public long? OfficerId => Number(Officer);

    public string Words => (Q ?? "").Trim() is var words && words.Length > WordsLength ? words[..WordsLength] : words;

    public ComplaintFilter Filter => new(Number(Category), Number(Dong));

    public Cursor? Cursor => Data.Cursor.Parse(At);

    /// <summary>Whether less than the whole pile is asked for.</summary>
    public bool IsNarrowed => OfficerId is not null || Words.Length > 0 || Filter != new ComplaintFilter();

    /// <summary>The address of a pile, narrowed as now; an officer is chosen for the open pile alone.</summary>
    public string Address(DeskPile pile, Cursor? at = null)
    {
        QueryBuilder values = new() { { "pile", pile.ToString().ToLowerInvariant() } };
        foreach ((string name, string? value) in new[]
        {
            ("officer", pile == Open ? Text(OfficerId) : null), ("q", Words), ("category", Text(Filter.CategoryId)), ("dong", Text(Filter.DistrictId)), ("at", at?.ToString()),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                values.Add(name, value);
            }
        }

        return Path + values.ToQueryString();
    }

    private static long? Number(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static string? Text(long? number) => number?.ToString(CultureInfo.InvariantCulture);
}
