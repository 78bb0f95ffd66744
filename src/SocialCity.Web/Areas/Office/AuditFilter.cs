using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Web.Areas.Office;

/// <summary>What the audit log is narrowed by; it stands in the address.</summary>
public sealed class AuditFilter
{
    public AuditKind? Kind { get; set; }

    /// <summary>A thing such as "complaint:17", exactly.</summary>
    public string? Subject { get; set; }

    /// <summary>Days of the city, both included.</summary>
    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> entries, TimeZoneInfo zone)
    {
        entries = entries.OfKind(Kind);
        if (!string.IsNullOrWhiteSpace(Subject))
        {
            string subject = Subject.Trim();
            entries = entries.Where(e => e.Subject == subject);
        }

        if (From is { } from)
        {
            DateTime first = zone.ToUtc(from.ToDateTime(TimeOnly.MinValue));
            entries = entries.Where(e => e.At >= first);
        }

        if (Until is { } until)
        {
            DateTime end = zone.ToUtc(until.AddDays(1).ToDateTime(TimeOnly.MinValue));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }
}

public static class AuditPaging
{
    /// <summary>One page, newest first, with one row more than asked; backwards in the opposite order.</summary>
    public static IQueryable<AuditEntry> PageAt(this IQueryable<AuditEntry> entries, Cursor? at, int size)
    {
        if (at is null)
        {
            return entries.NewestFirst().Take(size + 1);
        }

        DateTime time = at.At;
        long id = at.Id;
        return at.Backwards
            ? entries.Where(e => e.At >= time && (e.At > time || e.Id > id)).OrderBy(e => e.At).ThenBy(e => e.Id).Take(size + 1)
            : entries.Where(e => e.At <= time && (e.At < time || e.Id < id)).NewestFirst().Take(size + 1);
    }
}
