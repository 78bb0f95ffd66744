namespace SocialCity.Accounts;

/// <summary>A right and, for officials and managers, the department in which it is held.</summary>
public readonly record struct HeldRight(Right Right, long? DepartmentId = null);

/// <summary>
/// Who acts: taken from the signed-in session by the caller and handed to the entities, which decide by it what is allowed.
/// </summary>
public sealed record Actor(long? AccountId, IdentityLevel Level, IReadOnlyList<HeldRight> Rights)
{
    /// <summary>Somebody who did not sign in.</summary>
    public static Actor Guest { get; } = new(null, IdentityLevel.Guest, []);

    /// <summary>The portal itself: routing, deadlines, sweeping.</summary>
    public static Actor System { get; } = new(null, IdentityLevel.Guest, []) { IsSystem = true };

    public bool IsSystem { get; private init; }

    /// <summary>Complaints that a guest filed and proved with the link in the e-mail.</summary>
    public IReadOnlyList<long> GuestComplaintIds { get; init; } = [];

    public bool IsSignedIn => AccountId is not null;

    public bool IsStaff => Rights.Any(r => r.Right is not Right.Merchant);

    public bool Has(Right right) => Rights.Any(r => r.Right == right);

    public bool Has(Right right, long? departmentId) =>
        departmentId is not null && Rights.Contains(new HeldRight(right, departmentId));

    /// <summary>The departments in which the actor is an official or the manager.</summary>
    public IReadOnlyList<long> Departments() =>
        [.. Rights.Where(r => r.Right.NeedsDepartment()).Select(r => r.DepartmentId).OfType<long>().Distinct()];

    /// <summary>The departments that the actor manages.</summary>
    public IReadOnlyList<long> ManagedDepartments() =>
        [.. Rights.Where(r => r.Right == Right.Manager).Select(r => r.DepartmentId).OfType<long>().Distinct()];
}
