using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Conversation;

/// <summary>An article by an official, two citizens whose first comment stands already, a newcomer and two moderators.</summary>
internal sealed class TalkCity : IDisposable
{
    private TalkCity(TestDatabase database) => Database = database;

    public TestDatabase Database { get; }

    public long ArticleId { get; private set; }

    public Account Author { get; } = Person("author");

    public Account Citizen { get; } = Person("citizen");

    public Account Neighbour { get; } = Person("neighbour");

    public Account Newcomer { get; } = Person("newcomer");

    public Account Moderator { get; } = Person("moderator");

    public Account Second { get; } = Person("second");

    public static async Task<TalkCity> CreateAsync()
    {
        TalkCity city = new(await TestDatabase.CreateAsync());
        await using CityDb db = city.Database.Open();
        db.AddRange(city.Author, city.Citizen, city.Neighbour, city.Newcomer, city.Moderator, city.Second);
        Department roads = new("roads", new LocalText("도로과"), new LocalText(""), "02-123-0000", "", 1);
        db.Add(roads);
        await db.SaveChangesAsync();
        db.AddRange(
            new RightGrant(city.Author, Right.Official, roads.Id, null, "임용", TestDatabase.Start),
            new RightGrant(city.Moderator, Right.Moderator, null, null, "임용", TestDatabase.Start),
            new RightGrant(city.Second, Right.Moderator, null, null, "임용", TestDatabase.Start));
        Article article = new(
            new ArticleContent { Title = "새 공원이 열립니다", Slug = "새-공원", Text = "토요일에 문을 엽니다." },
            new Actor(city.Author.Id, city.Author.Level, [new HeldRight(Right.Official, roads.Id)]),
            roads.Id,
            TestDatabase.Start.AddDays(-2));
        article.Import(TestDatabase.Start.AddDays(-1), null, [], TestDatabase.Start.AddDays(-1));
        db.Add(article);
        await db.SaveChangesAsync();
        city.ArticleId = article.Id;
        Topic topic = await new ArticleConversation(db).FindAsync(article.Id, Actor.Guest, default) ?? throw new InvalidOperationException();
        foreach (Account known in (Account[])[city.Citizen, city.Neighbour])
        {
            db.Add(new Comment(topic, null, new CommentContent($"{known.DisplayName} 왔어요"), known.Id, SpamVerdict.None, Guid.NewGuid(), TestDatabase.Start.AddDays(-1)));
        }

        await db.SaveChangesAsync();
        await new ArticleConversation(db).RecountAsync(default);
        return city;
    }

    public async Task<Commented> WriteAsync(
        Account account, string text, long? above = null, bool isSecret = false, FormSigns? form = null, Guid? key = null)
    {
        await using CityDb db = Database.Open();
        Actor actor = await db.ActorAsync(account, default);
        return await Commenting(db).WriteAsync(
            ConversationSubject.Article, ArticleId, above, new CommentContent(text, isSecret), form ?? FormSigns.Unsuspicious, actor, key ?? Guid.NewGuid(), default);
    }

    public async Task<Comment> SayAsync(Account account, string text, long? above = null, bool isSecret = false) =>
        (await WriteAsync(account, text, above, isSecret)).Comment ?? throw new InvalidOperationException("It was refused.");

    public async Task<T> UseAsync<T>(Account? account, Func<CityDb, Actor, Task<T>> act)
    {
        await using CityDb db = Database.Open();
        return await act(db, account is null ? Actor.Guest : await db.ActorAsync(account, default));
    }

    public Task<Moderated> DecideAsync(Account moderator, Comment comment, ModerationReason reason, string text = "살펴보았습니다.") =>
        UseAsync(moderator, async (db, actor) => await Moderating(db).DecideAsync(await CaseIdAsync(db, comment), reason, text, blocksSite: false, actor, default));

    public static Task<long> CaseIdAsync(CityDb db, Comment comment) =>
        db.ModerationCases.About(ModerationTarget.Comment, comment.Id).Select(c => c.Id).SingleAsync();

    public Task<Comment> ReadAsync(Comment comment) => UseAsync(null, (db, _) => db.Comments.SingleAsync(c => c.Id == comment.Id));

    /// <summary>Comments and reactions as they are kept with the article.</summary>
    public Task<(int Comments, int Reactions, int Version)> CountsAsync() => UseAsync(null, async (db, _) =>
    {
        var counts = await db.Articles.Where(a => a.Id == ArticleId).Select(a => new { a.CommentCount, a.ReactionCount, a.TalkVersion }).SingleAsync();
        return (counts.CommentCount, counts.ReactionCount, counts.TalkVersion);
    });

    public async Task<IReadOnlyList<long>> SeenByAsync(Account? account) => await UseAsync(account, async (db, actor) =>
    {
        Topic topic = await Subjects(db).FindAsync(ConversationSubject.Article, ArticleId, actor, default) ?? throw new InvalidOperationException();
        return await db.TalkAt(topic.Subject, topic.Id, actor, topic.IsBy(actor), null, 50).Select(c => c.Id).ToListAsync();
    });

    public Commenting Commenting(CityDb db) =>
        new(db, Database.Provider, Subjects(db), new SpamCheck(db, Database.Time), new ConversationNotices(db), Database.Time);

    public Reacting Reacting(CityDb db) => new(db, Database.Provider, Subjects(db), Database.Time);

    public Moderating Moderating(CityDb db) =>
        new(db, Database.Provider, Subjects(db), new ConversationNotices(db), new AuditLog(db, Database.Time), Database.Time);

    public static ConversationSubjects Subjects(CityDb db) => new([new ArticleConversation(db)]);

    public void Dispose() => Database.Dispose();

    private static Account Person(string name) => new($"{name}@nuri.example", name, "ko", TestDatabase.Start)
    {
        EmailConfirmed = true,
        NormalizedEmail = $"{name}@nuri.example".ToUpperInvariant(),
        NormalizedUserName = $"{name}@nuri.example".ToUpperInvariant(),
        SecurityStamp = name,
    };
}
