using System.Globalization;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Time;
using SocialCity.Web.Demo.Stories;

namespace SocialCity.Web.Demo;

/// <summary>
/// Lets a complaint live from its receipt until now, by the entity's own methods with past times: what would come later than now has
/// not happened yet.
/// </summary>
/// <param name="tell">Called after each act with its moment.</param>
internal sealed class DemoLife(DemoWorld world, Random random, DateTime now, Func<Complaint, DateTime, Task> tell)
{
    private readonly PetitionClock clock = world.Clock;

    /// <summary>An earlier complaint about the same, if there is one.</summary>
    public Func<Complaint, Complaint?> FindEarlier { get; init; } = _ => null;

    /// <param name="plan">What was planned.</param>
    /// <param name="complaint">What was filed by it.</param>
    /// <param name="number">The number it gets.</param>
    public async Task LiveAsync(DemoPlan plan, Complaint complaint, string number)
    {
        DateTime at = plan.ReceivedAt;
        Routing right = RightOf(complaint, at);
        await ReceiveAsync(plan, complaint, number, right);
        if (plan.Fate == DemoFate.Withdrawn && random.Next(2) == 0)
        {
            await WithdrawAsync(complaint, Later(at, 2, 30));
            return;
        }

        if (complaint.OfficerId is null && !await AssignAsync(complaint, at = Working(at, plan.Fate == DemoFate.Queued ? 20 : 2, plan.Fate == DemoFate.Queued ? 30 : 9)))
        {
            return;
        }

        if (plan.Fate == DemoFate.Transferred)
        {
            at = Working(at, 1, 10);
            if (at > now || !await TransferAsync(complaint, right, at) || !await AssignAsync(complaint, at = Working(at, 1, 6)))
            {
                return;
            }
        }

        if (plan.Fate == DemoFate.ClosedByOffice)
        {
            await CloseAsync(complaint, Working(at, 3, 26));
            return;
        }

        if (plan.Fate == DemoFate.Stuck && random.Next(3) == 0)
        {
            return;
        }

        at = Working(at, 1, 12);
        if (!await ActAsync(complaint, at, c => c.Start(Officer(c), clock, at)))
        {
            return;
        }

        await WorkAsync(plan, complaint, at);
    }

    private async Task WorkAsync(DemoPlan plan, Complaint complaint, DateTime at)
    {
        if (random.Next(5) == 0)
        {
            at = Working(at, 1, 4);
            await ActAsync(complaint, at, c => c.Note(Any(Phrases.Notes), Officer(c), clock, at));
        }

        if (plan.Fate is DemoFate.AskedFirst or DemoFate.Waiting)
        {
            (string question, string reply) = plan.Story.Ask
                ?? ("정확한 위치를 확인할 수 있도록 가까운 건물 이름이나 전봇대 번호를 알려 주시겠습니까?", "바로 앞에 편의점이 있고 전봇대 번호는 7214입니다.");
            at = Working(at, 1, 6);
            if (!await ActAsync(complaint, at, c => c.Ask(question, clock.UsualReplyDay(at), Officer(c), clock, at)) || plan.Fate == DemoFate.Waiting)
            {
                return;
            }

            at = Later(at, 3, 90);
            if (!await ActAsync(complaint, at, c => c.Supply(reply, PetitionerOf(c), clock, at)))
            {
                return;
            }
        }

        if (plan.Fate == DemoFate.Extended)
        {
            at = Working(at, 10, 30);
            ComplaintExtension extension = new(
                random.Next(2) == 0 ? ExtensionGround.FactsOrSite : ExtensionGround.OtherOfficeNeeded, Any(Phrases.Extensions));
            if (complaint.DueAt >= at && !await ActAsync(complaint, at, c => c.Extend(extension, Officer(c), clock, at)))
            {
                return;
            }
        }

        if (plan.Fate is DemoFate.Extended or DemoFate.Late || random.Next(7) == 0)
        {
            at = Working(at, 2, 12);
            await ActAsync(complaint, at, c => c.Report(Any(Phrases.Progress), Officer(c), clock, at));
        }

        if (plan.Fate == DemoFate.Withdrawn)
        {
            await WithdrawAsync(complaint, Later(at, 2, 40));
            return;
        }

        if (plan.Fate != DemoFate.Stuck)
        {
            await ConcludeAsync(plan, complaint, at);
        }
    }

    private async Task ConcludeAsync(DemoPlan plan, Complaint complaint, DateTime at)
    {
        at = plan.Fate switch
        {
            DemoFate.Late => Working(complaint.DueAt ?? at, 4, 40),
            DemoFate.Extended => Working(at, 20, 50),
            _ => Working(at, 2, 24),
        };
        if (!await AnswerAsync(plan, complaint, plan.Story.Answers[Math.Min(DemoWriter.TextOf(plan), plan.Story.Answers.Length - 1)], at))
        {
            return;
        }

        if (plan.Fate == DemoFate.BroughtBack)
        {
            at = Later(at, 3, 12);
            await ActAsync(complaint, at, c => c.Reopen(plan.Story.Again?.Reason ?? Any(Phrases.NotSolved), 2, PetitionerOf(c), clock, at));
            return;
        }

        int mood = random.Next(100);
        if (mood < (plan.Fate == DemoFate.Late ? 26 : 12) && plan.Story.Language == "ko")
        {
            at = Later(at, 5, 200);
            string reason = plan.Story.Again?.Reason ?? Any(Phrases.NotSolved);
            if (!await ActAsync(complaint, at, c => c.Reopen(reason, random.Next(1, 3), PetitionerOf(c), clock, at))
                || !await AssignAsync(complaint, at = Working(at, 1, 7))
                || !await ActAsync(complaint, at = Working(at, 1, 6), c => c.Start(Officer(c), clock, at))
                || !await AnswerAsync(plan, complaint, plan.Story.Again?.Answer ?? Any(Phrases.SecondAnswers), at = Working(at, 4, 30)))
            {
                return;
            }

            if (random.Next(6) == 0)
            {
                await RepeatAsync(complaint, Later(at, 5, 100));
                return;
            }
        }
        else if (mood > 62)
        {
            await KeepSilentAsync(complaint, at);
            return;
        }

        at = Later(at, 2, 130);
        bool wasLate = complaint.WasLate == true;
        await ActAsync(complaint, at, c => c.Confirm(
            Mark(wasLate),
            c.Language == "ko" ? Any(wasLate ? Phrases.Grumbles : Phrases.Confirmations) : null,
            PetitionerOf(c), clock, at));
    }

    /// <summary>The department and the duty whose matter it is.</summary>
    private Routing RightOf(Complaint complaint, DateTime at) => world.Route(
        new RoutingFacts(complaint.CategoryId, complaint.DistrictId, $"{complaint.Title}\n{complaint.Text}", clock.Zone.ToLocal(at)));

    private async Task ReceiveAsync(DemoPlan plan, Complaint complaint, string number, Routing right)
    {
        DateTime at = plan.ReceivedAt;
        ComplaintCategory category = world.Categories[plan.Story.Category];
        Routing routing = plan.Fate switch
        {
            DemoFate.Queued => right with { OfficerId = null },
            DemoFate.Transferred => world.MistakenFor(right),
            _ => right,
        };
        Check(complaint.Receive(number, routing, world.PeriodOf(category, clock.DayOf(at)), clock, Actor.System, at));
        await tell(complaint, at);
    }

    private Task<bool> AnswerAsync(DemoPlan plan, Complaint complaint, string answer, DateTime at)
    {
        string language = plan.Story.Language;
        string department = complaint.DepartmentId is { } id ? world.Departments[id].Name.In(CultureInfo.GetCultureInfo(language)) : "";
        string phone = world.PhoneOf(complaint.DutyId, complaint.DepartmentId);
        string text = language switch
        {
            "en" => $"Hello, this is {department} of Nuri City.\n\n{answer}\n\nIf you have any question, please call us at {phone}.",
            "ja" => $"ヌリ市{department}です。\n\n{answer}\n\nご不明な点は {phone} までお問い合わせください。",
            _ => $"안녕하십니까, 누리시 {department}입니다.\n\n{answer}\n\n더 궁금하신 점은 {phone}로 연락해 주시면 자세히 안내해 드리겠습니다. 감사합니다.",
        };
        text = text
            .Replace("{점검일}", Day(at.AddDays(-random.Next(2, 4)), language), StringComparison.Ordinal)
            .Replace("{조치일}", Day(at.AddDays(-random.Next(0, 2)), language), StringComparison.Ordinal);
        return ActAsync(complaint, at, c => c.Answer(text, plan.Story.Outcome, plan.Story.Owner, false, Officer(c), clock, at));
    }

    private Task<bool> AssignAsync(Complaint complaint, DateTime at) =>
        ActAsync(complaint, at, c => c.Assign(world.OfficerOf(c.DepartmentId, c.DutyId, random), true, world.Manager(c.DepartmentId), clock, at));

    /// <summary>On to whose matter it is, from where it was brought by mistake.</summary>
    private Task<bool> TransferAsync(Complaint complaint, Routing right, DateTime at) =>
        ActAsync(complaint, at, c => c.Transfer(
            right with { OfficerId = null, Reason = Routing.NoReason }, Any(Phrases.Transfers), Officer(c), clock, at));

    private Task<bool> CloseAsync(Complaint complaint, DateTime at)
    {
        ComplaintClosing closing = FindEarlier(complaint) is { } earlier
            ? new(ComplaintOutcome.Duplicate, Any(Phrases.Duplicates)) { DuplicateOf = earlier }
            : new(ComplaintOutcome.AlreadyDone, Any(Phrases.AlreadyDone));
        return ActAsync(complaint, at, c => c.Close(closing, Officer(c), clock, at));
    }

    /// <summary>After two answers the same is brought a third time, and the manager closes it as repeated.</summary>
    private async Task RepeatAsync(Complaint complaint, DateTime at)
    {
        if (await ActAsync(complaint, at, c => c.Reopen(Any(Phrases.NotSolved), 1, PetitionerOf(c), clock, at)))
        {
            ComplaintClosing closing = new(ComplaintOutcome.Repeated, Any(Phrases.Repeats))
            {
                Repetition = new Repetition([], complaint.ResultsUntil(at)) { Record = Phrases.RepeatedRecord },
            };
            DateTime closed = Working(at, 4, 20);
            await ActAsync(complaint, closed, c => c.Close(closing, world.Manager(c.DepartmentId), clock, closed));
        }
    }

    private Task<bool> WithdrawAsync(Complaint complaint, DateTime at) =>
        ActAsync(complaint, at, c => c.Withdraw(Any(Phrases.Withdrawals), PetitionerOf(c), clock, at));

    private async Task KeepSilentAsync(Complaint complaint, DateTime answered)
    {
        DateTime at = answered.AddDays(world.SilentCloseDays).AddHours(1);
        await ActAsync(complaint, at, c => c.CloseSilently(clock, at));
    }

    /// <summary>False when it has not come to that yet.</summary>
    private async Task<bool> ActAsync(Complaint complaint, DateTime at, Func<Complaint, ComplaintRefusal?> act)
    {
        if (at >= now)
        {
            return false;
        }

        Check(act(complaint));
        await tell(complaint, at);
        return true;
    }

    private static void Check(ComplaintRefusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"The demonstration city tried what is refused: {refusal}.");
        }
    }

    private Actor Officer(Complaint complaint) => world.Officer(
        complaint.DepartmentId, complaint.OfficerId ?? throw new InvalidOperationException("Nobody was put in charge."));

    private static Actor PetitionerOf(Complaint complaint) => complaint.AuthorId is { } author
        ? new Actor(author, IdentityLevel.EmailConfirmed, [])
        : Actor.Guest with { GuestComplaintIds = [complaint.Id] };

    /// <summary>Some working hours later.</summary>
    private DateTime Working(DateTime utc, int fromHours, int toHours) => clock.Zone.ToUtc(clock.Calendar.AddWorkingTime(
        clock.Zone.ToLocal(utc), TimeSpan.FromSeconds(random.Next(fromHours * 3600, toHours * 3600))));

    /// <summary>Some hours later, not in the middle of the night.</summary>
    private DateTime Later(DateTime utc, int fromHours, int toHours)
    {
        DateTime later = utc.AddSeconds(random.Next(fromHours * 3600, toHours * 3600));
        int hour = clock.Zone.ToLocal(later).Hour;
        return hour < 7 ? later.AddHours(7 - hour) : later;
    }

    private int Mark(bool wasLate) => random.Next(100) switch
    {
        < 46 when !wasLate => 5,
        < 76 => 4,
        < 90 => 3,
        < 96 => 2,
        _ => 1,
    };

    private string Day(DateTime utc, string language)
    {
        DateTime local = clock.Zone.ToLocal(utc);
        return language switch
        {
            "en" => local.ToString("d MMMM", CultureInfo.GetCultureInfo("en")),
            "ja" => string.Create(CultureInfo.InvariantCulture, $"{local.Month}月{local.Day}日"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{local.Month}월 {local.Day}일"),
        };
    }

    private string Any(string[] phrases) => phrases[random.Next(phrases.Length)];
}
