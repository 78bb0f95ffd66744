using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Tests.Media;

namespace SocialCity.Tests.Blog;

public sealed class ArticlePhotosTests : IDisposable
{
    private readonly TemporaryFolder _uploads = new();

    public void Dispose() => _uploads.Dispose();

    [Fact]
    public async Task Whoever_may_not_see_the_article_of_a_photo_does_not_open_it_by_naming_its_address()
    {
        using BlogCity city = await BlogCity.CreateAsync();
        MediaFile photo = await city.PhotoAsync(_uploads.Path, city.Official.Id);
        long id = await city.WriteAsync("with-photo", null, city.Content("with-photo") with { PhotoIds = [photo.Id] });

        Assert.Empty(await TakeAsync(city.CitizenActor));
        Assert.Equal([photo.Id], await TakeAsync(city.OfficialActor));
        Assert.Equal([photo.Id], await TakeAsync(city.EditorActor));

        await city.PublishAsync(id);
        Assert.Equal([photo.Id], await TakeAsync(city.CitizenActor));

        await city.DoAsync(id, city.EditorActor, (a, now) => a.Archive("얼굴이 나왔습니다.", city.EditorActor, now));
        Assert.Empty(await TakeAsync(city.CitizenActor));

        async Task<IReadOnlyList<long>> TakeAsync(Actor actor)
        {
            await using CityDb db = city.Database.Open();
            return await ArticlePhotos.TakeAsync(db, $"![그림](/media/{photo.Key})", null, actor, city.Database.Time.Now, default);
        }
    }
}
