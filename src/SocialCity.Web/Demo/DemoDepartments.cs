using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>The twelve departments of Nuri and what each is in charge of.</summary>
internal static class DemoDepartments
{
    public const string Roads = "roads";
    public const string Parks = "parks";

    /// <summary>Sorts what no rule claims.</summary>
    public const string Triage = "civil";

    public static readonly DemoDepartment[] All =
    [
        new(Roads, new("도로과", "Roads", "道路課"), new("도로와 보도, 가로등을 고치고 눈을 치웁니다.", "Mends roads, pavements and street lamps, and clears snow.", "道路・歩道・街灯の修理と除雪をします。"), "2680-2300",
            new("road-east", new("도로보수 1팀", "Road repair, team 1", "道路補修第1係"), "2680-2311"),
            new("road-west", new("도로보수 2팀", "Road repair, team 2", "道路補修第2係"), "2680-2312"),
            new("lamps", new("도로조명팀", "Street lighting", "道路照明係"), "2680-2321"),
            new("underground", new("지하안전·제설팀", "Underground safety and snow", "地下安全・除雪係"), "2680-2331")),
        new(Parks, new("공원녹지과", "Parks", "公園緑地課"), new("공원과 놀이터, 가로수를 돌봅니다.", "Looks after parks, playgrounds and street trees.", "公園・遊び場・街路樹を管理します。"), "2680-2400",
            new("park", new("공원관리팀", "Park care", "公園管理係"), "2680-2411"),
            new("play", new("어린이공원팀", "Playgrounds", "児童公園係"), "2680-2421"),
            new("trees", new("가로수팀", "Street trees", "街路樹係"), "2680-2431")),
        new("traffic", new("교통행정과", "Traffic", "交通行政課"), new("신호와 버스, 주차를 맡습니다.", "In charge of signals, buses and parking.", "信号・バス・駐車を担当します。"), "2680-2500",
            new("signals", new("교통시설팀", "Traffic facilities", "交通施設係"), "2680-2511"),
            new("parking", new("주차관리팀", "Parking", "駐車管理係"), "2680-2521"),
            new("transit", new("대중교통팀", "Public transport", "公共交通係"), "2680-2531")),
        new("clean", new("자원순환과", "Waste and environment", "資源循環課"), new("쓰레기를 거두고 소음과 냄새, 하천을 살핍니다.", "Collects waste; watches noise, odour and streams.", "ごみの収集、騒音・悪臭・河川の監視をします。"), "2680-2600",
            new("collection", new("청소행정팀", "Collection", "清掃係"), "2680-2611"),
            new("dumping", new("무단투기단속팀", "Illegal dumping", "不法投棄取締係"), "2680-2621"),
            new("environment", new("환경지도팀", "Environmental control", "環境指導係"), "2680-2631")),
        new("housing", new("건축주택과", "Building and housing", "建築住宅課"), new("건물과 공동주택, 광고물을 맡습니다.", "In charge of buildings, apartments and signs.", "建物・共同住宅・広告物を担当します。"), "2680-2700",
            new("apartments", new("공동주택팀", "Apartments", "共同住宅係"), "2680-2711"),
            new("buildings", new("건축지도팀", "Building control", "建築指導係"), "2680-2721"),
            new("signs", new("광고물팀", "Signs", "広告物係"), "2680-2731")),
        new("welfare", new("복지정책과", "Welfare", "福祉政策課"), new("도움이 필요한 이웃을 찾아갑니다.", "Reaches out to those who need help.", "支援が必要な方を訪ねます。"), "2680-2800",
            new("outreach", new("찾아가는복지팀", "Outreach", "訪問福祉係"), "2680-2811"),
            new("access", new("장애인복지팀", "Disability", "障がい福祉係"), "2680-2821")),
        new("health", new("보건행정과", "Health", "保健行政課"), new("방역과 금연, 예방접종을 맡습니다.", "Pest control, smoke-free zones and vaccination.", "防疫・禁煙・予防接種を担当します。"), "2680-5500",
            new("disinfection", new("감염병관리팀", "Disease control", "感染症管理係"), "2680-5511"),
            new("smoke-free", new("건강증진팀", "Health promotion", "健康増進係"), "2680-5521")),
        new("water", new("수도과", "Water works", "水道課"), new("맑은 물을 보내고 새는 관을 고칩니다.", "Supplies clean water and mends leaks.", "きれいな水を届け、漏水を直します。"), "2680-6300",
            new("supply", new("급수팀", "Supply", "給水係"), "2680-6311"),
            new("sewers", new("하수팀", "Sewers", "下水係"), "2680-6321")),
        new("safety", new("안전총괄과", "Safety", "安全総括課"), new("재난에 대비하고 위험한 시설을 살핍니다. 밤에도 지킵니다.", "Prepares for disasters and watches dangerous places, day and night.", "災害に備え、危険な施設を昼夜見守ります。"), "2680-2900",
            new("situation", new("재난안전상황실", "Situation room (24 hours)", "災害安全状況室"), "2680-2911"),
            new("facilities", new("시설안전팀", "Facility safety", "施設安全係"), "2680-2921")),
        new("culture", new("문화체육과", "Culture and sports", "文化体育課"), new("도서관과 문화회관, 체육시설을 엽니다.", "Runs libraries, halls and sports facilities.", "図書館・文化会館・体育施設を運営します。"), "2680-3000",
            new("libraries", new("도서관팀", "Libraries", "図書館係"), "2680-3011"),
            new("sports", new("체육시설팀", "Sports facilities", "体育施設係"), "2680-3021")),
        new("economy", new("일자리경제과", "Economy", "雇用経済課"), new("시장과 가게, 반려동물을 맡습니다.", "In charge of markets, shops and animals.", "市場・商店・動物を担当します。"), "2680-3100",
            new("markets", new("시장상권팀", "Markets", "市場係"), "2680-3111"),
            new("animals", new("동물보호팀", "Animals", "動物保護係"), "2680-3121")),
        new(Triage, new("민원여권과", "Civil affairs", "市民課"), new("어디에 말해야 할지 모르는 일을 받아 알맞은 부서로 보냅니다.", "Takes what you do not know where to bring, and hands it on.", "どこに言えばよいかわからない件を受け付け、担当課につなぎます。"), "2680-2100",
            new("passports", new("여권팀", "Passports", "旅券係"), "2680-2111"),
            new("proposals", new("시민제안팀", "Proposals", "市民提案係"), "2680-2121"),
            new("audit", new("고충민원팀", "Grievances", "苦情係"), "2680-2131")),
    ];

    /// <summary>Whom people take for the department: the neighbour to which its matters are brought by mistake.</summary>
    public static string MistakenFor(string code) => code switch
    {
        Roads => "traffic",
        Parks => "culture",
        "traffic" => Roads,
        "clean" => Parks,
        "housing" => "safety",
        "welfare" => "health",
        "health" => "welfare",
        "water" => Roads,
        "safety" => "housing",
        "culture" => Parks,
        "economy" => "clean",
        _ => "welfare",
    };

    /// <summary>Makes the departments in their order.</summary>
    public static Dictionary<string, Department> Make() => All
        .Select((d, i) => new Department(d.Code, d.Name, d.About, $"02-{d.Phone}", $"{d.Code}@nuri.example", i + 1))
        .ToDictionary(d => d.Code);
}

internal sealed record DemoDepartment(string Code, LocalText Name, LocalText About, string Phone, params DemoDuty[] Duties);

internal sealed record DemoDuty(string Code, LocalText Name, string Phone);
