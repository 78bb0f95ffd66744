using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Audit;
using SocialCity.Conversation;
using SocialCity.Notices;

namespace SocialCity.Tests.Conversation;

public sealed class ModeratingTests
{
    [Fact]
    public async Task A_first_comment_waits_and_only_its_writer_sees_it()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        var before = await city.CountsAsync();
        Comment held = await city.SayAsync(city.Newcomer, "처음 뵙겠습니다");

        Assert.Equal(CommentState.Held, held.State);
        Assert.Equal(before, await city.CountsAsync());
        Assert.Contains(held.Id, await city.SeenByAsync(city.Newcomer));
        foreach (Account? other in (Account?[])[null, city.Author, city.Neighbour, city.Moderator])
        {
            Assert.DoesNotContain(held.Id, await city.SeenByAsync(other));
        }

        Assert.Empty(await NoticesAsync(city));
        Assert.Equal(ModeratingOutcome.Done, (await city.DecideAsync(city.Moderator, held, ModerationReason.WithinRules)).Outcome);
        Assert.Equal(before.Comments + 1, (await city.CountsAsync()).Comments);
        Assert.Equal(
            [(NoticeKind.CommentShown, city.Newcomer.Id), (NoticeKind.CommentWritten, city.Author.Id)],
            (await NoticesAsync(city)).Select(n => (n.Kind, n.AccountId ?? 0)).OrderByDescending(n => n.Kind));
        Assert.Equal(CommentState.Visible, (await city.SayAsync(city.Newcomer, "두 번째입니다")).State);
    }

    [Fact]
    public async Task A_report_opens_one_case_and_each_person_reports_once()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Citizen, "거친 말");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ReportAsync(city, city.Neighbour, comment))));
        await ReportAsync(city, city.Newcomer, comment);

        ModerationCase found = await city.UseAsync(null, (db, _) => db.ModerationCases.SingleAsync());
        Assert.Equal((ModerationCause.Reported, 2), (found.Cause, found.ReportCount));
        Assert.Equal(CommentState.Visible, (await city.ReadAsync(comment)).State);
        Assert.Equal(ModeratingOutcome.Refused, (await ReportAsync(city, city.Citizen, comment)).Outcome);
    }

    [Fact]
    public async Task What_is_hidden_says_why_is_told_to_its_writer_and_can_be_appealed_once_to_somebody_else()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Citizen, "시청은 무엇을 하고 있습니까");
        await ReportAsync(city, city.Neighbour, comment);
        var before = await city.CountsAsync();
        await city.DecideAsync(city.Moderator, comment, ModerationReason.Insult, "거친 말이 있습니다.");

        Comment hidden = await city.ReadAsync(comment);
        Assert.Equal((CommentState.Hidden, ModerationReason.Insult), (hidden.State, hidden.HiddenFor));
        Assert.Contains(comment.Id, await city.SeenByAsync(null));
        Assert.Equal(before.Comments - 1, (await city.CountsAsync()).Comments);
        Assert.Contains(await NoticesAsync(city), n => n.Kind == NoticeKind.CommentHidden && n.AccountId == city.Citizen.Id);

        Assert.Equal(ModeratingOutcome.NotFound, (await AppealAsync(city, city.Neighbour, comment)).Outcome);
        Assert.Equal(ModeratingOutcome.Done, (await AppealAsync(city, city.Citizen, comment)).Outcome);
        Assert.Equal(ModerationRefusal.NoAppeal, (await AppealAsync(city, city.Citizen, comment)).Refusal);
        Assert.Equal(ModerationRefusal.OwnDecision, (await city.DecideAsync(city.Moderator, comment, ModerationReason.Criticism)).Refusal);
        Assert.Equal(ModeratingOutcome.Done, (await city.DecideAsync(city.Second, comment, ModerationReason.Criticism, "비판입니다.")).Outcome);

        Assert.Equal(CommentState.Visible, (await city.ReadAsync(comment)).State);
        Assert.Equal(before.Comments, (await city.CountsAsync()).Comments);
        Assert.Contains(await NoticesAsync(city), n => n.Kind == NoticeKind.AppealDecided && n.AccountId == city.Citizen.Id);
        Assert.Equal(
            [ModerationAct.Reported, ModerationAct.Hidden, ModerationAct.Appealed, ModerationAct.Reversed],
            await city.UseAsync(null, (db, _) => db.Set<ModerationFact>().OrderBy(f => f.Id).Select(f => f.Act).ToListAsync()));
    }

    [Fact]
    public async Task Two_moderators_at_once_decide_once()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment held = await city.SayAsync(city.Newcomer, "처음 뵙겠습니다");
        Moderated[] results = await Task.WhenAll(
            Task.Run(() => city.DecideAsync(city.Moderator, held, ModerationReason.WithinRules)),
            Task.Run(() => city.DecideAsync(city.Second, held, ModerationReason.Insult)));

        Assert.Single(results, r => r.Outcome == ModeratingOutcome.Done);
        Assert.Single(results, r => r.Refusal == ModerationRefusal.NotOpen);
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_words_or_without_a_reason_in_words()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Moderator, "운영자의 말");
        await ReportAsync(city, city.Neighbour, comment);

        Assert.Equal(ModerationRefusal.OwnWords, (await city.DecideAsync(city.Moderator, comment, ModerationReason.WithinRules)).Refusal);
        Assert.Equal(ModerationRefusal.NeedsText, (await city.DecideAsync(city.Second, comment, ModerationReason.Insult, " ")).Refusal);
    }

    [Fact]
    public async Task A_reported_secret_comment_is_opened_only_with_an_entry_in_the_log()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment secret = await city.SayAsync(city.Citizen, "비밀스러운 말", isSecret: true);
        await ReportAsync(city, city.Author, secret);
        Comment? opened = await city.UseAsync(city.Moderator, async (db, actor) =>
            await city.Moderating(db).ReadSecretAsync(await TalkCity.CaseIdAsync(db, secret), actor, "203.0.113.9", default));

        Assert.Equal("비밀스러운 말", opened?.Text);
        AuditEntry entry = await city.UseAsync(null, (db, _) => db.AuditEntries.SingleAsync(e => e.Action == "comment.secret.read"));
        Assert.Equal((AuditKind.Access, city.Moderator.Id, $"account:{city.Citizen.Id}"), (entry.Kind, entry.ActorId ?? 0, entry.Subject));
        await city.DecideAsync(city.Moderator, secret, ModerationReason.Advertising);
        Assert.DoesNotContain(secret.Id, await city.SeenByAsync(city.Neighbour));
        Assert.Equal(0, await city.UseAsync(null, (db, _) => db.SpamWords.CountAsync()));
        Assert.Null(await city.UseAsync(city.Moderator, async (db, actor) =>
            await city.Moderating(db).ReadSecretAsync(await TalkCity.CaseIdAsync(db, secret), actor, null, default)));
    }

    [Fact]
    public async Task What_its_writer_takes_away_needs_no_decision()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment held = await city.SayAsync(city.Newcomer, "처음 뵙겠습니다");
        await city.UseAsync(city.Newcomer, (db, actor) => city.Commenting(db).RemoveAsync(held.Id, actor, default));
        Assert.Equal(ModerationRefusal.NotOpen, (await city.DecideAsync(city.Moderator, held, ModerationReason.WithinRules)).Refusal);
    }

    private static Task<Moderated> ReportAsync(TalkCity city, Account by, Comment comment) =>
        city.UseAsync(by, (db, actor) => city.Moderating(db).ReportAsync(comment.Id, ModerationReason.Insult, "거칩니다", actor, default));

    private static Task<Moderated> AppealAsync(TalkCity city, Account by, Comment comment) => city.UseAsync(
        by, async (db, actor) => await city.Moderating(db).AppealAsync(await TalkCity.CaseIdAsync(db, comment), "비판도 의견입니다", actor, default));

    private static Task<List<Notice>> NoticesAsync(TalkCity city) => city.UseAsync(null, (db, _) => db.Notices.OrderBy(n => n.Id).ToListAsync());

    [Theory]
    [InlineData(ModerationTarget.Mention, null)]
    [InlineData(ModerationTarget.Comment, ModerationRefusal.NotOpen)]
    public void Moderators_may_think_again_about_what_another_site_says(ModerationTarget target, ModerationRefusal? again)
    {
        DateTime now = new(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc);
        Actor moderator = new(7, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Moderator)]);
        ModerationCase found = new(target, 1, null, ModerationCause.Links, now);

        Assert.Null(found.Decide(ModerationReason.WithinRules, "괜찮습니다.", moderator, now));
        Assert.Equal(again, found.Decide(ModerationReason.Defamation, "다시 보니 아닙니다.", moderator, now.AddHours(1)));

        Assert.Equal(again is null ? ModerationState.Hidden : ModerationState.Kept, found.State);
    }
}
