using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Web.Shared;
using SocialCity.Web.Tests.Complaints;

namespace SocialCity.Web.Tests.Conversation;

/// <summary>Shows the conversation alone, in tests only: to see it without the page around it.</summary>
[AllowAnonymous]
[Route("talk")]
public sealed class TalkProbe(ConversationSubjects subjects, CurrentAccount account) : Controller
{
    [HttpGet("{id:long}")]
    public async Task<IActionResult> Show(long id, CancellationToken cancellationToken) =>
        await subjects.FindAsync(ConversationSubject.Article, id, account.Actor, cancellationToken) is { } topic
            ? ViewComponent("Conversation", new { topic })
            : NotFound();
}

/// <summary>The application with the conversation shown alone, and a count of its commands.</summary>
public sealed class TalkApp : App
{
    public TalkApp() => With(services =>
    {
        services.AddControllers().ConfigureApplicationPartManager(parts => parts.ApplicationParts.Add(new AssemblyPart(typeof(TalkProbe).Assembly)));
        services.AddSingleton<Microsoft.EntityFrameworkCore.Infrastructure.IDbContextOptionsConfiguration<CityDb>>(Sql);
    });

    public SqlCounter Sql { get; } = new();
}

/// <summary>An article by an official, a citizen and a neighbour who have commented before, a newcomer, two moderators.</summary>
public sealed record TalkCity(App App, long ArticleId, Account Author, Account Citizen, Account Neighbour, Account Newcomer, Account Moderator, Account Second)
{
    public string Path => string.Create(CultureInfo.InvariantCulture, $"/conversation/article/{ArticleId}");

    public string TalkPath => string.Create(CultureInfo.InvariantCulture, $"/talk/{ArticleId}");

    public static async Task<TalkCity> Make(App app)
    {
        Department department = await app.Department();
        Account author = await app.Official(Right.Official, department.Id, "글쓴 공무원");
        Account citizen = await app.Citizen("한시민");
        Account neighbour = await app.Citizen("이웃사람");
        long id = await app.Use<CityDb, long>(async db =>
        {
            string slug = $"새-공원-{Guid.NewGuid():N}";
            Article article = new(
                new ArticleContent { Title = "새 공원이 열립니다", Slug = slug, Text = "토요일에 엽니다." },
                new Actor(author.Id, author.Level, [new HeldRight(Right.Official, department.Id)]), department.Id, app.Clock.UtcNow.AddDays(-2));
            article.Import(app.Clock.UtcNow.AddDays(-1), null, [], app.Clock.UtcNow.AddDays(-1));
            db.Add(article);
            await db.SaveChangesAsync();
            Topic topic = await new ArticleConversation(db).FindAsync(article.Id, Actor.Guest, default) ?? throw new InvalidOperationException();
            foreach (Account known in (Account[])[citizen, neighbour])
            {
                db.Add(new Comment(topic, null, new CommentContent("반가운 소식"), known.Id, SpamVerdict.None, Guid.NewGuid(), app.Clock.UtcNow.AddDays(-1)));
            }

            await db.SaveChangesAsync();
            await new ArticleConversation(db).RecountAsync(default);
            return article.Id;
        });
        return new TalkCity(
            app, id, author, citizen, neighbour, await app.Citizen("새내기"), await app.Official(Right.Moderator, name: "검토자"), await app.Official(Right.Moderator, name: "다른 검토자"));
    }

    /// <summary>Opens the form, takes a moment to write, and sends.</summary>
    public async Task<Page> Say(Visitor visitor, string text, bool isSecret = false, long? above = null)
    {
        Page page = await visitor.Get($"{Path}/comments/new{(above is { } id ? $"?above={id}" : "")}");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Dictionary<string, object?> fields = new() { ["Comment.Text"] = text };
        if (isSecret)
        {
            fields["Comment.IsSecret"] = true;
        }

        return await page.Form("form.comment-form").Submit(fields);
    }

    public Task<Comment> Find(string text) => App.Use((CityDb db) => db.Comments.AsNoTracking().Where(c => c.SubjectId == ArticleId).SingleAsync(c => c.Text == text));

    /// <summary>The conversation as this person's page holds it.</summary>
    public async Task<string> Talk(Visitor visitor)
    {
        using HttpResponseMessage answer = await visitor.Http.GetAsync(TalkPath);
        return await answer.Content.ReadAsStringAsync();
    }
}
