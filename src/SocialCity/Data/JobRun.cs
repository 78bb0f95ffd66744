using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Data;

/// <summary>How the last run of a job went: one row a job.</summary>
public sealed class JobRun
{
    public const int NameLength = 60;
    public const int ErrorLength = 400;

    private JobRun()
    {
    }

    /// <param name="name">The name of the job's class.</param>
    public JobRun(string name) => Name = name;

    public string Name { get; private set; } = "";

    public DateTime At { get; private set; }

    public long Milliseconds { get; private set; }

    /// <summary>When the next run is due; null for none.</summary>
    public DateTime? NextAt { get; private set; }

    /// <summary>Why it failed; null when it went well.</summary>
    public string? Error { get; private set; }

    /// <summary>How often it failed since it last went well.</summary>
    public int FailuresInARow { get; private set; }

    public void Ended(DateTime at, TimeSpan took, DateTime? nextAt, string? error)
    {
        At = at;
        Milliseconds = (long)took.TotalMilliseconds;
        NextAt = nextAt;
        Error = error?.Length > ErrorLength ? error[..ErrorLength] : error;
        FailuresInARow = error is null ? 0 : FailuresInARow + 1;
    }
}

public sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Name).HasMaxLength(JobRun.NameLength);
        builder.Property(r => r.Error).HasMaxLength(JobRun.ErrorLength);
    }
}
