namespace SocialCity.Complaints;

/// <summary>Where a complaint stands. Which act leads from where to where is said in <see cref="ComplaintTransitions"/> alone.</summary>
public enum ComplaintState
{
    /// <summary>Filed by a guest whose e-mail address is not confirmed: nobody sees it, no period runs.</summary>
    Unconfirmed = 0,

    /// <summary>접수: has a number and a department; nobody is in charge by name yet.</summary>
    Received = 1,

    /// <summary>담당자 지정.</summary>
    Assigned = 2,

    /// <summary>처리 중.</summary>
    InProgress = 3,

    /// <summary>보완 요청: waits for the citizen; the period stands still.</summary>
    Waiting = 4,

    /// <summary>답변 완료: the citizen has the word.</summary>
    Answered = 5,

    /// <summary>해결 확인: the citizen said that it is solved.</summary>
    Confirmed = 6,

    /// <summary>재처리: the citizen said that it is not solved; it lies with the manager.</summary>
    Reopened = 7,

    /// <summary>종결, for a stated reason.</summary>
    Closed = 8,
}

public static class ComplaintStates
{
    /// <summary>The states in which the office owes something.</summary>
    public static IReadOnlyList<ComplaintState> Open { get; } =
        [ComplaintState.Received, ComplaintState.Assigned, ComplaintState.InProgress, ComplaintState.Waiting, ComplaintState.Reopened];

    public static bool IsOpen(this ComplaintState state) => Open.Contains(state);

    /// <summary>Whether "me too" still leads to something: an answer is owed, or the petitioner may yet say that it does not settle the matter.</summary>
    public static bool TakesSupport(this ComplaintState state) => state.IsOpen() || state == ComplaintState.Answered;
}

/// <summary>What can be done to a complaint.</summary>
public enum ComplaintAct
{
    /// <summary>접수: the portal takes it in, gives it a number and a department.</summary>
    Receive = 1,

    /// <summary>담당자 지정.</summary>
    Assign = 2,

    /// <summary>처리 시작.</summary>
    Start = 3,

    /// <summary>보완 요청: the official asks the citizen.</summary>
    Ask = 4,

    /// <summary>보완: the citizen answers what was asked.</summary>
    Supply = 5,

    /// <summary>The official goes on without the citizen's answer.</summary>
    Resume = 6,

    /// <summary>중간 안내.</summary>
    Report = 7,

    /// <summary>답변.</summary>
    Answer = 8,

    /// <summary>해결 확인.</summary>
    Confirm = 9,

    /// <summary>재처리 요청.</summary>
    Reopen = 10,

    /// <summary>이송: to another department, with the reason.</summary>
    Transfer = 11,

    /// <summary>기간 연장, on one of the grounds of the law.</summary>
    Extend = 12,

    /// <summary>종결.</summary>
    Close = 13,

    /// <summary>취하: the citizen takes it back.</summary>
    Withdraw = 14,

    /// <summary>내부 메모: officials only.</summary>
    Note = 15,

    /// <summary>병합: a duplicate of it was closed.</summary>
    Join = 16,

    /// <summary>기한 재계산: holidays, office hours or a period changed, and with them the due date.</summary>
    Recount = 17,

    /// <summary>담당자 비움: who was in charge no longer works in the department.</summary>
    Release = 18,

    /// <summary>The department that sorts takes what had no department.</summary>
    Adopt = 19,
}

/// <summary>Why a complaint is closed; also the outcome that an answer states.</summary>
public enum ComplaintOutcome
{
    /// <summary>해결.</summary>
    Solved = 1,

    /// <summary>일부 해결.</summary>
    PartlySolved = 2,

    /// <summary>이미 처리됨.</summary>
    AlreadyDone = 3,

    /// <summary>불수용.</summary>
    NotAccepted = 4,

    /// <summary>다른 기관 소관: the owner is named.</summary>
    NotOurs = 5,

    /// <summary>중복.</summary>
    Duplicate = 6,

    /// <summary>반복.</summary>
    Repeated = 7,

    /// <summary>취하.</summary>
    Withdrawn = 8,
}

/// <summary>The grounds of an extension: a closed list (Enforcement Decree of the Civil Petitions Treatment Act, art. 21).</summary>
public enum ExtensionGround
{
    /// <summary>다른 기관의 협조가 필요함.</summary>
    OtherOfficeNeeded = 1,

    /// <summary>사실 확인 또는 현장 조사가 필요함.</summary>
    FactsOrSite = 2,

    /// <summary>천재지변 등 불가항력.</summary>
    ForceMajeure = 3,

    /// <summary>그 밖에 이에 준하는 사유.</summary>
    LikeReason = 4,
}

/// <summary>Why an act was refused. Each has its own words on the page.</summary>
public enum ComplaintRefusal
{
    /// <summary>The act is not possible where the complaint stands now.</summary>
    WrongState = 1,

    /// <summary>The act exists here, but not for this person.</summary>
    NotYours = 2,
    TextMissing = 3,
    TextTooLong = 4,
    OutcomeMissing = 5,

    /// <summary>This outcome cannot be given with this act.</summary>
    OutcomeNotPossible = 6,

    /// <summary>"Not ours" without naming whose matter it is.</summary>
    OwnerMissing = 7,
    GroundMissing = 8,

    /// <summary>It was extended once; a second time needs the petitioner's consent.</summary>
    ConsentMissing = 9,

    /// <summary>It was extended twice: the law knows no third time.</summary>
    ExtendedTwice = 10,
    SameDepartment = 11,

    /// <summary>It lies with the manager: it was transferred three times or came back unsolved.</summary>
    ManagerNeeded = 12,

    /// <summary>The chosen person is no official of the department.</summary>
    NotAnOfficer = 13,
    SatisfactionOutOfRange = 14,

    /// <summary>Withdrawn and duplicate complaints stay closed.</summary>
    StaysClosed = 15,

    /// <summary>A duplicate without the other complaint.</summary>
    DuplicateMissing = 16,
    DuplicateOfItself = 17,

    /// <summary>There is no such complaint for this person: one that they may not see is not told from one that does not exist.</summary>
    DuplicateUnknown = 18,

    /// <summary>Nobody takes care of the other complaint: it was withdrawn, is a duplicate itself or was closed without an answer.</summary>
    DuplicateEnded = 19,

    /// <summary>The petitioner cannot see the other complaint.</summary>
    DuplicatePrivate = 20,

    /// <summary>An extension is decided within the period (Decree art. 21): this one has passed.</summary>
    PeriodOver = 21,

    /// <summary>Repeated, without naming the earlier complaints.</summary>
    EarlierMissing = 22,

    /// <inheritdoc cref="DuplicateUnknown"/>
    EarlierUnknown = 23,
    EarlierOfSomebodyElse = 24,

    /// <summary>A repeated complaint may be closed after two results were told.</summary>
    ResultsTooFew = 25,

    /// <summary>The due date was counted again and is the same: there is nothing to tell.</summary>
    DueUnmoved = 26,

    /// <summary>The reason names what the law forbids as a ground, and nobody said that it is another one.</summary>
    GroundForbidden = 27,

    /// <summary>The day by which to reply is no day ahead, or too far ahead.</summary>
    ReplyDayOutOfRange = 28,

    /// <summary>Nobody is put in charge of what they filed themselves.</summary>
    OwnComplaint = 29,

    /// <summary>The other complaint was answered to its petitioner alone: this one could not read the answer.</summary>
    DuplicateAnsweredPrivately = 30,
}
