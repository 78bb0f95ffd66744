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
        "담당자부재", "담당자가없", "담당자가자리", "담당자가바뀌", "담당자교체", "담당자지정이늦", "담당자휴가", "휴가", "병가", "부재중", "출장중", "인사이동",
    ];

    public static bool AreNamedIn(string reason)
    {
        string together = string.Concat(reason.Where(c => !char.IsWhiteSpace(c)));
        return Names.Any(name => together.Contains(name, StringComparison.Ordinal));
    }
}
