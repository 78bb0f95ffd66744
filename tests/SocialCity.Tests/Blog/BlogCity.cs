using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Tests.Data;
using SocialCity.Tests.Media;

namespace SocialCity.Tests.Blog;

/// <summary>A database with an editor, an official, a citizen, and categories of two levels.</summary>
internal sealed class BlogCity : IDisposable
{
    private BlogCity(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public Account Editor { get; } = Person("editor", "박편집");

    public Account Official { get; } = Person("official", "이공무");

    public Account Citizen { get; } = Person("citizen", "김시민");

    public Department Department { get; } = new("press", new LocalText("홍보과"), new LocalText(""), "02-120", "press@example.go.kr", 1);

    public BlogCategory News { get; } = new(new LocalText("소식"), "news", null, 1);

    public BlogCategory Walks { get; private set; } = new(new LocalText("산책"), "walks", null, 2);

    public Actor EditorActor => new(Editor.Id, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Editor)]);

    public Actor OfficialActor => new(Official.Id, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, Department.Id)]);

    public Actor CitizenActor => new(Citizen.Id, IdentityLevel.EmailConfirmed, []);

    public static async Task<BlogCity> CreateAsync()
    {
        BlogCity city = new(await TestDatabase.CreateAsync());
        await using CityDb db = city.Database.Open();
        db.AddRange(city.Editor, city.Official, city.Citizen, city.Department, city.News);
        await db.SaveChangesAsync();
        city.Walks = new BlogCategory(new LocalText("산책"), "walks", city.News, 2);
        db.Add(city.Walks);
        foreach (Account account in new[] { city.Editor, city.Official, city.Citizen })
        {
            db.Add(new Byline(account.Id, account.DisplayName));
        }

        await db.SaveChangesAsync();
        return city;
    }

    public ArticleContent Content(string slug, string title = "봄이 왔습니다", string text = "목감천에 **벚꽃**이 피었습니다.") =>
        new() { Title = title, Slug = slug, Text = text, Category = Walks };

    public ArticleEditing Editing(CityDb db) =>
        new(db, Database.Provider, Counts(db), new Mentioning(db, new OwnSite("nuri.example", 443, TellsOthers: true), Database.Time), Database.Time);

    public BlogCounts Counts(CityDb db) => new(db, Database.Time);

    public ArticleSchedule Schedule(CityDb db) => new(db, Editing(db), Database.Time, NullLogger<ArticleSchedule>.Instance);

    public async Task<long> WriteAsync(string slug, Actor? by = null, ArticleContent? content = null)
    {
        await using CityDb db = Database.Open();
        Edited edited = await Editing(db).BeginAsync(content ?? Content(slug), by ?? OfficialActor, by is null ? Department.Id : null, default);
        Assert.Equal(EditingOutcome.Done, edited.Outcome);
        return edited.Id;
    }

    public async Task<Edited> DoAsync(long id, Actor actor, ArticleActing act, Guid? version = null)
    {
        await using CityDb db = Database.Open();
        return await Editing(db).DoAsync(id, version, actor, act, default);
    }

    /// <summary>A photo that belongs to something, stored below a folder of the test.</summary>
    public async Task<MediaFile> PhotoAsync(string uploads, long? uploaderId = null)
    {
        await using CityDb db = Database.Open();
        using MemoryStream upload = new(Fixture.Read("phone.jpg"));
        PhotoStaging staging = await new PhotoIntake(new MediaStore(uploads)).StageAsync(upload, "길.jpg", uploaderId, Database.Time.Now);
        MediaFile photo = staging.File ?? throw new InvalidOperationException($"The photo was refused: {staging.Refusal}.");
        photo.Attach(Database.Time.Now);
        db.Add(photo);
        await db.SaveChangesAsync();
        return photo;
    }

    public Task<Edited> PublishAsync(long id) => DoAsync(id, EditorActor, (a, now) => a.Publish(EditorActor, now));

    public async Task<Article> ReadAsync(long id)
    {
        await using CityDb db = Database.Open();
        return await db.Articles.AsNoTracking().AsSplitQuery().Include(a => a.Authors).Include(a => a.Events).Include(a => a.Revisions).Include(a => a.Addresses)
            .SingleAsync(a => a.Id == id);
    }

    public void Dispose() => Database.Dispose();

    private static Account Person(string name, string displayName) => new($"{name}@nuri.example", displayName, "ko", TestDatabase.Start)
    {
        EmailConfirmed = true,
        NormalizedEmail = $"{name}@nuri.example".ToUpperInvariant(),
        NormalizedUserName = $"{name}@nuri.example".ToUpperInvariant(),
        SecurityStamp = name,
    };
}
