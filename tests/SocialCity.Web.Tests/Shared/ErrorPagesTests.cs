using System.Data.Common;
using System.Net;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Data;

namespace SocialCity.Web.Tests.Shared;

public sealed class ErrorPagesTests(ErrorPagesTests.FailingApp app) : IClassFixture<ErrorPagesTests.FailingApp>
{
    public sealed class FailingApp : App
    {
        public FailingApp() => With(services => services
            .AddSingleton<IDbContextOptionsConfiguration<CityDb>>(Failing)
            .AddControllersWithViews().PartManager.ApplicationParts.Add(new AssemblyPart(typeof(FailuresController).Assembly)));

        public FailingDatabase Failing { get; } = new();
    }

    /// <summary>A database that answers no question while it is told to fail.</summary>
    public sealed class FailingDatabase : DbCommandInterceptor, IDbContextOptionsConfiguration<CityDb>
    {
        public bool Fails { get; set; }

        public void Configure(IServiceProvider serviceProvider, DbContextOptionsBuilder optionsBuilder) => optionsBuilder.AddInterceptors(this);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            Fails ? throw new SqliteException("disk I/O error", 10) : ValueTask.FromResult(result);
    }

    [Theory]
    [InlineData(400, "요청을 알아볼 수 없습니다")]
    [InlineData(403, "이 페이지를 볼 권한이 없습니다")]
    [InlineData(404, "페이지를 찾을 수 없습니다")]
    [InlineData(409, "그사이 다른 사람이 먼저 고쳤습니다")]
    [InlineData(413, "보낸 내용이 너무 큽니다")]
    [InlineData(418, "요청을 처리할 수 없습니다")]
    [InlineData(429, "짧은 시간에 요청이 너무 많았습니다")]
    [InlineData(500, "처리하는 중에 문제가 생겼습니다")]
    [InlineData(503, "잠시 점검하고 있습니다")]
    public async Task A_refused_request_is_answered_with_a_page_of_its_status(int status, string heading)
    {
        var page = await app.Visitor().Get($"/failures/{status}");

        Assert.Equal(status, (int)page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.True(page.Has("meta[name=robots][content=noindex]"));
    }

    [Theory]
    [InlineData("ko", "페이지를 찾을 수 없습니다")]
    [InlineData("en", "Page not found")]
    [InlineData("ja", "ページが見つかりません")]
    public async Task An_unknown_address_is_told_in_the_language_of_the_visitor(string language, string heading)
    {
        var page = await app.Visitor(language).Get("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_failure_gives_a_number_to_quote_and_nothing_of_the_inside()
    {
        var page = await app.Visitor().Get("/failures/thrown");

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Matches("^[0-9a-f]{32}$", page.TextOf("main code"));
        Assert.DoesNotContain("secret", page.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("ko", "처리하는 중에 문제가 생겼습니다")]
    [InlineData("en", "Something went wrong")]
    public async Task Whoever_is_signed_in_reads_of_a_database_that_fails_and_stays_signed_in(string language, string heading)
    {
        var person = await app.SignedIn(await app.Citizen(language: language), language: language);

        app.Failing.Fails = true;
        var page = await person.Get("/account");
        app.Failing.Fails = false;

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal(heading, page.Heading);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.True(await person.IsSignedIn());
    }

    [Fact]
    public async Task A_refusal_of_the_server_keeps_its_status()
    {
        var page = await app.Visitor().Get("/failures/too-large");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("보낸 내용이 너무 큽니다", page.Heading);
    }

    [Fact]
    public async Task A_post_without_a_token_is_refused_with_a_page()
    {
        var page = await app.Visitor().Send(new HttpRequestMessage(HttpMethod.Post, "/failures/posted") { Content = new FormUrlEncodedContent([]) });

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal("요청을 알아볼 수 없습니다", page.Heading);
    }

    [Fact]
    public async Task The_error_page_itself_cannot_be_opened()
    {
        var page = await app.Visitor().Get("/errors");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    [Fact]
    public async Task A_program_gets_problem_details_in_place_of_a_page()
    {
        var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/failures/404");
        request.Headers.Accept.ParseAdd("application/json");
        visitor.Http.DefaultRequestHeaders.Accept.Clear();

        var response = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
