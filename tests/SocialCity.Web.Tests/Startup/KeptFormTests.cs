using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SocialCity.Accounts;
using SocialCity.Web.Shared.KeptForms;

namespace SocialCity.Web.Tests.Startup;

public sealed class KeptFormTests
{
    private const string Typed = "첫 줄 <b>굵게</b> \"따옴표\"\n둘째 줄 & 나머지 이야기를 길게 적었습니다.";

    [Fact]
    public async Task A_form_with_a_stale_token_comes_back_whole_and_can_be_sent_again()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        SignIn(browser, "5");

        var page = await PostAsync(browser, "/probe-secret?from=list", HttpStatusCode.BadRequest);

        IHtmlFormElement form = SendAgain(page);
        Assert.Equal("/probe-secret?from=list", form.GetAttribute("action"));
        Assert.Equal(Typed, Value(form, "text"));
        Assert.Equal("took " + Typed + " and a+b of Person 5", await SendAsync(browser, form));
    }

    [Fact]
    public async Task A_form_that_guests_may_send_too_comes_back_after_signing_in_when_the_session_has_ended()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        (await browser.GetAsync("/account/register")).Dispose();

        var page = await PostAsync(browser, "/probe-form", HttpStatusCode.BadRequest);
        Assert.Equal("took " + Typed, await SendAsync(browser, SendAgain(page)));
        Uri signIn = new(new Uri("https://localhost"), page.QuerySelector("main a.primary")?.GetAttribute("href"));
        string back = Uri.UnescapeDataString(signIn.Query.Replace("?ReturnUrl=", "", StringComparison.Ordinal));

        SignIn(browser, "5");
        using HttpResponseMessage kept = await browser.GetAsync(back);
        Assert.Equal("took " + Typed, await SendAsync(browser, SendAgain(await ReadAsync(kept))));
        Assert.Null((await PostAsync(browser, "/probe-form", HttpStatusCode.BadRequest)).QuerySelector("main a.primary"));
    }

    [Fact]
    public async Task A_form_that_arrives_after_the_session_ended_comes_back_after_signing_in()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();

        var page = await PostAsync(browser, "/probe-secret", HttpStatusCode.Unauthorized);
        Uri signIn = new(new Uri("https://localhost"), page.QuerySelector("main a.primary")?.GetAttribute("href"));
        string back = Uri.UnescapeDataString(signIn.Query.Replace("?ReturnUrl=", "", StringComparison.Ordinal));
        Assert.Equal("/account/sign-in", signIn.AbsolutePath);
        Assert.Contains(Typed.Split('\n')[1], page.QuerySelector("main textarea")?.TextContent, StringComparison.Ordinal);

        SignIn(browser, "5");
        using HttpResponseMessage kept = await browser.GetAsync(back);
        IHtmlFormElement form = SendAgain(await ReadAsync(kept));
        Assert.Equal("took " + Typed + " and a+b of Person 5", await SendAsync(browser, form));
    }

    [Fact]
    public async Task Another_browser_finds_no_kept_form_even_with_its_address()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        var page = await PostAsync(browser, "/probe-secret", HttpStatusCode.Unauthorized);
        string back = Uri.UnescapeDataString(page.QuerySelector("main a.primary")?.GetAttribute("href")?.Split('=')[1] ?? "");

        using HttpClient stranger = app.Browser();
        await PostAsync(stranger, "/probe-secret", HttpStatusCode.Unauthorized);
        SignIn(stranger, "6");
        using HttpResponseMessage answer = await stranger.GetAsync(back);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_from_elsewhere_is_never_shown_as_ones_own(string header, string value)
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();

        using HttpResponseMessage signedOut = await PostRawAsync(browser, "/probe-secret", header, value);
        Assert.Equal(HttpStatusCode.Redirect, signedOut.StatusCode);
        SignIn(browser, "5");
        using HttpResponseMessage stale = await PostRawAsync(browser, "/probe-secret", header, value);
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.DoesNotContain("둘째 줄", WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.Combine(app.Folder, "kept-forms")));
    }

    [Fact]
    public async Task Passwords_are_left_out_and_lost_files_can_be_chosen_again()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        SignIn(browser, "5");
        using MultipartFormDataContent content = new()
        {
            { new StringContent(Typed), "text" },
            { new StringContent("correct horse battery"), "NewPassword" },
            { new ByteArrayContent([1, 2, 3]), "Photos", "photo.jpg" },
        };

        var page = await PostAsync(browser, "/probe-secret", HttpStatusCode.BadRequest, content);

        Assert.DoesNotContain("correct horse", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("비밀번호는 보관하지 않습니다", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        IHtmlFormElement form = SendAgain(page);
        Assert.Equal("multipart/form-data", form.Enctype);
        Assert.Equal("file", form.QuerySelector("input[name=Photos]")?.GetAttribute("type"));
    }

    [Fact]
    public async Task Texts_stand_under_the_labels_of_their_form_and_what_nobody_wrote_stays_hidden()
    {
        await using App app = new();
        using HttpClient browser = app.Browser();
        using FormUrlEncodedContent content = new(
        [
            new("Form.Title", "가로등이 꺼졌어요"),
            new("Form.Text", Typed),
            new("Form.CategoryId", "3"),
            new("Form.Kept[a].Key", "CfDJ8Gq-a-token-of-a-photo-that-nobody-typed"),
            new("Form.IdempotencyKey", "7a0e3f0e-6a0c-4f0d-a0b7-0d8f5d6f4f10"),
            new("__RequestVerificationToken", "stale"),
        ]);

        var page = await PostAsync(browser, "/complaints/new", HttpStatusCode.BadRequest, content);

        Assert.Equal(["제목", "내용"], page.QuerySelectorAll("section label").Select(l => l.TextContent));
        Assert.Equal("가로등이 꺼졌어요", page.QuerySelector("section input[type=text]")?.GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("section textarea"));
        Assert.Equal("CfDJ8Gq-a-token-of-a-photo-that-nobody-typed", Value(SendAgain(page), "'Form.Kept[a].Key'"));
    }

    [Theory]
    [InlineData("/account/confirm", "Form.Link.Token", "CfDJ8Gq-the-token-of-a-mail")]
    [InlineData("/account/reset", "Link.Token", "CfDJ8Gq-the-token-of-a-mail")]
    [InlineData("/account/register", "Language", "ja")]
    public async Task Neither_a_token_nor_a_choice_is_shown_as_something_written(string address, string field, string value)
    {
        await using App app = new();
        using HttpClient browser = app.Browser();
        using FormUrlEncodedContent content = new([new(field, value), new("__RequestVerificationToken", "stale")]);

        var page = await PostAsync(browser, address, HttpStatusCode.BadRequest, content);

        Assert.Empty(page.QuerySelectorAll("section label"));
        Assert.Equal(value, Value(SendAgain(page), $"'{field}'"));
    }

    [Fact]
    public async Task A_password_is_known_by_its_kind_not_by_its_name()
    {
        await using App app = new();
        using HttpClient browser = app.Browser();
        using FormUrlEncodedContent content = new([new("Form.Link.Token", "x"), new("Present", "a present passphrase"), new("__RequestVerificationToken", "stale")]);

        var page = await PostAsync(browser, "/account/password", HttpStatusCode.Unauthorized, content);

        Assert.DoesNotContain("a present passphrase", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_somebody_with_a_token_of_this_browser_is_told_that_the_sign_in_changed()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        SignIn(browser, "5");

        var page = await PostAsync(browser, "/probe-secret", HttpStatusCode.BadRequest);
        Assert.Contains("페이지가 오래되어서", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
        page = await PostAsync(browser, "/probe-secret", HttpStatusCode.BadRequest);
        Assert.Contains("로그인 상태가 바뀌어서", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_one_too_many_comes_back_whole_with_the_minutes_to_wait()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Filing:Permits", "1").With("RateLimits:Filing:Seconds", "600"));
        using HttpClient browser = app.Browser();
        using HttpResponseMessage first = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);

        using HttpResponseMessage second = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        var page = await ReadAsync(second);
        Assert.Equal(Typed, Value(SendAgain(page), "text"));
        Assert.Contains("10분쯤 지난 뒤에", page.QuerySelector("main")?.TextContent, StringComparison.Ordinal);

        // Neither a stranger's page nor a flood is read.
        using HttpResponseMessage foreign = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "cross-site");
        Assert.DoesNotContain("둘째 줄", WebUtility.HtmlDecode(await foreign.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        using FormUrlEncodedContent flood = new([new("text", Typed), new("more", new string('a', KeptForm.MaxLength))]);
        using HttpResponseMessage flooded = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "same-origin", flood);
        Assert.Equal(HttpStatusCode.TooManyRequests, flooded.StatusCode);
        Assert.DoesNotContain("둘째 줄", WebUtility.HtmlDecode(await flooded.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_form_that_is_one_too_many_the_photos_pass_by_and_the_text_stays()
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Filing:Permits", "1").With("RateLimits:Filing:Seconds", "600"));
        using HttpClient browser = app.Browser();
        using HttpResponseMessage first = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        using MultipartFormDataContent content = new()
        {
            { new ByteArrayContent(new byte[12 * 1_048_576]), "Photos", "large.jpg" },
            { new StringContent(Typed), "text" },
            { new StringContent("a"), "choices" },
            { new StringContent("b"), "choices" },
        };
        content.Add(EmptyFile("Cover"));

        var page = await PostAsync(browser, "/probe-filing", HttpStatusCode.TooManyRequests, content);

        IHtmlFormElement form = SendAgain(page);
        Assert.Equal(Typed, Value(form, "text"));
        Assert.Equal(["a", "b"], form.QuerySelectorAll("input[name=choices]").Select(i => i.GetAttribute("value")));
        Assert.Equal(["Photos"], form.QuerySelectorAll("input[type=file]").Select(i => i.GetAttribute("name")));
    }

    [Fact]
    public async Task A_form_of_one_who_signed_out_waits_for_them_and_for_nobody_else()
    {
        await using App app = new();
        Account writer = await app.Citizen();
        Account other = await app.Citizen();
        Visitor browser = await app.SignedIn(writer);
        PageForm form = (await browser.Get("/account/profile")).Form("main form");
        await (await browser.Get("/account")).Form("form[action='/account/sign-out']").Submit();

        Page kept = await browser.Send(form.Request());
        Assert.Equal(HttpStatusCode.Unauthorized, kept.Status);
        string link = kept.Document.QuerySelector("main a.primary")?.GetAttribute("href") ?? "";
        string back = Uri.UnescapeDataString(link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..]);

        await browser.SignIn(other);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(back)).Status);
        await (await browser.Get("/account")).Form("form[action='/account/sign-out']").Submit();
        await browser.SignIn(writer);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get(back)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("; filename=\"a\"")]
    public async Task Many_empty_fields_or_files_are_not_gathered(string file)
    {
        StringBuilder body = new();
        for (int i = 0; i < 200_000; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"--b\r\nContent-Disposition: form-data; name=\"{i}\"{file}\r\n\r\n\r\n");
        }

        using MemoryStream sent = new(Encoding.UTF8.GetBytes(body.Append("--b--\r\n").ToString()));
        DefaultHttpContext context = new();
        context.Request.ContentType = "multipart/form-data; boundary=b";
        context.Request.Body = sent;

        await Assert.ThrowsAsync<InvalidDataException>(() => FormWithoutFiles.ReadAsync(context.Request, CancellationToken.None));
        Assert.True(sent.Position < sent.Length / 2, "It was read on and on.");
    }

    [Theory]
    [InlineData(1, KeptForm.MaxLength)]
    [InlineData(200_000, 0)]
    public async Task A_refused_form_is_read_no_further_than_texts_are_kept(int fields, int length)
    {
        await using App app = ProbeSignIn.Into(new App().With("RateLimits:Filing:Permits", "1").With("RateLimits:Filing:Seconds", "600"));
        using HttpClient browser = app.Browser();
        using HttpResponseMessage first = await PostRawAsync(browser, "/probe-filing", "Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        StringBuilder body = new();
        for (int i = 0; i < fields; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"--b\r\nContent-Disposition: form-data; name=\"{i}\"\r\n\r\n{new string('a', length)}\r\n");
        }

        using StringContent content = new(body.Append("--b--\r\n").ToString());
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");

        Assert.Null((await PostAsync(browser, "/probe-filing", HttpStatusCode.TooManyRequests, content)).QuerySelector("main form[method=post]"));
    }

    [Fact]
    public async Task What_is_stored_cannot_be_read_and_goes_after_two_hours()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        await PostAsync(browser, "/probe-secret", HttpStatusCode.Unauthorized);

        string file = Assert.Single(Directory.GetFiles(Path.Combine(app.Folder, "kept-forms")));
        Assert.DoesNotContain("text", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        var store = app.Services.GetRequiredService<KeptFormStore>();
        store.Sweep();
        Assert.True(File.Exists(file));
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - KeptFormStore.Lifetime - TimeSpan.FromMinutes(1));
        store.Sweep();
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task One_network_cannot_fill_the_room()
    {
        await using App app = ProbeSignIn.Into(new App());
        using HttpClient browser = app.Browser();
        for (int i = 0; i < 31; i++)
        {
            var page = await PostAsync(browser, "/probe-secret", HttpStatusCode.Unauthorized);
            Assert.NotNull(page.QuerySelector("main textarea"));
        }

        Assert.Equal(30, Directory.GetFiles(Path.Combine(app.Folder, "kept-forms")).Length);
    }

    /// <summary>What a browser sends for a file that nobody chose.</summary>
    private static ByteArrayContent EmptyFile(string name)
    {
        ByteArrayContent nothing = new([]);
        nothing.Headers.Add("Content-Disposition", $"form-data; name=\"{name}\"; filename=\"\"");
        return nothing;
    }

    private static void SignIn(HttpClient browser, string account) => browser.DefaultRequestHeaders.Add(ProbeSignIn.Header, account);

    private static async Task<IHtmlDocument> PostAsync(
        HttpClient browser, string address, HttpStatusCode status, HttpContent? content = null)
    {
        using HttpResponseMessage answer = await PostRawAsync(browser, address, "Sec-Fetch-Site", "same-origin", content);
        Assert.Equal(status, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private static async Task<HttpResponseMessage> PostRawAsync(
        HttpClient browser, string address, string header, string value, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, address)
        {
            Content = content ?? new FormUrlEncodedContent(
            [
                new("text", Typed),
                new("choices", "a"),
                new("choices", "b"),
                new("__RequestVerificationToken", "stale"),
            ]),
        };
        request.Headers.Add(header, value);
        return await browser.SendAsync(request);
    }

    private static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage answer) =>
        await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    private static IHtmlFormElement SendAgain(IHtmlDocument page) =>
        Assert.IsAssignableFrom<IHtmlFormElement>(page.QuerySelector("main form[method=post]"));

    private static string? Value(IHtmlFormElement form, string name) => form.QuerySelector($"input[name={name}]")?.GetAttribute("value");

    private static async Task<string> SendAsync(HttpClient browser, IHtmlFormElement form)
    {
        using FormUrlEncodedContent content = new(form.QuerySelectorAll("input[type=hidden]")
            .Select(i => new KeyValuePair<string, string>(i.GetAttribute("name") ?? "", i.GetAttribute("value") ?? "")));
        using HttpResponseMessage answer = await browser.PostAsync(form.GetAttribute("action"), content);
        return await answer.Content.ReadAsStringAsync();
    }
}
