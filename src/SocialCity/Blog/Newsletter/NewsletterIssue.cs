using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Blog.Newsletter;

/// <summary>A digest that went out to everybody of one pace. Who got it is not kept.</summary>
public sealed class NewsletterIssue
{
    private NewsletterIssue()
    {
    }

    public NewsletterIssue(NewsletterPace pace, DateTime dueAt, int mailCount)
    {
        Pace = pace;
        DueAt = dueAt;
        MailCount = mailCount;
    }

    public long Id { get; private set; }

    public NewsletterPace Pace { get; private set; }

    /// <summary>The time it was meant for, whenever the portal got round to it. UTC.</summary>
    public DateTime DueAt { get; private set; }

    /// <summary>Mails put into the outbox.</summary>
    public int MailCount { get; private set; }
}

public sealed class NewsletterIssueMapping : IEntityTypeConfiguration<NewsletterIssue>
{
    public void Configure(EntityTypeBuilder<NewsletterIssue> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("NewsletterIssues");
        builder.HasIndex(i => new { i.DueAt, i.Pace }).IsUnique();
    }
}
