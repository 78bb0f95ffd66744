using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints.Acts;

/// <summary>종결 without an answer of substance.</summary>
[Authorize(Policy = Policies.Desk)]
[Route("complaints/{number}/closings")]
public sealed class ClosingsController(ActDesk desk, ActWords words, CityDb db) : ActController<ClosingForm>(desk, words)
{
    protected override ComplaintAct Act => ComplaintAct.Close;

    protected override async Task<ComplaintActing> PrepareAsync(ActSubject subject, ClosingForm form, CancellationToken cancellationToken)
    {
        ComplaintClosing closing = new(form.Outcome, form.Text ?? "") { OwnerElsewhere = form.Owner };
        switch (form.Outcome)
        {
            case ComplaintOutcome.Duplicate when NumbersIn(form.DuplicateOf) is { Count: > 0 } numbers:
                IReadOnlyList<Complaint> other = await NamedAsync(numbers, cancellationToken);
                if (other.Count != 1 || numbers.Count != 1)
                {
                    return (_, _, _) => ComplaintRefusal.DuplicateUnknown;
                }

                closing = closing with { DuplicateOf = other[0] };
                break;
            case ComplaintOutcome.Repeated:
                IReadOnlyList<string> named = [.. NumbersIn(form.Earlier).Where(n => n != subject.Number)];
                IReadOnlyList<Complaint> earlier = await NamedAsync(named, cancellationToken);
                if (earlier.Count != named.Count)
                {
                    return (_, _, _) => ComplaintRefusal.EarlierUnknown;
                }

                Complaint own = await db.Complaints.AsNoTracking().Include(c => c.Events)
                    .SingleAsync(c => c.Id == subject.Complaint.Id, cancellationToken);
                Repetition repetition = new(earlier, own.ResultsUntil(own.ClockStartedAt));
                closing = closing with { Repetition = repetition with { Record = Words.Of(repetition, subject.Complaint) } };
                break;
            default:
                break;
        }

        return (c, clock, now) => c.Close(closing, Desk.Actor, clock, now);
    }

    private static IReadOnlyList<string> NumbersIn(string? text) =>
        [.. (text ?? "").Split([' ', ',', '\n', '\r', '\t', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];

    private async Task<IReadOnlyList<Complaint>> NamedAsync(IReadOnlyList<string> numbers, CancellationToken cancellationToken) =>
        await db.Complaints.AsNoTracking().VisibleTo(Desk.Actor)
            .Where(c => c.Number != null && numbers.Contains(c.Number))
            .Include(c => c.Events)
            .ToListAsync(cancellationToken);
}
