using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Web.Demo.Stories;

namespace SocialCity.Web.Demo;

/// <summary>The eighteen dongs of Nuri with the places that people name when they write.</summary>
internal static class DemoDistricts
{
    public static readonly DemoDistrict[] All =
    [
        new("1001", new("새터1동", "Saeteo 1-dong", "セト1洞"), "새터로",
            "새터사거리", "새터로 은행 앞", "새터시장 입구", "새터빌라 골목", "한빛아파트 2단지 앞", "샛별어린이공원", "새터초등학교 정문 앞", "새터1동 주민센터", "새터1동 주민센터 정류장"),
        new("1002", new("새터2동", "Saeteo 2-dong", "セト2洞"), "샛강로",
            "샛강교차로", "샛강로 우체국 앞", null, "새터2동 다세대 골목", "푸른마을 1단지 앞", "샛강공원", "샛강중학교 후문", "새터도서관", "샛강다리 정류장"),
        new("1003", new("한내1동", "Hannae 1-dong", "ハンネ1洞"), "한내로",
            "한내사거리", "한내로 소방서 앞", "한내전통시장 입구", "한내빌라 골목", "한내주공 3단지 앞", "느티나무공원", "한내초등학교 후문", "한내1동 주민센터", "한내시장 정류장"),
        new("1004", new("한내2동", "Hannae 2-dong", "ハンネ2洞"), "물빛로",
            "물빛삼거리", "물빛로 농협 앞", null, "물빛마을 골목", "물빛푸르지오 정문", "물빛체육공원", "물빛초등학교 앞", "물빛체육센터", "한내2교 정류장"),
        new("1005", new("한내3동", "Hannae 3-dong", "ハンネ3洞"), "둑길로",
            "둑길사거리", "둑길로 주유소 앞", null, "한내3동 반지하 골목", "강변아파트 5동 앞", "한내천 둔치공원", "둑길초등학교 앞", "한내3동 경로당", "한내3교 정류장"),
        new("1006", new("중앙동", "Jungang-dong", "チュンアン洞"), "시청로",
            "시청사거리", "시청로 영화관 앞", "중앙시장 입구", "중앙동 먹자골목", "센트럴자이 앞", "시민공원", "중앙초등학교 정문", "시립중앙도서관", "시청 정류장"),
        new("1007", new("누리역동", "Nuriyeok-dong", "ヌリ駅洞"), "역전로",
            "역전오거리", "역전로 버스환승센터", "역전시장 입구", "역전동 오피스텔 골목", "역세권휴먼시아 앞", "역전광장", "누리고등학교 앞", "누리역 2번 출구", "누리역 정류장"),
        new("1008", new("가람1동", "Garam 1-dong", "カラム1洞"), "가람로",
            "가람사거리", "가람로 병원 앞", null, "가람1동 빌라촌", "가람마을 4단지 앞", "가람호수공원", "가람초등학교 정문", "가람문화회관", "가람마을 정류장"),
        new("1009", new("가람2동", "Garam 2-dong", "カラム2洞"), "호수로",
            "호수교차로", "호수로 마트 앞", null, "호수마을 골목", "호수마을 7단지 앞", "호수둘레공원", "호수중학교 앞", "가람2동 주민센터", "호수마을 정류장"),
        new("1010", new("솔뫼1동", "Solmoe 1-dong", "ソルメ1洞"), "솔뫼로",
            "솔뫼삼거리", "솔뫼로 언덕길", null, "솔뫼1동 언덕 골목", "솔뫼그린빌 앞", "솔숲공원", "솔뫼초등학교 앞", "솔뫼1동 주민센터", "솔뫼언덕 정류장"),
        new("1011", new("솔뫼2동", "Solmoe 2-dong", "ソルメ2洞"), "산밑로",
            "산밑사거리", "산밑로 약수터 앞", null, "산밑마을 골목", "솔뫼힐스 후문", "약수터공원", "솔뫼고등학교 앞", "솔뫼노인복지관", "약수터 정류장"),
        new("1012", new("안터동", "Anteo-dong", "アント洞"), "안터로",
            "안터사거리", "안터로 공영주차장 앞", "안터골목시장", "안터마을 골목", "안터현대아파트 앞", "안터생태공원", "안터초등학교 정문", "안터동 주민센터", "안터 정류장"),
        new("1013", new("너븐들동", "Neobeundeul-dong", "ノブンドゥル洞"), "들안로",
            "들안교차로", "들안로 학원가", null, "너븐들 상가 뒷길", "너븐들마을 9단지 앞", "너븐들광장공원", "들안초등학교 앞", "너븐들수영장", "너븐들 정류장"),
        new("1014", new("밤일동", "Bamil-dong", "パミル洞"), "밤일로",
            "밤일삼거리", "밤일로 음식문화거리", null, "밤일마을 안길", "밤일타운하우스 앞", "밤나무공원", "밤일초등학교 앞", "밤일동 주민센터", "밤일 정류장"),
        new("1015", new("도담1동", "Dodam 1-dong", "トダム1洞"), "도담로",
            "도담사거리", "도담로 육아지원센터 앞", null, "도담1동 원룸 골목", "도담마을 2단지 앞", "도담어린이공원", "도담초등학교 정문", "어린이도서관", "도담마을 정류장"),
        new("1016", new("도담2동", "Dodam 2-dong", "トダム2洞"), "새싹로",
            "새싹교차로", "새싹로 지식산업센터 앞", null, "도담2동 신축 빌라 골목", "새싹더샵 정문", "새싹공원", "도담중학교 앞", "도담2동 주민센터", "새싹마을 정류장"),
        new("1017", new("학재동", "Hakjae-dong", "ハクジェ洞"), "학재로",
            "학재삼거리", "학재로 물류단지 앞", null, "학재마을 안길", "학재아파트 앞", "학재쉼터", "학재초등학교 앞", "학재동 주민센터", "학재 종점 정류장"),
        new("1018", new("봉우재동", "Bongujae-dong", "ポンウジェ洞"), "봉우재로",
            "봉우재사거리", "봉우재로 고개 마루", null, "봉우재 옛마을 골목", "봉우재자이 후문", "봉수대공원", "봉우재초등학교 앞", "봉우재동 주민센터", "봉우재 정류장"),
    ];

    /// <summary>Makes the dongs with boundaries that meet without gaps, and keeps them by code.</summary>
    public static Dictionary<string, District> Make()
    {
        IReadOnlyList<Boundary> cells = DemoMap.Divide(All.Length);
        return All.Select((d, i) => new District(d.Code, d.Name, cells[i], i + 1)).ToDictionary(d => d.Code);
    }
}

/// <summary>A dong and what people call the places in it; not every one has a market.</summary>
internal sealed record DemoDistrict(
    string Code, LocalText Name, string Road, string Crossing, string Street, string? Market, string Alley, string Flats, string Park, string School, string Hall, string Stop)
{
    private const string Stream = "한내천 산책로";

    /// <summary>A place of that kind, or null where the dong has none.</summary>
    public string? Place(Spot spot, Random random) => spot switch
    {
        Spot.Street => random.Next(2) == 0 ? Crossing : Street,
        Spot.Home => random.Next(2) == 0 ? Alley : Flats,
        Spot.Market => Market,
        Spot.Park => Park,
        Spot.School => School,
        Spot.Hall => Hall,
        Spot.Stop => Stop,
        Spot.Stream => Name.Ko is "한내1동" or "한내2동" or "한내3동" or "새터2동" or "가람2동" ? $"{Name.Ko} {Stream}" : null,
        _ => "",
    };
}
