using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Tests.Data;
using SocialCity.Time;

namespace SocialCity.Tests.Complaints;

/// <summary>Complaints in any state, made by the entity's own methods, and the people around them.</summary>
internal static class Cases
{
    public const long Roads = 1;
    public const long Parks = 2;
    private const long PetitionerId = 10;
    private const long OfficerId = 20;
    private const long ManagerId = 30;

    public static readonly Actor Petitioner = new(PetitionerId, IdentityLevel.EmailConfirmed, []);
    public static readonly Actor SomebodyElse = new(11, IdentityLevel.Verified, []);
    public static readonly Actor Officer = new(OfficerId, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, Roads)]);
    public static readonly Actor Manager = new(ManagerId, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Manager, Roads)]);
    public static readonly Actor OfficerOfParks = new(21, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Official, Parks)]);
    public static readonly Actor ManagerOfParks = new(31, IdentityLevel.EmailConfirmed, [new HeldRight(Right.Manager, Parks)]);

    public static readonly Actor Administrator = new(
        40, IdentityLevel.EmailConfirmed, [new(Right.Administrator), new(Right.Moderator), new(Right.Editor), new(Right.Merchant)]);

    public static readonly PetitionClock Clock = new(
        new WorkingCalendar([], OfficeHours.Usual), TimeZoneInfo.FindSystemTimeZoneById(CityClock.DefaultZoneId));

    /// <summary>The same, with a holiday on the day after the start.</summary>
    public static readonly PetitionClock WithHoliday = new(
        new WorkingCalendar([DateOnly.FromDateTime(TestDatabase.Start).AddDays(1)], OfficeHours.Usual), Clock.Zone);

    public static readonly Routing ToRoads = new(Roads, 1, OfficerId, new LocalText("도로는 도로과가 맡습니다"));
    public static readonly Routing ToParks = new(Parks, 2, null, Routing.NoReason);

    public static DateTime Now => TestDatabase.Start;

    /// <summary>A Monday a week after the start.</summary>
    public static DateOnly ReplyBy => Clock.UsualReplyDay(Now);

    /// <summary>Everybody who may turn up, with the capacity in which they stand to the complaints made here.</summary>
    public static IReadOnlyList<(Actor Actor, ComplaintRoles Role)> Everybody { get; } =
    [
        (Actor.Guest, ComplaintRoles.None),
        (SomebodyElse, ComplaintRoles.None),
        (Petitioner, ComplaintRoles.Petitioner),
        (Officer, ComplaintRoles.Officer),
        (Manager, ComplaintRoles.Manager),
        (OfficerOfParks, ComplaintRoles.None),
        (ManagerOfParks, ComplaintRoles.None),
        (Administrator, ComplaintRoles.None),
        (Actor.System, ComplaintRoles.System),
    ];

    public static ComplaintFiling Filing(bool isPrivate = false) => new(
        "보도블록이 깨졌어요", "누리초등학교 앞 보도블록이 깨져 아이들이 넘어집니다.", 1, 1, null, null, isPrivate, true, [], []);

    public static Complaint Filed(bool isPrivate = false) =>
        Complaint.File(Filing(isPrivate), new SocialCity.Complaints.Petitioner(PetitionerId, null, null, "ko"), Guid.NewGuid(), Now);

    /// <summary>A complaint in a state. As seen by <see cref="Everybody"/>, its department is that of the roads throughout.</summary>
    public static Complaint In(ComplaintState state)
    {
        Complaint complaint = Filed();
        if (state == ComplaintState.Unconfirmed)
        {
            // Its department is known only with the receipt; here the official stands to it all the same.
            return complaint;
        }

        Succeed(complaint.Receive("2026-000001", ToRoads with { OfficerId = null }, StatutoryPeriod.OfDays(7), Clock, Actor.System, Now));
        if (state == ComplaintState.Received)
        {
            return complaint;
        }

        Succeed(complaint.Assign(OfficerId, true, Officer, Clock, Now));
        switch (state)
        {
            case ComplaintState.Assigned:
                break;
            case ComplaintState.InProgress:
                Succeed(complaint.Start(Officer, Clock, Now));
                break;
            case ComplaintState.Waiting:
                Succeed(complaint.Ask("어느 쪽 보도인가요?", ReplyBy, Officer, Clock, Now));
                break;
            default:
                Succeed(complaint.Answer("고쳤습니다.", ComplaintOutcome.Solved, null, false, Officer, Clock, Now));
                if (state == ComplaintState.Confirmed)
                {
                    Succeed(complaint.Confirm(5, null, Petitioner, Clock, Now));
                }
                else if (state == ComplaintState.Reopened)
                {
                    Succeed(complaint.Reopen("아직 깨져 있어요.", 1, Petitioner, Clock, Now));
                }
                else if (state == ComplaintState.Closed)
                {
                    Succeed(complaint.CloseSilently(Clock, Now));
                }

                break;
        }

        return complaint;
    }

    public static bool TakesText(ComplaintAct act) => act is not (ComplaintAct.Receive or ComplaintAct.Assign or ComplaintAct.Start or ComplaintAct.Join or ComplaintAct.Recount
        or ComplaintAct.Release or ComplaintAct.Adopt);

    /// <summary>Tries an act with everything else in order.</summary>
    public static ComplaintRefusal? Do(Complaint complaint, ComplaintAct act, Actor actor, string text = "사유를 적습니다.") => act switch
    {
        ComplaintAct.Receive => complaint.Receive("2026-000002", ToRoads, StatutoryPeriod.OfDays(7), Clock, actor, Now),
        ComplaintAct.Assign => complaint.Assign(OfficerId, true, actor, Clock, Now),
        ComplaintAct.Start => complaint.Start(actor, Clock, Now),
        ComplaintAct.Ask => complaint.Ask(text, ReplyBy, actor, Clock, Now),
        ComplaintAct.Supply => complaint.Supply(text, actor, Clock, Now),
        ComplaintAct.Resume => complaint.Resume(text, actor, Clock, Now),
        ComplaintAct.Report => complaint.Report(text, actor, Clock, Now),
        ComplaintAct.Answer => complaint.Answer(text, ComplaintOutcome.Solved, null, false, actor, Clock, Now),
        ComplaintAct.Confirm => complaint.Confirm(4, text, actor, Clock, Now),
        ComplaintAct.Reopen => complaint.Reopen(text, 2, actor, Clock, Now),
        ComplaintAct.Transfer => complaint.Transfer(ToParks, text, actor, Clock, Now),
        ComplaintAct.Extend => complaint.Extend(new(ExtensionGround.FactsOrSite, text), actor, Clock, Now),
        ComplaintAct.Close when actor.IsSystem => text.Length > ComplaintEvent.TextLength ? ComplaintRefusal.TextTooLong : complaint.CloseSilently(Clock, Now),
        ComplaintAct.Close => complaint.Close(new(ComplaintOutcome.AlreadyDone, text), actor, Clock, Now),
        ComplaintAct.Withdraw => complaint.Withdraw(text, actor, Clock, Now),
        ComplaintAct.Note => complaint.Note(text, actor, Clock, Now),
        ComplaintAct.Join => complaint.Join(In(ComplaintState.Closed), actor, Clock, Now),
        ComplaintAct.Recount => complaint.Recount(actor, WithHoliday, Now),
        ComplaintAct.Release => complaint.Release(actor, Clock, Now),
        ComplaintAct.Adopt => complaint.Adopt(Roads, actor, Clock, Now),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static void Succeed(ComplaintRefusal? refusal) => Assert.Null(refusal);
}
