using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Areas.Office;

/// <param name="RunsHere">Whether this server runs jobs, or another one.</param>
public sealed record JobList(bool RunsHere, IReadOnlyList<JobRow> Jobs)
{
    /// <summary>How many need the administrators' eye.</summary>
    public int Failing => Jobs.Count(j => j.Last?.Error is not null || j.IsLate);

    public static async Task<JobList> LoadAsync(CityDb db, bool runsHere, DateTime now, CancellationToken cancellationToken)
    {
        Dictionary<string, JobRun> runs = await db.JobRuns.AsNoTracking().ToDictionaryAsync(r => r.Name, cancellationToken);
        return new JobList(
            runsHere, [.. Startup.Jobs.All.Select(j => new JobRow(j.Name, j.Interval, runs.GetValueOrDefault(j.Name), now))]);
    }
}

/// <param name="Last">Null while it never ran.</param>
public sealed record JobRow(string Name, TimeSpan Interval, JobRun? Last, DateTime Now)
{
    /// <summary>More than the minute within which a good run may stay unwritten, and enough for a start of the server.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>It ought to have run again by now.</summary>
    public bool IsLate => Last is { } last && last.At + Interval + Patience < Now;
}
