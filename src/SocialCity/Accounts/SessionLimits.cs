namespace SocialCity.Accounts;

/// <summary>
/// How long a sign-in lasts. Officials sign in anew each working day: what they see belongs to others.
/// docs/decisions/0010-sessions.md says why these figures.
/// </summary>
public static class SessionLimits
{
    /// <summary>The end of a session that was to be remembered, however active it is.</summary>
    public static readonly TimeSpan RememberedLongest = TimeSpan.FromDays(30);

    /// <summary>The end of any other session.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The end of a session of somebody with rights of the administration, remembered or not.</summary>
    public static readonly TimeSpan StaffLongest = TimeSpan.FromHours(12);

    private static readonly TimeSpan RememberedIdle = TimeSpan.FromDays(14);
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);
    private static readonly TimeSpan StaffIdle = TimeSpan.FromHours(4);

    /// <summary>How long after the last request a session ends by itself.</summary>
    public static TimeSpan IdleOf(bool isPersistent, bool isStaff) => isStaff ? StaffIdle : isPersistent ? RememberedIdle : Idle;

    /// <summary>How long a new session may last at most.</summary>
    public static TimeSpan LongestOf(bool isPersistent) => isPersistent ? RememberedLongest : Longest;
}
