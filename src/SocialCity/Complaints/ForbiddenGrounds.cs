namespace SocialCity.Complaints;

/// <summary>
/// What the law forbids as a ground of an extension (Enforcement Decree art. 21): too much work, and a handler who is absent or was named late.
/// A text that names them is a reason to ask back, not a proof: the official may mean another ground.
/// </summary>
public static class ForbiddenGrounds
{
    private static readonly string[] Names =
    [
        "업무과다", "업무과중", "업무폭주", "업무량", "업무가많", "업무가몰", "업무가밀", "일이많", "일이밀", "바빠", "바쁘", "바쁩", "인력부족", "인력이부족", "일손",
        "일이몰", "바빴", "폭주", "밀려있", "담당자가새로", "담당자변경", "담당자부재", "담당자가없", "담당자가자리", "담당자가바뀌", "담당자교체", "담당자지정이늦", "담당자휴가", "휴가", "병가", "부재중", "출장중", "인사이동",

        "workload", "toomuchwork", "heavywork", "busy", "backlog", "shortstaffed", "understaffed", "shortageofstaff", "onleave", "onvacation", "onholiday",
        "sickleave", "outoftheoffice", "newincharge", "newhandler", "newofficer", "personnelchange", "handoverofduties",
        "業務過多", "業務量", "業務多忙", "多忙", "忙し", "人手不足", "人員不足", "担当者不在", "担当者が不在", "担当者がい", "担当者が代わ", "担当者が変わ", "担当者の交代",
        "人事異動", "休暇", "病欠", "出張中",
    ];

    public static bool AreNamedIn(string reason)
    {
        // However it is spaced or joined: "업무 과다", "업무-과다".
        string together = string.Concat(reason.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return Names.Any(name => together.Contains(name, StringComparison.Ordinal));
    }
}
