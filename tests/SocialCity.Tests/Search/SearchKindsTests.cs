using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Search;

public sealed class SearchKindsTests
{
    private static readonly DateTime At = new(2026, 11, 27, 3, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task What_is_of_one_kind_is_found_alone_and_no_text_passes_for_another()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        char article = SearchKinds.Mark(SearchKind.Article);
        db.Add(new SearchEntry(SearchKind.Article, 1, "/blog/lamp", At, "가로등 이야기", "불이 켜졌습니다."));
        db.Add(new SearchEntry(SearchKind.Complaint, 2, "/complaints/2026-000002", At, $"가로등 {article} 고장", $"{article} 꺼졌습니다."));
        await db.SaveChangesAsync();

        Assert.Equal(["/blog/lamp", "/complaints/2026-000002"], await PathsAsync(db, database, "가로등", null));
        Assert.Equal(["/blog/lamp"], await PathsAsync(db, database, "가로등", SearchKind.Article));
        Assert.Equal(["/complaints/2026-000002"], await PathsAsync(db, database, "가로등", SearchKind.Complaint));
        Assert.Empty(await PathsAsync(db, database, article.ToString(), null));
        Assert.Equal(["/complaints/2026-000002"], await PathsAsync(db, database, $"고장 {article}", null));
    }

    [Fact]
    public async Task What_was_written_before_the_kinds_had_marks_is_found_by_its_kind()
    {
        using TestDatabase database = await TestDatabase.CreateAsync();
        await using CityDb db = database.Open();
        db.Add(new SearchEntry(SearchKind.Article, 1, "/blog/lamp", At, "가로등 이야기", "불이 켜졌습니다."));
        db.Add(new SearchEntry(SearchKind.Complaint, 2, "/complaints/2026-000002", At, "가로등 고장", "꺼졌습니다."));
        await db.SaveChangesAsync();

        await db.GetService<IMigrator>().MigrateAsync("SentForms");
        Assert.Equal([KoreanTerms.ForIndex("가로등 이야기\n불이 켜졌습니다."), KoreanTerms.ForIndex("가로등 고장\n꺼졌습니다.")], await TermsAsync(db));
        Assert.Empty(await PathsAsync(db, database, "가로등", SearchKind.Article));

        await db.Database.MigrateAsync();
        Assert.Equal(["/blog/lamp"], await PathsAsync(db, database, "가로등", SearchKind.Article));
        Assert.Equal(["/complaints/2026-000002"], await PathsAsync(db, database, "가로등", SearchKind.Complaint));

        // The trigger is back: what is rewritten is found by its new words.
        (await db.SearchEntries.SingleAsync(e => e.SubjectId == 1)).Rewrite("보안등 이야기", "");
        await db.SaveChangesAsync();
        Assert.Equal(["/blog/lamp"], await PathsAsync(db, database, "보안등", SearchKind.Article));
        Assert.Empty(await PathsAsync(db, database, "가로등", SearchKind.Article));
    }

    private static Task<List<string>> PathsAsync(CityDb db, TestDatabase database, string query, SearchKind? kind) =>
        database.Provider.Matching(db, query, kind).OrderBy(e => e.Id).Select(e => e.Path).ToListAsync();

    private static Task<List<string>> TermsAsync(CityDb db) => db.SearchEntries.OrderBy(e => e.Id).Select(e => e.Terms).ToListAsync();
}
