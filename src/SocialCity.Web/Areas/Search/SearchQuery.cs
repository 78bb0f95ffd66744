using Microsoft.AspNetCore.Http.Extensions;
using SocialCity.Data;
using SocialCity.Search;

namespace SocialCity.Web.Areas.Search;

/// <summary>How far back a search looks.</summary>
public enum SearchSince
{
    Week,
    Month,
    Year,
}

/// <summary>What stands in the address of a search. All of it is text: a mistyped address shows finds, not an error.</summary>
public sealed record SearchQuery
{
    public string? Q { get; init; }

    public string? Kind { get; init; }

    public string? Since { get; init; }

    public string? At { get; init; }

    /// <summary>As it was typed, up to <see cref="SearchTerms.MostLetters"/>.</summary>
    public string Words => SearchTerms.Cut(Whole);

    /// <summary>Whether more was typed than is searched for.</summary>
    public bool IsCut => Words.Length < Whole.Length;

    /// <summary>The kind that the finds are narrowed to.</summary>
    public SearchKind? OnlyKind => Named<SearchKind>(Kind);

    /// <summary>How far back the finds go.</summary>
    public SearchSince? OnlySince => Named<SearchSince>(Since);

    public bool IsNarrowed => OnlyKind is not null || OnlySince is not null;

    public Cursor? Cursor => Data.Cursor.Parse(At);

    private string Whole => (Q ?? "").Trim();

    /// <summary>The stretch of time that ends now.</summary>
    public SearchPeriod? PeriodAt(DateTime now) => OnlySince switch
    {
        SearchSince.Week => new SearchPeriod(now.AddDays(-7), now),
        SearchSince.Month => new SearchPeriod(now.AddMonths(-1), now),
        SearchSince.Year => new SearchPeriod(now.AddYears(-1), now),
        _ => null,
    };

    /// <summary>The address of the finds of one kind or all, and so far back; the page is the first unless stated.</summary>
    public string Address(SearchKind? kind, SearchSince? since, string? at = null)
    {
        QueryBuilder values = new() { { "q", Words } };
        foreach ((string name, string? value) in new[] { ("kind", kind?.ToString()), ("since", since?.ToString()), ("at", at) })
        {
            if (value is not null)
            {
                values.Add(name, value);
            }
        }

        return "/search" + values.ToQueryString();
    }

    /// <summary>The same words in the list of complaints, which can be narrowed by more.</summary>
    public string ComplaintsAddress() => "/complaints" + new QueryBuilder { { "q", Words } }.ToQueryString();

    private static T? Named<T>(string? text)
        where T : struct, Enum => Enum.TryParse(text, ignoreCase: true, out T named) && Enum.IsDefined(named) ? named : null;
}
