namespace SocialCity.Accounts;

/// <summary>What an account may do beyond what every citizen may. Official and Manager belong to a department.</summary>
public enum Right
{
    /// <summary>상인: owns a shop that the city approved.</summary>
    Merchant = 1,

    /// <summary>공무원: works on what a department is in charge of.</summary>
    Official = 2,

    /// <summary>관리자(부서장): assigns within the department and takes what comes back.</summary>
    Manager = 3,

    /// <summary>편집자: arranges the city blog.</summary>
    Editor = 4,

    /// <summary>운영자(검토): works the moderation queue.</summary>
    Moderator = 5,

    /// <summary>시스템 관리자: settings, departments, rights, the audit log.</summary>
    Administrator = 6,
}

public static class RightExtensions
{
    /// <summary>Whether the right is held in a department, not in the city as a whole.</summary>
    public static bool NeedsDepartment(this Right right) => right is Right.Official or Right.Manager;
}
