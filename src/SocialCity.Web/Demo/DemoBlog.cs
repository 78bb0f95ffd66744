using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Demo.Pictures;
using SocialCity.Web.Demo.Stories;

namespace SocialCity.Web.Demo;

/// <summary>Fills the blog of Nuri: categories, series, a year of articles with their covers, and the front page that an editor arranged.</summary>
public sealed class DemoBlog(CityDb db, PhotoIntake photos, Naming naming, BlogCounts counts, NewsletterHours hours, IOptions<DemoOptions> options)
{
    private const int Seed = 7;

    /// <summary>Inside the transaction of the caller.</summary>
    /// <returns>The articles, the newest first.</returns>
    public async Task<IReadOnlyList<Article>> FillAsync(DateTime now, CancellationToken cancellationToken)
    {
        Dictionary<string, BlogCategory> categories = await CategoriesAsync(cancellationToken);
        Dictionary<string, ArticleSeries> series = BlogStories.Series.ToDictionary(s => s.Slug, s => new ArticleSeries(s.Title, s.Slug, s.Summary));
        db.AddRange(series.Values);
        await db.SaveChangesAsync(cancellationToken);

        Dictionary<string, Account> writers = await db.Users.Where(u => u.Email != null).ToDictionaryAsync(u => u.Email ?? "", cancellationToken);
        Dictionary<long, HeldRight[]> rights = (await db.RightGrants.AsNoTracking().Where(g => g.RevokedAt == null).ToListAsync(cancellationToken))
            .GroupBy(g => g.AccountId).ToDictionary(g => g.Key, g => g.Select(r => new HeldRight(r.Right, r.DepartmentId)).ToArray());
        Account editor = writers[DemoPeople.Editor];
        Actor publisher = new(editor.Id, editor.Level, rights[editor.Id]);

        ConcurrentDictionary<DemoScene, byte[]> drawings = [];
        HashSet<BlogStory> pictured = [.. BlogStories.All.Where(s => s.Scene is not null).Take(options.Value.Photos)];
        Parallel.ForEach(pictured.Select(s => s.Scene?.Scene).OfType<DemoScene>().Distinct(), scene => drawings[scene] = DemoPictures.Draw(scene, Seed));
        List<Article> articles = [];
        foreach (BlogStory story in BlogStories.All.OrderByDescending(s => s.DaysAgo))
        {
            Account writer = writers[story.Writer];
            DateTime at = now.AddDays(-story.DaysAgo).Date.AddHours(1).AddMinutes(story.DaysAgo % 50);
            await naming.BylineAsync(writer, cancellationToken);
            HeldRight[] held = rights.GetValueOrDefault(writer.Id, []);
            Actor author = new(writer.Id, writer.Level, held);
            MediaFile? cover = story.Scene is { } scene && pictured.Contains(story) ? await PhotographAsync(drawings[scene.Scene], scene.AltText, writer.Id, at, cancellationToken) : null;
            Article article = new(
                new ArticleContent
                {
                    Title = story.Title,
                    Slug = await naming.FreeSlugAsync(story.Title, null, cancellationToken),
                    Text = story.Text,
                    Summary = story.Summary,
                    Category = categories[story.Category],
                    TagIds = [.. (await naming.TagsAsync(story.Tags, cancellationToken)).Select(t => t.Id)],
                    SeriesId = story.Series is { } part ? series[part.Slug].Id : null,
                    SeriesPlace = story.Series?.Place ?? 0,
                    CoverId = cover?.Id,
                },
                author,
                held.FirstOrDefault(h => h.DepartmentId is not null).DepartmentId,
                at.AddHours(-3));
            article.Consent(author, at.AddHours(-3));
            if ((article.Submit(author, at.AddHours(-2)) ?? article.Publish(publisher, at)) is { } refused)
            {
                throw new InvalidOperationException($"'{story.Title}' was refused: {refused}.");
            }

            db.Add(article);
            await db.SaveChangesAsync(cancellationToken);
            db.Add(article.ToSearchEntry());
            articles.Insert(0, article);
        }

        db.AddRange(articles.Take(FrontPlace.Most).Select((article, index) => new FrontPlace(index + 1, article.Id)));
        await db.SaveChangesAsync(cancellationToken);
        await counts.RebuildAsync(cancellationToken);
        await DemoNotes.FillAsync(db, naming, writers, now, cancellationToken);
        await DemoNewsletter.FillAsync(db, categories, hours, now, cancellationToken);
        await DemoTalk.FillAsync(db, articles, [.. writers.Values.Where(DemoPeople.IsCitizen).OrderBy(p => p.Id)], writers[DemoPeople.Moderator].Id, now, cancellationToken);
        return articles;
    }

    private async Task<Dictionary<string, BlogCategory>> CategoriesAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, BlogCategory> categories = [];
        foreach (var (place, plan) in BlogStories.Categories.OrderBy(c => c.Parent is not null).Index())
        {
            BlogCategory category = new(
                new LocalText(plan.Ko, plan.En, plan.Ja), Slug.From(plan.Slug, "category"), plan.Parent is { } parent ? categories[parent] : null, place + 1);
            categories[plan.Slug] = category;
            db.Add(category);
            await db.SaveChangesAsync(cancellationToken);
        }

        return categories;
    }

    private async Task<MediaFile> PhotographAsync(byte[] drawing, string altText, long uploaderId, DateTime at, CancellationToken cancellationToken)
    {
        using MemoryStream picture = new(drawing, writable: false);
        PhotoStaging staging = await photos.StageAsync(picture, "cover.png", uploaderId, at, cancellationToken);
        MediaFile file = staging.File ?? throw new InvalidOperationException($"A drawing was refused as a photo: {staging.Refusal}.");
        file.Describe(altText);
        file.Attach(at);
        db.Add(file);
        await db.SaveChangesAsync(cancellationToken);
        return file;
    }
}
