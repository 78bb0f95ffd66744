using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>What a request must know of the session that its cookie names, and of the account behind it: one row.</summary>
public sealed record SessionState
{
    public required long AccountId { get; init; }

    public required string Name { get; init; }

    public required int RightsVersion { get; init; }

    public required bool IsActive { get; init; }

    /// <summary>Whether the account's credentials are still those that the session began with.</summary>
    public required bool StampHolds { get; init; }

    public required bool IsPersistent { get; init; }

    public required DateTime StartedAt { get; init; }

    public required DateTime SeenAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public required DateTime? EndedAt { get; init; }

    /// <summary>Whether the session still admits its browser.</summary>
    public bool HoldsFor(bool isStaff, DateTime now) =>
        IsActive
        && StampHolds
        && EndedAt is null
        && now < ExpiresAt
        && (!isStaff || now < StartedAt + SessionLimits.StaffLongest)
        && now < SeenAt + SessionLimits.IdleOf(IsPersistent, isStaff);
}

public static class SessionQueries
{
    public static IQueryable<SessionState> SessionStates(this CityDb db, Guid id) =>
        from session in db.Sessions
        join account in db.Users on session.AccountId equals account.Id
        where session.Id == id
        select new SessionState
        {
            AccountId = account.Id,
            Name = account.DisplayName,
            RightsVersion = account.RightsVersion,
            IsActive = account.DisabledAt == null && account.ClosedAt == null,
            StampHolds = session.SecurityStamp == account.SecurityStamp,
            IsPersistent = session.IsPersistent,
            StartedAt = session.StartedAt,
            SeenAt = session.SeenAt,
            ExpiresAt = session.ExpiresAt,
            EndedAt = session.EndedAt,
        };

    /// <summary>Notes that the session was seen, at most once in <see cref="Session.SeenEvery"/>.</summary>
    public static Task<int> SeenAsync(this IQueryable<Session> sessions, Guid id, DateTime now, CancellationToken cancellationToken)
    {
        DateTime before = now - Session.SeenEvery;
        return sessions.Where(s => s.Id == id && s.SeenAt < before)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now), cancellationToken);
    }

    /// <summary>Notes the end of the sessions that a new stamp of their account has ended.</summary>
    public static Task<int> EndStaleAsync(this IQueryable<Session> sessions, Account account, DateTime now, CancellationToken cancellationToken) =>
        sessions.Where(s => s.AccountId == account.Id && s.SecurityStamp != account.SecurityStamp && s.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), cancellationToken);

    /// <summary>The sessions of an active account that still admit their browsers: those for which <see cref="SessionState.HoldsFor"/> says so.</summary>
    public static IQueryable<Session> OpenSessions(this CityDb db, long accountId, bool isStaff, DateTime now)
    {
        DateTime begunAfter = now - (isStaff ? SessionLimits.StaffLongest : SessionLimits.RememberedLongest);
        DateTime rememberedSeenAfter = now - SessionLimits.IdleOf(isPersistent: true, isStaff);
        DateTime seenAfter = now - SessionLimits.IdleOf(isPersistent: false, isStaff);
        return db.Sessions.Where(s =>
            s.AccountId == accountId
            && s.EndedAt == null
            && s.ExpiresAt > now
            && s.StartedAt > begunAfter
            && s.SeenAt > (s.IsPersistent ? rememberedSeenAfter : seenAfter)
            && db.Users.Any(a => a.Id == s.AccountId && a.SecurityStamp == s.SecurityStamp && a.DisabledAt == null && a.ClosedAt == null));
    }
}
