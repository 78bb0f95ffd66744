using System.Globalization;
using System.Text.RegularExpressions;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Time;
using SocialCity.Web.Demo.Stories;

namespace SocialCity.Web.Demo;

/// <summary>What becomes of a complaint.</summary>
internal enum DemoFate
{
    /// <summary>Answered in time, then confirmed, left alone, or brought back.</summary>
    Answered,
    AskedFirst,
    Transferred,
    Extended,

    /// <summary>Answered after the due date.</summary>
    Late,

    /// <summary>Taken up and never answered.</summary>
    Stuck,

    /// <summary>The citizen was asked something and has not replied.</summary>
    Waiting,

    /// <summary>Answered, and brought back by the citizen a while ago.</summary>
    BroughtBack,

    /// <summary>Lies in the department's queue without an officer.</summary>
    Queued,
    ClosedByOffice,
    Withdrawn,

    /// <summary>A guest who never opened the link.</summary>
    Unconfirmed,
}

/// <summary>A complaint before it is filed: who, what, where, when, and what will become of it.</summary>
internal sealed record DemoPlan(Story Story, int Variant, DateTime At, string? District, Petitioner Petitioner, DemoFate Fate)
{
    /// <summary>Where on the writers' temper the text is set.</summary>
    public int Temper { get; init; }

    public bool IsPrivate { get; init; }

    /// <summary>Another moment of the receipt: a guest opens the link some minutes later.</summary>
    public DateTime ReceivedAt { get; init; } = At;
}

/// <summary>Thinks up complaints and writes them down.</summary>
internal sealed partial class DemoWriter(DemoWorld world, IReadOnlyList<Account> citizens, Random random)
{
    /// <summary>Which of the citizens write more often than others: those whose accounts are shown.</summary>
    private const int OftenOf = 3;

    private static readonly Story[] Stories = [.. RoadStories.All, .. CleanStories.All, .. LifeStories.All];

    private static readonly (DemoFate Fate, int Weight)[] Fates =
    [
        (DemoFate.Answered, 60), (DemoFate.AskedFirst, 9), (DemoFate.Transferred, 5), (DemoFate.Extended, 4), (DemoFate.Late, 8),
        (DemoFate.Queued, 5), (DemoFate.ClosedByOffice, 5), (DemoFate.Withdrawn, 3),
    ];

    /// <summary>Two people an hour in the afternoon, hardly anybody at night.</summary>
    private static readonly int[] Hours = [2, 1, 1, 0, 0, 1, 3, 7, 10, 9, 8, 7, 9, 7, 6, 6, 6, 7, 9, 9, 9, 8, 6, 4];

    private static readonly string[] GuestNames = ["김민지", "이상철", "박예은", "지나가던 시민", "정연우", "최순자", "강동원팬", "윤하늘", "조용한동네", "임지훈"];

    private readonly Dictionary<int, Story[]> storiesByMonth =
        Enumerable.Range(1, 12).ToDictionary(month => month, month => Stories.Where(s => s.Months.Length == 0 || s.Months.Contains(month)).ToArray());

    /// <summary>A complaint of that day, at an hour at which people write.</summary>
    public DateTime HourOf(DateTime utc)
    {
        DateTime day = world.Clock.Zone.ToLocal(utc).Date;
        return world.Clock.Zone.ToUtc(day.AddHours(Draw(Hours.Select((weight, hour) => (hour, weight)))).AddSeconds(random.Next(3600)));
    }

    /// <param name="at">When it is filed, UTC.</param>
    /// <param name="fate">What becomes of it; null for chance.</param>
    /// <param name="category">Its category; null for chance.</param>
    /// <param name="district">Its dong; null for chance.</param>
    public DemoPlan Plan(DateTime at, DemoFate? fate = null, string? category = null, string? district = null)
    {
        Story[] possible = storiesByMonth[world.Clock.Zone.ToLocal(at).Month];
        Story story;
        string? place;
        do
        {
            story = Draw(possible.Where(s => category is null || s.Category == category).Select(s => (s, s.Weight)));
            place = story.Spot == Spot.Nowhere ? null : district ?? AnyDistrict();
        }
        while (place is not null && DemoDistrict(place).Place(story.Spot, random) is null);

        bool isGuest = fate == DemoFate.Unconfirmed || (story.Language == "ko" && random.Next(10) == 0);
        return new DemoPlan(
            story,
            random.Next(story.Titles.Length),
            at,
            place,
            isGuest ? Guest() : Petitioner.Of(Citizen(story.Language)),
            fate ?? (story.Outcome == ComplaintOutcome.NotOurs ? DemoFate.Answered : Draw(Fates)))
        {
            Temper = random.Next(Phrases.Tempers.Length),
            IsPrivate = story.IsPrivate || random.Next(16) == 0,
            ReceivedAt = isGuest ? at.AddMinutes(random.Next(2, 50)) : at,
        };
    }

    public ComplaintFiling Write(DemoPlan plan, IReadOnlyList<MediaFile> photos)
    {
        Story story = plan.Story;
        ComplaintCategory category = world.Categories[story.Category];
        District? district = plan.District is null ? null : world.Districts[plan.District];
        string place = plan.District is null || district is null
            ? ""
            : story.Language == "ko" ? DemoDistrict(plan.District).Place(story.Spot, random) ?? "" : district.Name.In(CultureInfo.GetCultureInfo(story.Language));
        string since = Phrases.Since[random.Next(Phrases.Since.Length)];
        string Fill(string text) =>
            SaidTwice().Replace(text.Replace("{곳}", place, StringComparison.Ordinal).Replace("{때}", since, StringComparison.Ordinal), "${word}");

        (string opening, string closing) = story.Language == "ko" ? Phrases.Tempers[plan.Temper] : ("", "");
        string text = string.Join("\n\n", new[] { opening, Fill(story.Texts[TextOf(plan)]), closing }.Where(t => t.Length > 0));
        return new ComplaintFiling(
            Fill(story.Titles[plan.Variant]),
            text,
            category.Id,
            district?.Id,
            district is null || random.Next(12) == 0 ? null : DemoMap.Somewhere(world.Boundaries[district.Id], random),
            district is null || plan.District is null ? null : $"누리시 {district.Name.Ko} {DemoDistrict(plan.District).Road} {random.Next(1, 240)}",
            plan.IsPrivate,
            true,
            [.. Replies(plan, category)],
            photos);
    }

    /// <summary>Which of the story's texts, and so which of its answers, belongs to the chosen title.</summary>
    public static int TextOf(DemoPlan plan) => plan.Variant * plan.Story.Texts.Length / plan.Story.Titles.Length;

    private static DemoDistrict DemoDistrict(string code) => Array.Find(DemoDistricts.All, d => d.Code == code)
        ?? throw new InvalidOperationException($"There is no dong {code}.");

    private IEnumerable<(long QuestionId, string Value)> Replies(DemoPlan plan, ComplaintCategory category)
    {
        foreach ((string code, string value) in plan.Story.Replies)
        {
            string reply = value == "~"
                ? world.Clock.Zone.ToLocal(plan.At).AddDays(-random.Next(0, 6)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                : value.Length == 0 && code == "stop" ? random.Next(13001, 13999).ToString(CultureInfo.InvariantCulture) : value;
            if (reply.Length > 0)
            {
                yield return (category.Questions.Single(q => q.Code == code).Id, reply);
            }
        }
    }

    private Petitioner Guest()
    {
        string name = GuestNames[random.Next(GuestNames.Length)];
        return Petitioner.Guest(name, $"visitor{random.Next(100, 999)}@mail.example", "ko");
    }

    private Account Citizen(string language)
    {
        Account[] speakers = language == "ko" ? [] : [.. citizens.Where(c => c.Language == language)];
        return speakers.Length > 0 ? speakers[random.Next(speakers.Length)]
            : random.Next(14) == 0 ? citizens[random.Next(OftenOf)]
            : citizens[random.Next(citizens.Count)];
    }

    private string AnyDistrict() => DemoDistricts.All[random.Next(DemoDistricts.All.Length)].Code;

    private T Draw<T>(IEnumerable<(T Item, int Weight)> items)
    {
        (T Item, int Weight)[] all = [.. items];
        int at = random.Next(all.Sum(i => i.Weight));
        foreach ((T item, int weight) in all)
        {
            at -= weight;
            if (at < 0)
            {
                return item;
            }
        }

        return all[^1].Item;
    }

    /// <summary>The name of a place ends as the sentence goes on: "언덕 골목" and "골목 가로등".</summary>
    [GeneratedRegex(@"(?<word>골목|정류장|공원|시장|아파트) \k<word>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SaidTwice();
}
