using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Notices;

namespace SocialCity.Tests.Conversation;

public sealed class CommentingTests
{
    [Fact]
    public async Task A_comment_is_counted_and_told_to_the_author_with_its_words()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        var before = await city.CountsAsync();
        await city.SayAsync(city.Citizen, "그네도 있나요?");

        var after = await city.CountsAsync();
        Assert.Equal(before.Comments + 1, after.Comments);
        Assert.True(after.Version > before.Version);
        Notice notice = await city.UseAsync(null, (db, _) => db.Notices.SingleAsync());
        Assert.Equal((NoticeKind.CommentWritten, city.Author.Id), (notice.Kind, notice.AccountId ?? 0));
        Assert.Contains("그네도 있나요?", notice.Facts()[NoticeFacts.Text], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_comment_leaves_no_trace_for_anybody_but_its_writer_and_the_author()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        var before = await city.CountsAsync();
        Comment secret = await city.SayAsync(city.Citizen, "제 연락처를 남깁니다", isSecret: true);
        Comment reply = await city.SayAsync(city.Author, "연락드리겠습니다", secret.Id);
        Comment again = await city.SayAsync(city.Citizen, "고맙습니다", reply.Id);

        Assert.Equal(before, await city.CountsAsync());
        Assert.True(reply.IsSecret && again.IsSecret);
        long[] all = [secret.Id, reply.Id, again.Id];
        Assert.Equal(all, all.Intersect(await city.SeenByAsync(city.Citizen)));
        Assert.Equal(all, all.Intersect(await city.SeenByAsync(city.Author)));
        foreach (Account? other in (Account?[])[null, city.Neighbour, city.Moderator])
        {
            Assert.Empty(all.Intersect(await city.SeenByAsync(other)));
        }

        List<Notice> notices = await city.UseAsync(null, (db, _) => db.Notices.ToListAsync());
        Assert.All(notices, n => Assert.DoesNotContain("연락", n.Data, StringComparison.Ordinal));
        Assert.Equal([city.Author.Id, city.Citizen.Id], notices.Select(n => n.AccountId ?? 0).Distinct().Order());
        Assert.Equal(0, await city.UseAsync(null, (db, _) => db.ModerationCases.CountAsync()));
        Assert.Equal(0, await city.UseAsync(null, (db, _) => db.SpamWords.CountAsync()));
    }

    [Fact]
    public async Task A_secret_comment_cannot_be_answered_reported_or_found_by_others()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment secret = await city.SayAsync(city.Citizen, "비밀입니다", isSecret: true);

        Assert.Equal(Commented.NotFound, await city.WriteAsync(city.Neighbour, "무슨 말인가요?", secret.Id));
        Assert.Equal(ModeratingOutcome.NotFound, (await city.UseAsync(
            city.Neighbour, (db, actor) => city.Moderating(db).ReportAsync(secret.Id, ModerationReason.Insult, "", actor, default))).Outcome);
    }

    [Fact]
    public async Task A_secret_reply_to_an_open_comment_is_for_its_writer_and_the_author_alone()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment open = await city.SayAsync(city.Citizen, "모두에게 하는 말");
        Comment secret = await city.SayAsync(city.Neighbour, "글쓴이께만", open.Id, isSecret: true);

        Assert.DoesNotContain(secret.Id, await city.SeenByAsync(city.Citizen));
        Assert.Contains(secret.Id, await city.SeenByAsync(city.Author));
        Assert.DoesNotContain(await city.UseAsync(null, (db, _) => db.Notices.ToListAsync()), n => n.AccountId == city.Citizen.Id);
    }

    [Fact]
    public async Task A_form_posted_twice_at_once_writes_one_comment()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        var before = await city.CountsAsync();
        Guid key = Guid.NewGuid();
        Commented[] results = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => city.WriteAsync(city.Citizen, "한 번만", key: key))));

        Assert.Single(results.Select(r => r.Comment?.Id).Distinct());
        Assert.Equal(before.Comments + 1, (await city.CountsAsync()).Comments);
    }

    [Fact]
    public async Task A_reply_to_a_reply_stands_beside_it()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment first = await city.SayAsync(city.Citizen, "첫째");
        Comment second = await city.SayAsync(city.Neighbour, "둘째", first.Id);
        Comment third = await city.SayAsync(city.Citizen, "셋째", second.Id);

        Assert.Equal(first.Id, third.ParentId);
        Assert.Contains(await city.UseAsync(null, (db, _) => db.Notices.ToListAsync()), n => n.Kind == NoticeKind.CommentAnswered && n.AccountId == city.Neighbour.Id);
    }

    [Fact]
    public async Task A_comment_can_be_corrected_for_fifteen_minutes_by_its_writer()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Citizen, "오타 있슴");
        Assert.Equal(Commented.NotFound, await EditAsync(city, city.Neighbour, comment, "남의 글"));
        city.Database.Time.Now += Comment.EditWindow;
        Assert.Null((await EditAsync(city, city.Citizen, comment, "오타 **없음**")).Refusal);
        city.Database.Time.Now += TimeSpan.FromSeconds(1);

        Assert.Equal(CommentRefusal.TooLate, (await EditAsync(city, city.Citizen, comment, "늦음")).Refusal);
        Assert.Equal("<p>오타 <strong>없음</strong></p>", (await city.ReadAsync(comment)).Html.Trim());
    }

    [Fact]
    public async Task A_correction_that_adds_a_link_is_held_and_no_longer_counted()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Citizen, "좋아요");
        var before = await city.CountsAsync();
        await EditAsync(city, city.Citizen, comment, "좋아요 https://spam.example/");

        Assert.Equal(CommentState.Held, (await city.ReadAsync(comment)).State);
        Assert.Equal(before.Comments - 1, (await city.CountsAsync()).Comments);
        Assert.DoesNotContain(comment.Id, await city.SeenByAsync(city.Neighbour));
    }

    [Fact]
    public async Task One_that_is_held_after_a_correction_keeps_its_place_for_its_replies()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment answered = await city.SayAsync(city.Citizen, "좋아요");
        Comment reply = await city.SayAsync(city.Neighbour, "저도요", answered.Id);
        await EditAsync(city, city.Citizen, answered, "좋아요 https://spam.example/");

        foreach (Account? reader in (Account?[])[null, city.Neighbour, city.Citizen])
        {
            Assert.Equal([answered.Id, reply.Id], (await city.SeenByAsync(reader)).TakeLast(2));
        }
    }

    [Fact]
    public async Task What_its_writer_removes_keeps_its_place_only_where_somebody_replied()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment alone = await city.SayAsync(city.Citizen, "혼자");
        Comment answered = await city.SayAsync(city.Citizen, "답 받음");
        Comment reply = await city.SayAsync(city.Neighbour, "답", answered.Id);
        var before = await city.CountsAsync();
        foreach (Comment comment in (Comment[])[alone, answered])
        {
            await city.UseAsync(city.Citizen, (db, actor) => city.Commenting(db).RemoveAsync(comment.Id, actor, default));
        }

        IReadOnlyList<long> seen = await city.SeenByAsync(null);
        Assert.DoesNotContain(alone.Id, seen);
        Assert.Contains(answered.Id, seen);
        Assert.Contains(reply.Id, seen);
        Assert.Equal("", (await city.ReadAsync(answered)).Text);
        Assert.Equal(before.Comments - 2, (await city.CountsAsync()).Comments);
    }

    [Fact]
    public async Task Who_has_not_confirmed_an_address_cannot_comment()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Commented refused = await city.UseAsync(city.Citizen, (db, actor) => city.Commenting(db).WriteAsync(
            ConversationSubject.Article, city.ArticleId, null, new CommentContent("안녕하세요"), FormSigns.Unsuspicious,
            actor with { Level = IdentityLevel.Guest }, Guid.NewGuid(), default));
        Assert.Equal(CommentRefusal.LevelTooLow, refused.Refusal);
    }

    [Fact]
    public async Task Reactions_at_once_leave_one_and_count_one()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        ReactionKind[] kinds = Enum.GetValues<ReactionKind>();
        await Task.WhenAll(kinds.Concat(kinds).Select(kind => Task.Run(() => ReactAsync(city, city.Citizen, kind))));

        Assert.Equal(1, (await city.CountsAsync()).Reactions);
        Assert.Equal(1, await city.UseAsync(null, (db, _) => db.Reactions.CountAsync()));
        await ReactAsync(city, city.Citizen, null);
        await ReactAsync(city, city.Citizen, null);
        Assert.Equal(0, (await city.CountsAsync()).Reactions);
    }

    [Fact]
    public async Task Counting_afresh_mends_what_differs()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        await ReactAsync(city, city.Citizen, ReactionKind.Useful);
        var right = await city.CountsAsync();
        Assert.Equal(0, await city.UseAsync(null, (db, _) => new ArticleConversation(db).RecountAsync(default)));
        await city.UseAsync(null, async (db, _) => await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.CommentCount, 99)));

        Assert.Equal(1, await city.UseAsync(null, (db, _) => new ArticleConversation(db).RecountAsync(default)));
        var mended = await city.CountsAsync();
        Assert.Equal((right.Comments, right.Reactions), (mended.Comments, mended.Reactions));
    }

    [Fact]
    public async Task Closing_an_account_takes_the_words_the_name_and_the_counts_away()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment comment = await city.SayAsync(city.Citizen, "제가 쓴 말");
        await city.SayAsync(city.Neighbour, "답", comment.Id);
        await ReactAsync(city, city.Citizen, ReactionKind.Thanks);
        await city.UseAsync(city.Citizen, async (db, actor) =>
        {
            await new ConversationPersonalData(db, TalkCity.Subjects(db), city.Database.Time).ForgetAsync(actor.AccountId ?? 0, default);
            return 0;
        });

        Comment left = await city.ReadAsync(comment);
        Assert.Equal((CommentState.Removed, "", (long?)null), (left.State, left.Text, left.AuthorId));
        Assert.Equal(0, await city.UseAsync(null, (db, _) => new ArticleConversation(db).RecountAsync(default)));
    }

    private static Task<Commented> EditAsync(TalkCity city, Account account, Comment comment, string text) =>
        city.UseAsync(account, (db, actor) => city.Commenting(db).EditAsync(comment.Id, text, FormSigns.Unsuspicious, actor, default));

    private static Task<Topic?> ReactAsync(TalkCity city, Account account, ReactionKind? kind) =>
        city.UseAsync(account, (db, actor) => city.Reacting(db).ReactAsync(ConversationSubject.Article, city.ArticleId, kind, actor, default));
}
