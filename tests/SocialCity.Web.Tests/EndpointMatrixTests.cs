using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;

namespace SocialCity.Web.Tests;

/// <summary>
/// Who may come in where: EndpointMatrix.txt has a row for each endpoint of the application, and each row is tried by everybody.
/// A new endpoint without a row fails here, and so does a row without an endpoint.
/// </summary>
public sealed partial class EndpointMatrixTests(App app) : IClassFixture<App>
{
    private static readonly IReadOnlyDictionary<string, string> Rows = File
        .ReadAllLines(Path.Combine(Repository.Root, "tests", "SocialCity.Web.Tests", "EndpointMatrix.txt"))
        .Where(line => line.Length > 0 && line[0] != '#')
        .Select(line => Columns().Split(line.Trim()))
        .ToDictionary(columns => $"{columns[0]} {columns[1]}", columns => columns[2], StringComparer.Ordinal);

    /// <summary>Who is admitted by the word in the last column.</summary>
    private static readonly Dictionary<string, Func<Actor, bool>> Admitted = new(StringComparer.Ordinal)
    {
        ["everybody"] = _ => true,
        ["signed-in"] = a => a.IsSignedIn,
        ["staff"] = a => a.IsStaff,
        ["confirmed"] = a => a.Level >= IdentityLevel.EmailConfirmed,
        ["desk"] = a => a.Has(Right.Official) || a.Has(Right.Manager),
        ["manager"] = a => a.Has(Right.Manager),
        ["vouch"] = a => a.Has(Right.Official) || a.Has(Right.Manager),
        ["administrator"] = a => a.Has(Right.Administrator),
        ["moderator"] = a => a.Has(Right.Moderator),
        ["editor"] = a => a.Has(Right.Editor),
        ["editor-or-administrator"] = a => a.Has(Right.Editor) || a.Has(Right.Administrator),
    };

    [Fact]
    public void Each_endpoint_has_a_row_and_each_row_an_endpoint()
    {
        HashSet<string> endpoints = [.. Endpoints().Select(e => e.Name)];
        string[] missing = [.. endpoints.Except(Rows.Keys).Order(StringComparer.Ordinal)];
        string[] stale = [.. Rows.Keys.Except(endpoints).Order(StringComparer.Ordinal)];
        Assert.True(missing.Length == 0, $"EndpointMatrix.txt has no row for:\n{string.Join('\n', missing)}");
        Assert.True(stale.Length == 0, $"EndpointMatrix.txt has rows for no endpoint:\n{string.Join('\n', stale)}");
        Assert.All(Rows.Values, word => Assert.Contains(word, Admitted.Keys));
    }

    [Fact]
    public async Task What_can_be_fetched_can_be_asked_after()
    {
        using HttpClient http = app.Visitor().Http;
        foreach ((_, string method, string path) in Endpoints().Where(e => e.Method == "GET"))
        {
            using HttpResponseMessage fetched = await http.GetAsync(path);
            using HttpRequestMessage question = new(HttpMethod.Head, path);
            using HttpResponseMessage asked = await http.SendAsync(question);
            Assert.True(fetched.StatusCode == asked.StatusCode, $"{method} {path} answered {fetched.StatusCode}, HEAD {asked.StatusCode}.");
        }
    }

    [Fact]
    public async Task Each_endpoint_admits_exactly_whom_its_row_says_and_refuses_what_has_no_token()
    {
        List<string> faults = [];
        foreach ((Visitor visitor, Actor actor, string who) in await EverybodyAsync())
        {
            foreach ((string name, string method, string path) in Endpoints())
            {
                if (!Rows.TryGetValue(name, out string? word))
                {
                    continue;
                }

                using HttpRequestMessage request = new(new HttpMethod(method), path);
                if (method is not ("GET" or "HEAD"))
                {
                    request.Content = new FormUrlEncodedContent([]);
                }

                using HttpResponseMessage response = await visitor.Http.SendAsync(request);
                bool admitted = response.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
                    && response.Headers.Location?.ToString().Contains("/account/sign-in?", StringComparison.Ordinal) != true;
                if (admitted != Admitted[word](actor))
                {
                    faults.Add($"{name}: {who} got {(int)response.StatusCode}, yet the row says {word}");
                }
                else if (admitted && method is not ("GET" or "HEAD") && response.StatusCode is not HttpStatusCode.BadRequest)
                {
                    faults.Add($"{name}: {who} got {(int)response.StatusCode} without a token");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [GeneratedRegex("\\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Columns();

    [GeneratedRegex("\\{[^}]*\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Parameters();

    private async Task<IReadOnlyList<(Visitor Visitor, Actor Actor, string Who)>> EverybodyAsync()
    {
        List<(Visitor, Actor, string)> everybody = [(app.Visitor(), Actor.Guest, "a guest")];
        Account citizen = await app.Citizen();
        everybody.Add((await app.SignedIn(citizen), new Actor(citizen.Id, citizen.Level, []), "a citizen"));
        long department = (await app.Department()).Id;
        foreach (Right right in Enum.GetValues<Right>())
        {
            Account account = await app.Official(right, right.NeedsDepartment() ? department : null);
            everybody.Add((await app.SignedIn(account), new Actor(account.Id, account.Level, [new HeldRight(right, department)]), right.ToString()));
        }

        return everybody;
    }

    /// <summary>The endpoints that controllers and the start map; assets and the like are files.</summary>
    private IEnumerable<(string Name, string Method, string Path)> Endpoints() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null
        let pattern = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        from method in methods
        where method != "HEAD" || !methods.Contains("GET")
        orderby pattern, method
        select ($"{method} {pattern}", method, Parameters().Replace(pattern, Value));

    // What the constraint of the parameter lets through: otherwise the address is not found, by anybody.
    private static string Value(Match parameter) => parameter.Value.EndsWith(":guid}", StringComparison.Ordinal) ? Guid.Empty.ToString() : "1";
}
