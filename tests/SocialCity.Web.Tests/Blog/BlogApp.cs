using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Blog;

/// <summary>The application with a blog: categories of two levels, an official who writes and an editor who publishes.</summary>
public sealed class BlogApp : App, IAsyncLifetime
{
    public SqlCounter Sql { get; } = new();

    public Account Writer { get; private set; } = new("", "", "ko", default);

    public Account Editor { get; private set; } = new("", "", "ko", default);

    public Actor WriterActor { get; private set; } = Actor.Guest;

    public Actor EditorActor { get; private set; } = Actor.Guest;

    public async Task InitializeAsync()
    {
        With(services => services.AddSingleton<Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptionsConfiguration<CityDb>>(Sql));

        // Other sites of the tests listen on this machine.
        With("Outgoing:AllowThisMachine", "true");
        long department = (await this.Department("roads", "도로과")).Id;
        Writer = await this.Official(Right.Official, department, "김도로");
        Editor = await this.Official(Right.Editor, null, "오편집");
        WriterActor = new Actor(Writer.Id, Writer.Level, [new HeldRight(Right.Official, department)]);
        EditorActor = new Actor(Editor.Id, Editor.Level, [new HeldRight(Right.Editor)]);
        await Use<CityDb>(async db =>
        {
            BlogCategory news = new(new LocalText("소식", "News", "お知らせ"), "소식", null, 1);
            db.Add(news);
            await db.SaveChangesAsync();
            db.Add(new BlogCategory(new LocalText("교통", "Traffic", "交通"), "교통", news, 2));
            await db.SaveChangesAsync();
        });
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    /// <summary>An article of the official; published unless told otherwise.</summary>
    public async Task<Article> Article(
        string title, string text = "첫 문단입니다.", string category = "교통", string[]? tags = null, bool isPublished = true, DateTime? at = null)
    {
        await using var scope = Services.CreateAsyncScope();
        CityDb db = scope.ServiceProvider.GetRequiredService<CityDb>();
        Naming naming = scope.ServiceProvider.GetRequiredService<Naming>();
        DateTime now = at ?? Clock.UtcNow;
        await naming.BylineAsync(await db.Users.SingleAsync(u => u.Id == Writer.Id), CancellationToken.None);
        Article article = new(
            new ArticleContent
            {
                Title = title,
                Slug = await naming.FreeSlugAsync(title, null, CancellationToken.None),
                Text = text,
                Category = await db.BlogCategories.SingleAsync(c => c.Slug == category),
                TagIds = [.. (await naming.TagsAsync(tags ?? [], CancellationToken.None)).Select(t => t.Id)],
            },
            WriterActor,
            WriterActor.Rights[0].DepartmentId,
            now);
        if (isPublished)
        {
            Assert.Null(article.Publish(EditorActor, now));
        }

        db.Add(article);
        await db.SaveChangesAsync();
        if (isPublished)
        {
            db.Add(article.ToSearchEntry());
            await db.SaveChangesAsync();
            await scope.ServiceProvider.GetRequiredService<BlogCounts>()
                .RefreshAsync(new Listing(null, null, null, [], []), Listing.Of(article), CancellationToken.None);
        }

        return article;
    }
}
