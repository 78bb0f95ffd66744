using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Blog.Newsletter;

/// <summary>
/// A part of the count of confirmed subscribers. Each change adds rows in its own save, so that two never wait for each other; a job folds
/// them (docs/decisions/0010-tallies.md). The count is their sum.
/// </summary>
public sealed class NewsletterTally
{
    /// <summary>Stands for all subscribers of a pace, whatever they chose.</summary>
    public const long Everybody = 0;

    /// <summary>Stands for those who get articles of every category.</summary>
    public const long AllCategories = -1;

    private NewsletterTally()
    {
    }

    public NewsletterTally(NewsletterPace pace, long topic, int count)
    {
        Pace = pace;
        Topic = topic;
        Count = count;
    }

    public long Id { get; private set; }

    public NewsletterPace Pace { get; private set; }

    /// <summary>The id of a category, <see cref="Everybody"/> or <see cref="AllCategories"/>.</summary>
    public long Topic { get; private set; }

    public int Count { get; private set; }

    /// <summary>What so many subscriptions of one kind add to the counts.</summary>
    public static IEnumerable<NewsletterTally> Of(NewsletterPace pace, string topics, int count) =>
        (topics == NewsletterTopics.All ? [AllCategories] : NewsletterTopics.Read(topics)).Prepend(Everybody)
            .Select(topic => new NewsletterTally(pace, topic, count));
}

public sealed class NewsletterTallyMapping : IEntityTypeConfiguration<NewsletterTally>
{
    public void Configure(EntityTypeBuilder<NewsletterTally> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ToTable("NewsletterTallies");
        builder.HasIndex(t => new { t.Pace, t.Topic, t.Count });
    }
}

/// <summary>How many get the newsletter, by pace and by category.</summary>
public sealed class NewsletterTallies(CityDb db)
{
    /// <summary>The counts; one of a category that somebody is counted for more than once does not occur.</summary>
    public async Task<IReadOnlyDictionary<(NewsletterPace Pace, long Topic), int>> ReadAsync(CancellationToken cancellationToken) =>
        await db.NewsletterTallies.GroupBy(t => new { t.Pace, t.Topic }).Select(g => new { g.Key, Count = g.Sum(t => t.Count) })
            .ToDictionaryAsync(g => (g.Key.Pace, g.Key.Topic), g => g.Count, cancellationToken);

    /// <summary>
    /// Replaces the rows of each kind by one. Exactly the rows that were read go, in the save that adds their sum: when somebody else folds at
    /// the same time, one of the two changes nothing.
    /// </summary>
    public async Task FoldAsync(CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        foreach (var kind in (await db.NewsletterTallies.ToListAsync(cancellationToken)).GroupBy(t => (t.Pace, t.Topic)).Where(g => g.Count() > 1))
        {
            db.RemoveRange(kind);
            if (kind.Sum(t => t.Count) is not 0 and int sum)
            {
                db.Add(new NewsletterTally(kind.Key.Pace, kind.Key.Topic, sum));
            }
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Counts afresh; returns how many kinds differed.</summary>
    public Task<int> RebuildAsync(CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            var subscribers = await db.NewsletterSubscriptions.Where(s => s.ConfirmedAt != null)
                .GroupBy(s => new { s.Pace, s.Topics }).Select(g => new { g.Key.Pace, g.Key.Topics, Count = g.Count() }).ToListAsync(ct);
            Dictionary<(NewsletterPace Pace, long Topic), int> counted = subscribers.SelectMany(s => NewsletterTally.Of(s.Pace, s.Topics, s.Count))
                .GroupBy(t => (t.Pace, t.Topic)).ToDictionary(g => g.Key, g => g.Sum(t => t.Count));
            IReadOnlyDictionary<(NewsletterPace Pace, long Topic), int> kept = await ReadAsync(ct);
            await db.NewsletterTallies.ExecuteDeleteAsync(ct);
            db.AddRange(counted.Select(c => new NewsletterTally(c.Key.Pace, c.Key.Topic, c.Value)));
            await db.SaveChangesAsync(ct);
            return counted.Keys.Union(kept.Keys).Count(k => counted.GetValueOrDefault(k) != kept.GetValueOrDefault(k));
        },
        IsolationLevel.Serializable,
        cancellationToken);
}
