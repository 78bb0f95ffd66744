using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>The accounts of Nuri. Those with a name in their address can be signed in to with <see cref="DemoCity.Password"/>.</summary>
public static class DemoPeople
{
    public const string Citizen = "citizen@nuri.example";
    public const string Citizen2 = "citizen2@nuri.example";
    public const string Merchant = "merchant@nuri.example";
    public const string Official = "official@nuri.example";
    public const string Official2 = "official2@nuri.example";
    public const string Manager = "manager@nuri.example";
    public const string Editor = "editor@nuri.example";
    public const string Moderator = "moderator@nuri.example";
    public const string Admin = "admin@nuri.example";

    private static readonly (string Email, string Name, string About)[] Named =
    [
        (Citizen, "한서윤", "새터에서 두 아이를 키웁니다. 걷기 좋은 동네를 좋아해요."),
        (Citizen2, "골목대장", "가람마을 20년째 살고 있습니다."),
        (Merchant, "한내떡집 박사장", "한내전통시장에서 3대째 떡을 만듭니다."),
        (Official, "김도현", "누리시 도로과 도로보수 1팀"),
        (Official2, "이하늘", "누리시 공원녹지과 공원관리팀, 게시판 운영 교대"),
        (Manager, "정미란", "누리시 도로과장"),
        (Editor, "오세진", "누리시 문화체육과, 도시 블로그 편집자"),
        (Moderator, "배지호", "누리시 민원여권과, 게시판 운영 담당"),
        (Admin, "서민재", "누리시 시스템 관리자"),
    ];

    private static readonly string[] Citizens =
    [
        "김영자", "새터지킴이", "이준호", "두부아빠", "최민서맘", "박철수", "호수산책러", "정하은", "자전거출근", "강보라", "느티나무집", "윤태식", "하루하루",
        "임채원", "도담맘", "송기훈", "밤나무골", "오지은", "책읽는고양이", "조현우", "신미경", "물빛마을주민", "장미한송이", "권나래", "황소걸음", "안수빈",
        "유모차부대", "문정숙", "솔숲바람", "백승민", "역전다방", "남궁현", "초록우산", "노을빛", "허재석", "약수터김씨", "전유진", "배달의달인", "고은별",
        "천변러너", "구본길", "아침형인간", "심옥순", "길고양이집사", "양태오", "한강보다한내", "주말농부", "표정우", "학재동토박이", "민들레", "봉수대의아침", "차은경",
    ];

    private static readonly (string Name, string Language)[] FromAbroad = [("Emily Carter", "en"), ("Nguyen Minh", "en"), ("田中さくら", "ja")];

    private static readonly string[] Officers =
    [
        "강민수", "권혜진", "나윤호", "남지현", "노승우", "류가영", "문성빈", "민다은", "박재훈", "배수정", "변우진", "서예린", "성기준", "손지아", "신동혁",
        "안유리", "양준석", "엄채은", "여인호", "오수민", "우정민", "원서희", "유건우", "윤지안", "이태경", "임소라", "장현준", "전다빈", "정우석", "조아라", "차민규",
        "채유나", "최강현", "하은서", "한지훈", "허수아", "홍석진", "황보람", "곽도윤", "구하린",
    ];

    /// <summary>The addresses that the sign-in page offers.</summary>
    public static IReadOnlyList<string> SignIns { get; } = [.. Named.Select(p => p.Email)];

    /// <summary>Makes all accounts; the rights follow once they are stored.</summary>
    public static List<Account> Make(IPasswordHasher<Account> hasher, DateTime opened)
    {
        List<Account> people =
        [
            .. Named.Select(p => New(p.Email, p.Name, "ko", p.About)),
            .. Citizens.Select((name, i) => New($"person{i + 1}@nuri.example", name, "ko", "")),
            .. FromAbroad.Select((p, i) => New($"guest{i + 1}@nuri.example", p.Name, p.Language, "")),
            .. Officers.Select((name, i) => New($"officer{i + 1}@nuri.example", name, "ko", "")),
        ];

        // Hashing is slow on purpose: once is enough for the same password.
        string hash = hasher.HashPassword(people[0], DemoCity.Password);
        people.ForEach(p => p.PasswordHash = hash);
        return people;

        Account New(string email, string name, string language, string about)
        {
            Account account = new(email, name, language, opened)
            {
                NormalizedEmail = email.ToUpperInvariant(),
                NormalizedUserName = email.ToUpperInvariant(),
                EmailConfirmed = true,
                LockoutEnabled = true,
                SecurityStamp = Guid.NewGuid().ToString("N"),
            };
            account.Present(name, about, null);
            return account;
        }
    }

    /// <summary>Whether the database is that of the demonstration city.</summary>
    public static Task<bool> LiveInAsync(CityDb db, CancellationToken cancellationToken) =>
        // Any of them: each has the public password, whoever has changed an address. No real account has one of this domain.
        db.Users.AnyAsync(u => EF.Functions.Like(u.NormalizedEmail, "%@NURI.EXAMPLE"), cancellationToken);

    public static bool IsOfficer(Account account) => account.Email?.StartsWith("officer", StringComparison.Ordinal) == true;

    /// <summary>Those who write complaints.</summary>
    public static bool IsCitizen(Account account) =>
        account.Email is Citizen or Citizen2 or Merchant
        || account.Email?.StartsWith("person", StringComparison.Ordinal) == true
        || account.Email?.StartsWith("guest", StringComparison.Ordinal) == true;
}
