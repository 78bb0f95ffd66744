using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Web.Demo;

/// <summary>Lets officials of Nuri say on their own pages what they are working on.</summary>
internal static class DemoNotes
{
    private static readonly (string Writer, string Introduction, (int DaysAgo, string Text)[] Notes)[] Written =
    [
        (DemoPeople.Official,
            "누리역 동쪽 차도를 맡고 있습니다. 파인 곳은 보통 이틀 안에 메우고, 넓은 곳은 다시 포장합니다.",
            [
                (1, "오늘은 역전로 버스 정류장 앞 **네 곳**을 메웠습니다. 밤 열 시까지는 한 차로로 다녀 주세요."),
                (4, "첫눈 예보가 있어 염화칼슘 자루를 고갯길 열두 곳에 놓았습니다. 모자라는 곳은 신문고로 알려 주시면 채우겠습니다."),
                (9, "도담2동 새벽로 보도 공사가 끝났습니다. 점자블록을 끊긴 데 없이 이었습니다."),
                (16, "빗물받이 청소를 시작했습니다. 낙엽이 많은 가로수길부터 돕니다."),
            ]),
        (DemoPeople.Official2,
            "공원과 하천 둔치를 돌봅니다.",
            [
                (2, "한내천 징검다리 두 곳을 고쳤습니다. 물이 불면 건널 수 없으니 안내판을 꼭 보세요."),
                (6, "시민공원 화장실 온풍기를 켰습니다. 오전 여섯 시부터 밤 열한 시까지 엽니다."),
                (13, "호수공원 벚나무 가지를 솎았습니다. 자른 가지는 갈아서 흙을 덮는 데 씁니다."),
            ]),
        (DemoPeople.Manager,
            "도로과를 이끕니다. 오래 걸리는 민원은 제가 직접 살핍니다.",
            [
                (3, "이번 달 기한을 넘긴 민원이 두 건 있었습니다. 둘 다 자재가 늦은 탓이라 미리 사 두는 양을 늘렸습니다."),
                (20, "내년 보도 정비 순서를 시민 의견과 함께 정합니다. 다음 주에 블로그에 안을 올리겠습니다."),
            ]),
        (DemoPeople.Editor,
            "도시 블로그를 엮습니다. 동네 이야기를 보내 주시면 함께 다듬어 싣습니다.",
            [
                (2, "이번 주에는 시장 이야기를 모읍니다. 사진 한 장과 몇 줄이면 됩니다."),
                (11, "지난달에 실린 시민의 글은 **네 편**입니다. 모두 고맙습니다."),
            ]),
    ];

    /// <summary>Inside the transaction of the caller.</summary>
    public static async Task FillAsync(CityDb db, Naming naming, IReadOnlyDictionary<string, Account> people, DateTime now, CancellationToken cancellationToken)
    {
        foreach ((string writer, string introduction, (int DaysAgo, string Text)[] notes) in Written)
        {
            Account account = people[writer];
            await naming.BylineAsync(account, cancellationToken);
            Byline byline = await db.Bylines.AsTracking().SingleAsync(b => b.AccountId == account.Id, cancellationToken);
            byline.Introduce(introduction);
            db.AddRange(notes.Select(note => new WorkNote(
                account.Id, note.Text, MarkdownText.ToHtml(note.Text, MarkdownProfile.Plain), now.AddDays(-note.DaysAgo).Date.AddHours(8).AddMinutes(7 * note.DaysAgo))));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
