using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Search;

public sealed class SearchPeriodTests
{
    private static readonly DateTime Now = Utc(2026, 11, 27, 3);

    [Theory]
    [InlineData(1998, 1, 1, "1 2 3 4 5 6")]
    [InlineData(2025, 11, 27, "3 4 5 6")]
    [InlineData(2026, 10, 31, "4 5 6")]
    [InlineData(2026, 11, 1, "6")]
    public async Task What_is_of_a_period_is_found_to_the_moment(int year, int month, int day, string found)
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        await AddAsync(db);

        Assert.Equal(found, await FoundAsync(db, database, new SearchPeriod(Utc(year, month, day, 3), Now)));
        Assert.Equal("1 2 3 4 5 6", await FoundAsync(db, database, null));
    }

    /// <summary>What has no letter of the months is passed by before anybody looks at its moment.</summary>
    [Fact]
    public async Task A_search_of_a_period_is_led_by_the_letters_of_its_months()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        await AddAsync(db);
        string unmarked = $"{KoreanTerms.ForIndex("가로등 이야기")} {SearchKinds.Mark(SearchKind.Article)}";
        await db.SearchEntries.Where(e => e.SubjectId == 6).ExecuteUpdateAsync(set => set.SetProperty(e => e.Terms, unmarked));

        Assert.Equal("3 4 5", await FoundAsync(db, database, new SearchPeriod(Now.AddYears(-1), Now)));
        Assert.Equal("1 2 3 4 5 6", await FoundAsync(db, database, null));
    }

    [Fact]
    public void Each_month_has_a_letter_and_a_period_has_those_of_its_months()
    {
        Assert.Equal('\uE100', SearchPeriod.Mark(Utc(2000, 1, 31)));
        Assert.Equal('\uE100', SearchPeriod.Mark(Utc(1911, 12, 1)));
        Assert.Equal('\uE10C', SearchPeriod.Mark(Utc(2001, 1, 1)));
        Assert.Equal('\uF8FF', SearchPeriod.Mark(DateTime.MaxValue));
        Assert.Equal(['\uE241', '\uE242'], new SearchPeriod(Utc(2026, 10, 31, 23), Now).Marks);
        Assert.Equal(['\uE242'], new SearchPeriod(Now, Now).Marks);
        Assert.Empty(new SearchPeriod(Utc(2027, 1, 1), Now).Marks);
        Assert.All(Enum.GetValues<SearchKind>(), kind => Assert.True(SearchKinds.Mark(kind) < '\uE100'));
    }

    [Fact]
    public async Task What_was_written_before_the_months_had_marks_is_found_by_its_month()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        await AddAsync(db);
        SearchPeriod year = new(Now.AddYears(-1), Now);
        string[] terms = await TermsAsync(db);

        await db.GetService<IMigrator>().MigrateAsync("SearchKinds");
        Assert.Equal(terms.Select(t => t[..^2]), await TermsAsync(db));

        await db.Database.MigrateAsync();
        Assert.Equal(terms, await TermsAsync(db));
        Assert.Equal("3 4 5 6", await FoundAsync(db, database, year));
    }

    private static DateTime Utc(int year, int month, int day, int hour = 0) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);

    private static SearchEntry At(long id, DateTime at) => new(SearchKind.Article, id, $"/blog/{id}", at, "가로등 이야기", "");

    private static async Task AddAsync(CityDb db)
    {
        db.AddRange(
            At(1, Utc(1998, 5, 1)), At(2, Utc(2025, 11, 27, 2)), At(3, Utc(2025, 11, 27, 3)), At(4, Utc(2026, 10, 31, 23)), At(5, Utc(2026, 11, 1)), At(6, Now));
        await db.SaveChangesAsync();
    }

    private static async Task<string> FoundAsync(CityDb db, TestDatabase database, SearchPeriod? period) => string.Join(
        ' ', await database.Provider.Matching(db, "가로등", SearchKind.Article, period).OrderBy(e => e.SubjectId).Select(e => e.SubjectId).ToListAsync());

    private static Task<string[]> TermsAsync(CityDb db) => db.SearchEntries.OrderBy(e => e.Id).Select(e => e.Terms).ToArrayAsync();
}
