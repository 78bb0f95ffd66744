using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Localization;
using SocialCity.Audit;
using SocialCity.Data;
using SocialCity.Time;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Areas.Office;

/// <summary>What the audit log is narrowed by; it stands in the address.</summary>
public sealed class AuditFilter : IValidatableObject
{
    [Display(Name = "종류")]
    public AuditKind? Kind { get; set; }

    /// <summary>What <see cref="AuditSubjects"/> understands: a thing such as "complaint:17", a number, an address, a name.</summary>
    [Display(Name = "대상")]
    [StringLength(AuditEntry.SubjectLength)]
    public string? Subject { get; set; }

    /// <summary>Days of the city, both included.</summary>
    [Display(Name = "부터")]
    public DateOnly? From { get; set; }

    [Display(Name = "까지")]
    public DateOnly? Until { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        IStringLocalizer<OfficeTexts> T = validationContext.GetRequiredService<IStringLocalizer<OfficeTexts>>();
        return From > Until ? [new ValidationResult(T["시작하는 날이 끝나는 날보다 늦습니다."], [nameof(From)])] : [];
    }

    /// <param name="entries">All of them.</param>
    /// <param name="subjects">Those that <see cref="Subject"/> means; null when nothing was typed.</param>
    /// <param name="zone">The city's.</param>
    public IQueryable<AuditEntry> Narrow(IQueryable<AuditEntry> entries, IEnumerable<string>? subjects, TimeZoneInfo zone)
    {
        entries = entries.OfKind(Kind);
        if (subjects is not null)
        {
            string[] meant = [.. subjects];
            entries = entries.Where(e => meant.Contains(e.Subject));
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
