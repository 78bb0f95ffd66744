using SocialCity.Accounts;
using SocialCity.Conversation;
using SocialCity.Data;

namespace SocialCity.Tests.Conversation;

public sealed class SpamTests
{
    [Fact]
    public async Task A_known_persons_plain_words_are_not_held()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        SpamVerdict verdict = await CheckAsync(city, city.Citizen, "공원에 그네가 있으면 아이들이 좋아하겠어요. ㅋㅋㅋㅋ!!");
        Assert.Equal((0, false), (verdict.Score, verdict.IsHeld));
    }

    [Fact]
    public async Task Each_sign_is_named_with_its_measure()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Assert.Equal([SpamSignKind.FirstComment], await SignsAsync(city, city.Newcomer, "안녕하세요"));
        Assert.Equal([SpamSignKind.TooFast], await SignsAsync(city, city.Citizen, "안녕하세요", new FormSigns(TimeSpan.FromSeconds(1), false)));
        Assert.Equal([SpamSignKind.TooFast], await SignsAsync(city, city.Citizen, new string('가', 29) + string.Concat(Enumerable.Repeat(" 나다라마바", 100)), new FormSigns(TimeSpan.FromSeconds(10), false)));
        Assert.Equal([SpamSignKind.NoForm], await SignsAsync(city, city.Citizen, "안녕하세요", new FormSigns(null, false)));
        Assert.Equal([SpamSignKind.HiddenField], await SignsAsync(city, city.Citizen, "안녕하세요", new FormSigns(TimeSpan.FromMinutes(1), true)));
        Assert.Equal([SpamSignKind.Noise], await SignsAsync(city, city.Citizen, new string('!', 40)));
        SpamVerdict links = await CheckAsync(city, city.Citizen, "[여기](https://a.example) https://b.example");
        Assert.Equal((ModerationCause.Links, 2), (links.Cause, Assert.Single(links.Signs).Value));
    }

    [Fact]
    public async Task The_same_text_again_and_many_at_once_are_held()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        string text = "오늘만 특가! 누리 쇼핑몰에서 무엇이든 반값에 드립니다. 지금 바로 오세요.";
        await city.SayAsync(city.Citizen, text);
        SpamVerdict other = await CheckAsync(city, city.Neighbour, "오늘만  특가!! 누리쇼핑몰에서 무엇이든 반값에 드립니다. 지금 바로 오세요");
        Assert.Equal(SpamSignKind.Repeated, Assert.Single(other.Signs).Kind);

        for (int i = 0; i < 6; i++)
        {
            await city.SayAsync(city.Neighbour, $"서로 다른 {i}번째 이야기");
        }

        SpamVerdict many = await CheckAsync(city, city.Neighbour, "또 다른 이야기");
        Assert.Equal(SpamSignKind.ManyAtOnce, Assert.Single(many.Signs).Kind);
        Assert.Equal(ModerationCause.Spam, many.Cause);
    }

    [Fact]
    public async Task Secret_words_count_for_nobody_but_their_own_writers_secret_words()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        string text = "옆집 아이가 혼자 지내는 것 같아 조심스럽게 알려 드립니다. 한번 들러 주세요.";
        for (int i = 0; i < 6; i++)
        {
            await city.SayAsync(city.Citizen, text, isSecret: true);
        }

        Assert.Empty((await CheckAsync(city, city.Neighbour, text)).Signs);
        Assert.Empty((await CheckAsync(city, city.Neighbour, text, isSecret: true)).Signs);
        Assert.Empty((await CheckAsync(city, city.Citizen, text)).Signs);
        Assert.Equal(
            [SpamSignKind.ManyAtOnce, SpamSignKind.Repeated],
            (await CheckAsync(city, city.Citizen, text, isSecret: true)).Signs.Select(s => s.Kind));
    }

    [Fact]
    public async Task Officials_are_not_held()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Assert.Equal(SpamVerdict.None, await CheckAsync(city, city.Author, "자세한 내용은 https://nuri.example 에 있습니다"));
    }

    [Fact]
    public async Task The_words_of_what_moderators_hid_are_learned_and_an_appeal_unlearns_them()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        string[] good = ["공원이 넓어서 좋네요", "아이들과 산책하기 좋아요", "주차장은 어디인가요", "그늘이 더 있으면 합니다", "개장 시간이 궁금합니다"];
        string[] bad = ["무료 대출 상담 당일 입금", "저금리 대출 상담 환영", "신용 없어도 대출 당일 입금", "대출 상담 무료 입금", "당일 대출 상담 입금 가능"];
        await city.UseAsync(null, async (db, _) =>
        {
            foreach (string text in good)
            {
                await new SpamWords(db).LearnAsync(text, 0, 1, default);
                await db.SaveChangesAsync();
            }

            foreach (string text in bad)
            {
                await new SpamWords(db).LearnAsync(text, 1, 0, default);
                await db.SaveChangesAsync();
            }

            return 0;
        });

        SpamVerdict spam = await CheckAsync(city, city.Citizen, "당일대출 상담, 입금까지!");
        SpamSign sign = Assert.Single(spam.Signs);
        Assert.Equal((SpamSignKind.LearnedWords, true), (sign.Kind, spam.IsHeld));
        Assert.Contains("대출", sign.Words ?? []);
        Assert.Empty((await CheckAsync(city, city.Citizen, "공원 주차장이 넓어서 산책하기 좋아요")).Signs);

        await city.UseAsync(null, async (db, _) =>
        {
            foreach (string text in bad)
            {
                await new SpamWords(db).LearnAsync(text, -1, 1, default);
                await db.SaveChangesAsync();
            }

            return 0;
        });
        Assert.Empty((await CheckAsync(city, city.Citizen, "당일대출 상담, 입금까지!")).Signs);
    }

    [Fact]
    public async Task A_decision_teaches()
    {
        using TalkCity city = await TalkCity.CreateAsync();
        Comment held = await city.SayAsync(city.Newcomer, "무료 대출 상담");
        await city.DecideAsync(city.Moderator, held, ModerationReason.Advertising);
        Assert.Equal((1, 0), await CountsAsync(city));

        await city.UseAsync(city.Newcomer, async (db, actor) =>
            await city.Moderating(db).AppealAsync(await TalkCity.CaseIdAsync(db, held), "광고가 아닙니다", actor, default));
        await city.DecideAsync(city.Second, held, ModerationReason.Mistake);
        Assert.Equal((0, 1), await CountsAsync(city));
    }

    private static Task<(int Spam, int Good)> CountsAsync(TalkCity city) => city.UseAsync(null, async (db, _) =>
    {
        SpamWord? word = await db.SpamWords.FindAsync("대출");
        return (word?.SpamCount ?? -1, word?.GoodCount ?? -1);
    });

    private static async Task<IEnumerable<SpamSignKind>> SignsAsync(TalkCity city, Account account, string text, FormSigns? form = null) =>
        (await CheckAsync(city, account, text, form)).Signs.Select(s => s.Kind);

    private static Task<SpamVerdict> CheckAsync(TalkCity city, Account account, string text, FormSigns? form = null, bool isSecret = false) => city.UseAsync(
        account, (db, actor) => new SpamCheck(db, city.Database.Time).CheckAsync(text, form ?? FormSigns.Unsuspicious, actor, isSecret, null, default));
}
