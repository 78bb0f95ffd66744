using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Conversation;
using SocialCity.Conversation.Mentions;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>Lets the people of Nuri talk below its articles: comments, replies, secrets, reactions, and some work for the moderator.</summary>
public static class DemoTalk
{
    private const int Seed = 11;
    private const int MostThreads = 9;
    private const int MostReactions = 30;

    internal static readonly string[] Comments =
    [
        "좋은 소식 고맙습니다. 주말에 아이들과 가 보려고 합니다.",
        "사진만 봐도 마음이 환해지네요. 직접 보면 더 좋겠어요.",
        "우리 동네에도 이런 곳이 있으면 좋겠습니다. 다음 차례는 어디인가요?",
        "유모차로도 다닐 수 있는지 궁금합니다.",
        "주차할 곳이 넉넉한지 미리 알려 주시면 좋겠어요.",
        "지난번에 다녀왔는데 안내하시는 분이 무척 친절하셨습니다.",
        "처음 알았습니다. 이런 이야기를 더 자주 들려주세요.",
        "솔직히 작년보다 준비가 늦은 것 같습니다. 올해는 일정을 꼭 지켜 주세요.",
        "어르신들이 보기 쉽게 큰 글씨 안내문도 붙여 주시면 좋겠습니다.",
        "버스 배차가 **한 시간에 한 대**라 가기 어렵습니다. 함께 살펴봐 주세요.",
        "글이 알기 쉬워서 끝까지 읽었습니다. 응원합니다!",
        "시장 상인으로서 반가운 소식입니다. 저희도 함께하겠습니다.",
        "비 오는 날에는 어떻게 하나요?\n\n미뤄지면 문자로 알려 주시나요?",
        "이 길을 매일 걷는데 이야기를 알고 나니 새롭게 보입니다.",
        "담당자분들 고생 많으셨습니다.",
        "예산이 얼마나 들었는지도 함께 적어 주시면 더 믿음이 갈 것 같아요.",
        "저도 자원봉사로 돕고 싶은데 어디에 신청하면 되나요?",
        "아침마다 산책하는 사람인데 벤치가 조금 더 있으면 좋겠습니다.",
    ];

    private static readonly string[] Answers =
    [
        "반갑습니다. 유모차와 휠체어로도 다닐 수 있게 턱을 모두 없앴습니다.",
        "좋은 의견 고맙습니다. 다음 회의에서 함께 살펴보겠습니다.",
        "주차는 공영주차장을 이용하시면 됩니다. 걸어서 5분 거리입니다.",
        "비가 오면 하루 전에 이 블로그와 알림으로 알려 드리겠습니다.",
        "말씀하신 부분이 빠졌네요. 본문에 덧붙였습니다.",
    ];

    internal static readonly string[] Replies =
    [
        "저도 같은 생각입니다.",
        "지난주에 가 보니 자리가 넉넉했어요.",
        "알려 주셔서 고맙습니다!",
        "버스는 정말 더 있어야 해요.",
    ];

    private static readonly string[] Secrets =
    [
        "글에 나온 전화번호가 예전 번호 같아요. 확인 부탁드립니다.",
        "행사 사진에 저희 아이 얼굴이 크게 나왔는데 바꿔 주실 수 있을까요?",
    ];

    private static readonly (string Text, SpamSign[] Signs)[] Held =
    [
        ("안녕하세요, 이사 온 지 얼마 안 되었는데 좋은 정보 얻어 갑니다.", [new(SpamSignKind.FirstComment, 0)]),
        ("저희 동아리에서도 소개했습니다: https://club.example/nuri", [new(SpamSignKind.Links, 15, 1)]),
        ("당일 대출 상담 환영!! 지금 바로 https://money.example 로 오세요", [new(SpamSignKind.FirstComment, 0), new(SpamSignKind.TooFast, 40, 1), new(SpamSignKind.Links, 15, 1)]),
    ];

    /// <summary>Pages elsewhere that speak of articles: nobody visits them.</summary>
    private static readonly (string Source, MentionContent Content, bool IsShown)[] Elsewhere =
    [
        ("https://walks.example/diary/312", new("오늘 읽은 좋은 글", "걷는 이웃", "도시 블로그에서 이 글을 읽고 궁금하던 것이 풀렸다. 담당자가 직접 쓰니 더 믿음이 간다.", null), true),
        ("https://village-letter.example/no/214", new("마을편지 214호: 이번 주 우리 동네 소식", "마을편지", "시에서 쓴 글이 이번 주에 가장 많이 읽혔다. 댓글에 담긴 이야기도 볼 만하다.", null), true),
        ("https://readers.example/notes/nuri", new("누리시 블로그를 읽는 모임", "", "이번 달에는 이 글을 함께 읽고 이야기했다.", null), false),
    ];

    /// <summary>Inside the transaction of the caller.</summary>
    /// <param name="db">Where the articles are.</param>
    /// <param name="articles">Published, the newest first.</param>
    /// <param name="people">Citizens who comment.</param>
    /// <param name="moderatorId">Who let the pages elsewhere be shown.</param>
    /// <param name="now">UTC. Until then these pages link here, as far as anybody knows.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public static async Task FillAsync(
        CityDb db, IReadOnlyList<Article> articles, IReadOnlyList<Account> people, long moderatorId, DateTime now,
        CancellationToken cancellationToken = default)
    {
        Random random = new(Seed);
        ArticleConversation conversation = new(db);
        foreach (Article article in articles.Where(a => a is { IsPublished: true, TakesComments: true, PublishedAt: not null }))
        {
            Topic topic = await conversation.FindAsync(article.Id, Actor.Guest, cancellationToken)
                ?? throw new InvalidOperationException($"'{article.Title}' is not there.");
            List<Comment> written = await TalkAsync(db, article, topic, people, random, cancellationToken);
            List<Account> moved = [.. people.OrderBy(_ => random.Next()).Take(random.Next(MostReactions))];
            db.AddRange(moved.Select((account, i) => new Reaction(topic.Subject, topic.Id, account.Id, KindOf(random), written[0].CreatedAt.AddMinutes(i))));
            await db.SaveChangesAsync(cancellationToken);
            await conversation.CountAsync(article.Id, new TalkChange(written.Count(c => c.IsCounted), moved.Count), cancellationToken);
        }

        await WorkForModeratorsAsync(db, articles, people, conversation, cancellationToken);
        await SpeakElsewhereAsync(db, articles, conversation, moderatorId, now, cancellationToken);
    }

    private static async Task<List<Comment>> TalkAsync(
        CityDb db, Article article, Topic topic, IReadOnlyList<Account> people, Random random, CancellationToken cancellationToken)
    {
        DateTime at = article.PublishedAt ?? article.CreatedAt;
        List<Comment> written = [];
        foreach (string text in Comments.OrderBy(_ => random.Next()).Take(1 + random.Next(MostThreads)))
        {
            at = at.AddMinutes(random.Next(4, 90));
            Comment first = Write(topic, null, text, people[random.Next(people.Count)].Id, at);
            written.Add(first);
            db.Add(first);
            await db.SaveChangesAsync(cancellationToken);
            if (random.Next(4) == 0)
            {
                written.Add(Write(topic, first, Replies[random.Next(Replies.Length)], people[random.Next(people.Count)].Id, at.AddMinutes(2)));
            }

            if (random.Next(3) == 0 && article.Authors is [var author, ..])
            {
                long? department = article.IsStory ? null : article.DepartmentId;
                written.Add(Write(topic, first, Answers[random.Next(Answers.Length)], author.AccountId, at.AddMinutes(3), department: department));
            }
        }

        if (random.Next(5) == 0)
        {
            written.Add(Write(topic, null, Secrets[random.Next(Secrets.Length)], people[random.Next(people.Count)].Id, at.AddMinutes(5), isSecret: true));
        }

        db.AddRange(written.Where(c => c.Id == 0));
        await db.SaveChangesAsync(cancellationToken);
        return written;
    }

    private static async Task SpeakElsewhereAsync(
        CityDb db, IReadOnlyList<Article> articles, ArticleConversation conversation, long moderatorId, DateTime now, CancellationToken cancellationToken)
    {
        // Not the very newest: what is said of an article is said some time after it.
        List<Article> open = [.. articles.Where(a => a is { IsPublished: true, TakesComments: true, PublishedAt: not null }).Skip(Held.Length).Take(Elsewhere.Length)];
        foreach ((Article article, var (source, content, isShown)) in open.Zip(Elsewhere))
        {
            DateTime at = (article.PublishedAt ?? article.CreatedAt).AddHours(9);
            Mention mention = new(new MentionPlace(ConversationSubject.Article, article.Id), new Uri(source), new Uri("https://nuri.example" + article.Path), at);
            mention.Found(content, now);
            mention.Sent(now);
            db.Add(mention);
            await db.SaveChangesAsync(cancellationToken);
            ModerationCase found = new(ModerationTarget.Mention, mention.Id, null, ModerationCause.Mention, at);
            db.Add(found);
            if (isShown)
            {
                Actor moderator = new(moderatorId, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Moderator)]);
                found.Decide(ModerationReason.WithinRules, "살펴보니 규칙에 맞는 글입니다.", moderator, at.AddHours(1));
                mention.Show(at.AddHours(1));
                await conversation.CountAsync(article.Id, new TalkChange(Mentions: 1), cancellationToken);
            }

            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Held comments, and one that was reported, below the newest articles.</summary>
    private static async Task WorkForModeratorsAsync(
        CityDb db, IReadOnlyList<Article> articles, IReadOnlyList<Account> people, ArticleConversation conversation, CancellationToken cancellationToken)
    {
        List<Article> open = [.. articles.Where(a => a is { IsPublished: true, TakesComments: true, PublishedAt: not null }).Take(Held.Length)];
        foreach ((Article article, int index) in open.Select((a, i) => (a, i)))
        {
            Topic topic = await conversation.FindAsync(article.Id, Actor.Guest, cancellationToken)
                ?? throw new InvalidOperationException($"'{article.Title}' is not there.");
            (string text, SpamSign[] signs) = Held[index];
            int score = signs.Sum(s => s.Points);
            ModerationCause cause = score >= SpamVerdict.HeldFrom ? ModerationCause.Spam
                : Array.Exists(signs, s => s.Kind == SpamSignKind.Links) ? ModerationCause.Links
                : ModerationCause.FirstComment;
            DateTime at = (article.PublishedAt ?? article.CreatedAt).AddHours(2 + index);
            Account writer = people[index];
            Comment held = new(topic, null, new CommentContent(text), writer.Id, new SpamVerdict(score, signs, cause), Guid.NewGuid(), at);
            db.Add(held);
            await db.SaveChangesAsync(cancellationToken);
            db.Add(new ModerationCase(ModerationTarget.Comment, held.Id, writer.Id, cause, at));
        }

        long reporter = people[0].Id;
        if (await db.Comments.Public().Where(c => c.AuthorId != null && c.AuthorId != reporter && c.DepartmentId == null).OrderByDescending(c => c.Id)
            .FirstOrDefaultAsync(cancellationToken) is { } reported)
        {
            DateTime at = reported.CreatedAt.AddHours(1);
            db.Add(new AbuseReport(ModerationTarget.Comment, reported.Id, reporter, ModerationReason.Defamation, "사실과 다른 말 같습니다.", at));
            ModerationCase found = new(ModerationTarget.Comment, reported.Id, reported.AuthorId, ModerationCause.Reported, at);
            found.Open(ModerationCause.Reported, reporter, ModerationReason.Defamation, at);
            db.Add(found);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    private static Comment Write(Topic topic, Comment? above, string text, long authorId, DateTime at, bool isSecret = false, long? department = null) =>
        new(topic, above, new CommentContent(text, isSecret, department), authorId, SpamVerdict.None, Guid.NewGuid(), at);

    /// <summary>Most feel with the writer, few are sorry.</summary>
    private static ReactionKind KindOf(Random random) => random.Next(10) switch
    {
        < 4 => ReactionKind.Sympathy,
        < 6 => ReactionKind.Thanks,
        < 8 => ReactionKind.Cheer,
        8 => ReactionKind.Useful,
        _ => ReactionKind.Regret,
    };
}
