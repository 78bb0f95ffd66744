using System.Net.Mail;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SocialCity.Notices;
using SocialCity.Web.Shared.Mailing;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests.Mailing;

/// <summary>From the outbox to the file or the wire.</summary>
public sealed class MailTests(App app) : IClassFixture<App>
{
    private static readonly Dictionary<string, string> Facts = new(StringComparer.Ordinal)
    {
        [NoticeFacts.ComplaintId] = "17",
        [NoticeFacts.Receiver] = NoticeFacts.ToPetitioner,
        [NoticeFacts.Number] = "2026-000017",
        [NoticeFacts.Title] = "보도블록이 <b>깨졌어요</b>",
        [NoticeFacts.Name] = "김누리",
        [NoticeFacts.Department] = "도로과",
        [NoticeFacts.Officer] = "박주무",
        [NoticeFacts.Phone] = "02-123-4567",
        [NoticeFacts.Due] = "2026-09-30T14:59:59.0000000Z",
        [NoticeFacts.Text] = "**다음 주**에 고치겠습니다.\n\n<script>alert(1)</script>",
    };

    public static TheoryData<NoticeKind, string> EveryKindAndLanguage()
    {
        TheoryData<NoticeKind, string> all = [];
        foreach (NoticeKind kind in Enum.GetValues<NoticeKind>().Where(k => k >= NoticeKind.ConfirmComplaint && k != NoticeKind.NewsletterDigest))
        {
            foreach (string language in (string[])["ko", "en", "ja"])
            {
                all.Add(kind, language);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryKindAndLanguage))]
    public async Task Each_kind_is_worded_in_the_receivers_language_and_both_forms_say_the_same(NoticeKind kind, string language)
    {
        Mail mail = await WriteAsync(kind, language, Facts);

        var html = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(mail.Html);
        Assert.Equal(language, mail.Language);
        Assert.Equal(language, html.DocumentElement.GetAttribute("lang"));
        Assert.StartsWith("[", mail.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', mail.Subject);
        string title = html.QuerySelector("h1")!.TextContent;
        Assert.EndsWith(title, mail.Subject, StringComparison.Ordinal);
        Assert.StartsWith(title, mail.Text, StringComparison.Ordinal);
        foreach (var part in html.QuerySelectorAll("p:not(.city):not(.foot p), td, th, h2, li").Where(p => p.Closest("blockquote, .foot") is null))
        {
            Assert.Contains(Fold(part.TextContent), Fold(mail.Text), StringComparison.Ordinal);
        }

        bool hasHangul = (title + string.Concat(html.QuerySelectorAll(".sheet > p:not(.city), th, h2").Select(e => e.TextContent))).Replace("김누리", "", StringComparison.Ordinal)
            .Replace("도로과", "", StringComparison.Ordinal).Replace(Facts[NoticeFacts.Title], "", StringComparison.Ordinal).Any(c => c is >= '가' and <= '힣');
        Assert.Equal(language == "ko", hasHangul);
    }

    [Theory]
    [InlineData(NoticeKind.ComplaintExtended)]
    [InlineData(NoticeKind.ComplaintAsked)]
    [InlineData(NoticeKind.ComplaintProgress)]
    [InlineData(NoticeKind.ComplaintAnswered)]
    [InlineData(NoticeKind.ComplaintClosed)]
    public async Task Notices_of_the_law_name_department_handler_and_contact(NoticeKind kind)
    {
        Mail mail = await WriteAsync(kind, "ko", Facts);

        foreach (string told in (string[])["도로과", "박주무", "02-123-4567"])
        {
            Assert.Contains(told, mail.Text, StringComparison.Ordinal);
            Assert.Contains(told, mail.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_extension_names_its_ground_and_the_new_date()
    {
        Mail mail = await WriteAsync(NoticeKind.ComplaintExtended, "ko", new(Facts, StringComparer.Ordinal) { [NoticeFacts.Ground] = "FactsOrSite" });

        Assert.Contains("사실이나 현장을 확인해야", mail.Text, StringComparison.Ordinal);
        Assert.Contains("2026년 9월 30일 (수) 23:59", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "분류할 민원이 있습니다")]
    [InlineData("", "맡을 민원이 있습니다")]
    public async Task Who_sorts_is_told_apart_from_who_is_in_charge(string unsorted, string title)
    {
        Mail mail = await WriteAsync(NoticeKind.ComplaintOnDesk, "ko", new(Facts, StringComparer.Ordinal) { [NoticeFacts.Unsorted] = unsorted });

        Assert.Contains(title, mail.Subject, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NotAccepted", true)]
    [InlineData("NotOurs", true)]
    [InlineData("Repeated", true)]
    [InlineData("Solved", false)]
    public async Task A_refusal_names_the_remedies(string outcome, bool isRefusal)
    {
        foreach (NoticeKind kind in (NoticeKind[])[NoticeKind.ComplaintAnswered, NoticeKind.ComplaintClosed])
        {
            Mail mail = await WriteAsync(kind, "ko", new(Facts, StringComparer.Ordinal) { [NoticeFacts.Outcome] = outcome });
            Assert.Equal(isRefusal, mail.Text.Contains("국민권익위원회", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_people_wrote_is_text_and_never_markup()
    {
        Mail mail = await WriteAsync(NoticeKind.ComplaintAnswered, "ko", Facts);

        Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>깨졌", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>다음 주</strong>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("> **다음 주**에", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_a_mail_is_written_in_ASCII()
    {
        Mail mail = await WriteAsync(NoticeKind.ArticlePublished, "ko", new(Facts, StringComparer.Ordinal) { [NoticeFacts.Path] = "/blog/우리-골목" });

        Assert.Contains($"http://localhost/blog/{Uri.EscapeDataString("우리-골목")}\n", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/blog/우리", mail.Html + mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guests_mail_leads_to_the_complaint_without_signing_in()
    {
        Mail mail = await WriteAsync(NoticeKind.ComplaintAnswered, "ko", Facts);

        Assert.Contains("http://localhost/complaints/follow", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mails_become_files_that_a_mail_program_reads()
    {
        string folder = Directory.CreateTempSubdirectory("socialcity-mail-").FullName;
        FolderMail channel = new(Messages(new MailOptions()), folder);
        Mail mail = await WriteAsync(NoticeKind.ComplaintAnswered, "ko", Facts);

        await channel.SendAsync(mail with { UnsubscribeUrl = new Uri("https://city.example/u?k=1") }, default);

        ReadMail read = ReadMail.OnlyOneIn(folder);
        Assert.Equal(mail.Subject, read.Subject);
        Assert.Contains("guest@nuri.example", read.Header("To"), StringComparison.Ordinal);
        Assert.Contains("no-reply@localhost", read.Header("From"), StringComparison.Ordinal);
        Assert.Equal($"<{mail.MessageId}>", read.Header("Message-ID"));
        Assert.True(DateTimeOffset.TryParse(read.Header("Date"), System.Globalization.CultureInfo.InvariantCulture, out _));
        Assert.Equal("<https://city.example/u?k=1>", read.Header("List-Unsubscribe"));
        Assert.Equal(mail.Text.TrimEnd(), read.Text.TrimEnd());
        Assert.Contains("<h1>", read.Html, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("제목\r\nBcc: thief@evil.example")]
    [InlineData("제목\nBcc: thief@evil.example")]
    [InlineData("title\u2028Bcc: thief@evil.example\r\n\r\nbody")]
    public async Task A_name_or_a_title_never_begins_a_header(string evil)
    {
        string folder = Directory.CreateTempSubdirectory("socialcity-mail-").FullName;
        FolderMail channel = new(Messages(new MailOptions()), folder);

        await channel.SendAsync(new Mail("a@nuri.example", evil, "ko", evil, "본문", "<p>본문</p>", "1@localhost"), default);

        ReadMail read = ReadMail.OnlyOneIn(folder);
        Assert.DoesNotContain(read.HeaderNames, n => n.Contains("bcc", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("thief", read.Header("To"), StringComparison.Ordinal);
        Assert.Equal("본문", read.Text.Trim());
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("a@nuri.example\r\nBcc: thief@evil.example")]
    [InlineData("a@nuri.example, thief@evil.example")]
    public async Task An_address_is_one_address_or_none(string evil)
    {
        string folder = Directory.CreateTempSubdirectory("socialcity-mail-").FullName;
        FolderMail channel = new(Messages(new MailOptions()), folder);

        await Assert.ThrowsAnyAsync<FormatException>(() =>
            channel.SendAsync(new Mail(evil, "누리시", "ko", "제목", "본문", "<p>본문</p>", "1@localhost"), default));

        Assert.Empty(Directory.GetFiles(folder));
        Directory.Delete(folder);
    }

    [Fact]
    public async Task Mails_go_to_an_smtp_server()
    {
        await using SmtpServer server = new();
        MailOptions options = new() { Channel = MailChannel.Smtp, Host = "127.0.0.1", Port = server.Port, Tls = false, From = "portal@city.example" };
        Mail mail = await WriteAsync(NoticeKind.ComplaintAnswered, "ja", Facts);

        await new SmtpMail(Messages(options), Options.Create(options)).SendAsync(mail, default);

        ReadMail read = new(Assert.Single(server.Mails));
        Assert.Equal(mail.Subject, read.Subject);
        Assert.Equal(mail.Text.TrimEnd(), read.Text.TrimEnd());
        Assert.Contains(server.Commands, c => c.StartsWith("MAIL FROM:<portal@city.example>", StringComparison.Ordinal));
        Assert.Contains(server.Commands, c => c.StartsWith("RCPT TO:<guest@nuri.example>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_without_tls_gets_no_mail_when_tls_is_wanted()
    {
        await using SmtpServer server = new();
        MailOptions options = new() { Channel = MailChannel.Smtp, Host = "127.0.0.1", Port = server.Port, From = "portal@city.example" };

        await Assert.ThrowsAsync<SmtpException>(async () =>
            await new SmtpMail(Messages(options), Options.Create(options)).SendAsync(await WriteAsync(NoticeKind.ComplaintAnswered, "ko", Facts), default));

        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task A_refused_receiver_is_a_failure()
    {
        await using SmtpServer server = new() { RefusesReceivers = "550 no such user" };
        MailOptions options = new() { Channel = MailChannel.Smtp, Host = "127.0.0.1", Port = server.Port, Tls = false, From = "portal@city.example" };

        await Assert.ThrowsAnyAsync<SmtpException>(async () =>
            await new SmtpMail(Messages(options), Options.Create(options)).SendAsync(await WriteAsync(NoticeKind.ComplaintAnswered, "ko", Facts), default));
    }

    [Theory]
    [InlineData("Channel", "Smtp", "Mail:Host")]
    [InlineData("Channel", "Pigeon", "Pigeon")]
    [InlineData("From", "nobody", "Mail:From")]
    [InlineData("User", "portal", "Mail:Password")]
    [InlineData("Port", "0", "Mail:Port")]
    public void A_wrong_setting_of_the_mail_stops_the_start(string setting, string value, string told) =>
        Assert.Contains(told, Fault<MailOptions>("Mail", setting, value).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("nuri.example")]
    [InlineData("ftp://nuri.example")]
    [InlineData("https://nuri.example/?a=1")]
    [InlineData("https://somebody@nuri.example")]
    public void A_wrong_address_of_the_site_stops_the_start(string address) =>
        Assert.Contains("Site:Address", Fault<SiteOptions>("Site", "Address", address).Message, StringComparison.Ordinal);

    private static StartupException Fault<T>(string section, string setting, string value)
        where T : class, new()
    {
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new($"{section}:{setting}", value)])
            .Build();
        return Assert.Throws<StartupException>(() => Settings.Read<T>(configuration.GetSection(section)));
    }

    private static string Fold(string text) =>
        string.Join(' ', text.Split([' ', '\n', '\r', '\t', '-', '>'], StringSplitOptions.RemoveEmptyEntries));

    private MailMessages Messages(MailOptions options) =>
        new(Options.Create(options), app.Services.GetRequiredService<SiteAddress>());

    private Task<Mail> WriteAsync(NoticeKind kind, string language, Dictionary<string, string> facts) =>
        app.Use(async (INoticeWriter writer) =>
        {
            string before = System.Globalization.CultureInfo.CurrentUICulture.Name;
            Mail? mail = await writer.WriteAsync(Notice.ToAddress("guest@nuri.example", language, kind, facts, app.Clock.UtcNow), default);
            Assert.Equal(before, System.Globalization.CultureInfo.CurrentUICulture.Name);
            return Assert.IsType<Mail>(mail);
        });
}
