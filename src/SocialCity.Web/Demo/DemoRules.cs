using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;

namespace SocialCity.Web.Demo;

/// <summary>Who gets which complaint in Nuri: dangers by night first, then words, then dongs, then the categories themselves.</summary>
internal static class DemoRules
{
    private static readonly TimeOnly Evening = new(18, 0);
    private static readonly TimeOnly Morning = new(9, 0);

    /// <summary>The dongs west of the stream, whose roads the second team mends.</summary>
    private static readonly string[] West = ["1001", "1003", "1006", "1008", "1009", "1013", "1014", "1017"];

    private static readonly string[] RoadWork = ["pothole", "sidewalk"];

    private static readonly (string Category, string Duty)[] Usual =
    [
        ("pothole", "road-east"), ("sidewalk", "road-east"), ("streetlight", "lamps"), ("snow", "underground"), ("manhole", "underground"),
        ("signal", "signals"), ("crosswalk", "signals"), ("school-zone", "signals"), ("illegal-parking", "parking"), ("parking", "parking"),
        ("bus", "transit"), ("bicycle", "transit"), ("drain", "sewers"), ("odor", "sewers"), ("water", "supply"),
        ("litter", "dumping"), ("collection", "collection"), ("noise", "environment"), ("stream", "environment"),
        ("park", "park"), ("playground", "play"), ("tree", "trees"),
        ("apartment", "apartments"), ("illegal-building", "buildings"), ("construction", "buildings"), ("banner", "signs"),
        ("hazard", "facilities"), ("welfare", "outreach"), ("accessibility", "access"), ("pest", "disinfection"), ("smoking", "smoke-free"),
        ("animal", "animals"), ("library", "libraries"), ("sports", "sports"), ("market", "markets"),
        ("certificate", "passports"), ("unfair", "audit"), ("suggestion", "proposals"), ("law", "buildings"),
    ];

    public static IEnumerable<RoutingRule> Make(
        IReadOnlyDictionary<string, ComplaintCategory> categories,
        IReadOnlyDictionary<string, District> districts,
        IReadOnlyDictionary<string, Duty> duties)
    {
        int order = 0;

        yield return Rule(
            "밤사이 위험 신고", new(null, null, "감전, 붕괴, 가스 냄새, 무너질, 솟아오릅니다, 불꽃", Evening, Morning), "situation",
            new("밤에 들어온 위험 신고라서 24시간 상황실이 먼저 받습니다.", "A danger reported at night goes to the situation room first.", "夜間の危険通報のため、24時間体制の状況室が先に受け付けます。"));
        yield return Rule(
            "지반침하", new(null, null, "싱크홀, 지반침하, 땅이 꺼", null, null), "underground",
            new("땅이 꺼졌다는 말이 있어 지하안전팀으로 보냅니다.", "It speaks of sinking ground, so it goes to underground safety.", "地盤沈下に関する内容のため、地下安全係に送ります。"));
        yield return Rule(
            "정류장 흡연", new(categories["bus"].Id, null, "담배, 흡연", null, null), "smoke-free",
            new("정류장에서의 흡연이라 건강증진팀으로 보냅니다.", "Smoking at a stop goes to health promotion.", "停留所での喫煙のため、健康増進係に送ります。"));
        yield return Rule(
            "학교 앞 주차", new(categories["illegal-parking"].Id, null, "초등학교, 어린이집, 유치원", null, null), "signals",
            new("어린이가 다니는 길이라 어린이보호구역 담당이 맡습니다.", "A way that children use is looked after by the school-zone team.", "子どもの通学路のため、スクールゾーンの担当が受け持ちます。"));

        foreach (string category in RoadWork)
        {
            foreach (string district in West)
            {
                LocalText name = districts[district].Name;
                yield return Rule(
                    $"{categories[category].Name.Ko} · {name.Ko}", new(categories[category].Id, districts[district].Id, "", null, null), "road-west",
                    new($"{name.Ko}의 도로는 도로보수 2팀이 맡습니다.", $"Roads in {name.En} are looked after by repair team 2.", $"{name.Ja}の道路は道路補修第2係が担当します。"));
            }
        }

        foreach ((string category, string duty) in Usual)
        {
            LocalText subject = categories[category].Name;
            LocalText team = duties[duty].Name;
            yield return Rule(
                subject.Ko, new(categories[category].Id, null, "", null, null), duty,
                new($"‘{subject.Ko}’ 민원은 {team.Ko}에서 맡습니다.", $"“{subject.En}” is handled by {team.En}.", $"「{subject.Ja}」は{team.Ja}が担当します。"));
        }

        RoutingRule Rule(string name, RoutingConditions conditions, string duty, LocalText reason) =>
            new(++order, name, conditions, duties[duty].Id, reason);
    }
}
