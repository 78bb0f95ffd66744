using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Notices;

namespace SocialCity.Conversation.Mentions;

/// <summary>Why a webmention is not even looked into.</summary>
public enum MentionRefusal
{
    /// <summary>The source is no address of a page of the web.</summary>
    NoSource = 1,

    /// <summary>The target is no page here that takes mentions: which pages exist besides is nobody's matter.</summary>
    NoTarget = 2,

    /// <summary>Pages of this portal link to each other as they like.</summary>
    OwnSource = 3,

    /// <summary>Nothing is taken from this site.</summary>
    Blocked = 4,
}

/// <summary>What happens to a page elsewhere that is said to link here: it is noted, visited, shown after review, and watched.</summary>
public sealed class MentionIntake(CityDb db, IDatabaseProvider provider, ConversationSubjects subjects, OwnSite own, TimeProvider time)
{
    /// <summary>However often it is announced, a page is not visited more often.</summary>
    private static readonly TimeSpan BetweenVisits = TimeSpan.FromMinutes(5);

    /// <summary>Notes what somebody claims; the same pair again asks to look again.</summary>
    /// <param name="source">The page elsewhere, as it was sent.</param>
    /// <param name="target">The address of a page here, as it was sent.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<MentionRefusal?> ClaimAsync(string? source, string? target, CancellationToken cancellationToken)
    {
        if (MentionUrl.Parse(source) is not { } page)
        {
            return MentionRefusal.NoSource;
        }

        if (own.Is(page))
        {
            return MentionRefusal.OwnSource;
        }

        if (MentionUrl.Parse(target) is not { } here || !own.Is(here)
            || await subjects.FindAtAsync(Uri.UnescapeDataString(here.AbsolutePath), cancellationToken) is not { } place)
        {
            return MentionRefusal.NoTarget;
        }

        if (await IsBlockedAsync(page.IdnHost, cancellationToken))
        {
            return MentionRefusal.Blocked;
        }

        Mention mention = new(place, page, here, time.GetUtcNow().UtcDateTime);
        if (await VisitAgainAsync(mention, cancellationToken) == 0)
        {
            try
            {
                db.Add(mention);
                await db.SaveChangesAsync(cancellationToken);
            }
            catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
            {
                // Announced twice at once: the other one stands.
                db.ChangeTracker.Clear();
            }
        }

        return null;
    }

    /// <summary>Whether nothing is taken from a site, or from one above it.</summary>
    public async Task<bool> IsBlockedAsync(string host, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = BlockedSite.NamesOf(host);
        return await db.BlockedSites.AnyAsync(s => names.Contains(s.Host), cancellationToken);
    }

    /// <summary>Writes down what a visit found: for the moderators, or upon the page of the subject.</summary>
    /// <param name="id">Of the mention.</param>
    /// <param name="content">What the page says of itself; null when it does not link here.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public Task SettleAsync(long id, MentionContent? content, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            DateTime now = time.GetUtcNow().UtcDateTime;
            if (await db.Mentions.SingleOrDefaultAsync(m => m.Id == id, ct) is not { } mention)
            {
                return false;
            }

            bool wasShown = mention.IsShown;
            ModerationCase? known = await db.ModerationCases.About(ModerationTarget.Mention, id).SingleOrDefaultAsync(ct);
            if (content is null)
            {
                mention.Lost(now);
                known?.Withdraw(now);
            }
            else if (mention.Found(content, now) && known is not null)
            {
                known.Open(ModerationCause.Mention, null, null, now);
            }
            else if (known is null && mention.State == MentionState.Held)
            {
                db.Add(new ModerationCase(ModerationTarget.Mention, id, null, ModerationCause.Mention, now));
            }

            await db.SaveChangesAsync(ct);
            if (mention.IsShown != wasShown)
            {
                await subjects.Of(mention.Subject).CountAsync(mention.SubjectId, new TalkChange(Mentions: mention.IsShown ? 1 : -1), ct);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Puts a known pair back into the outbox; of others nothing. Returns how many there were.</summary>
    private Task<int> VisitAgainAsync(Mention claimed, CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime later = now + BetweenVisits;
        DateTime since = now - BetweenVisits;
        Guid version = Guid.NewGuid();
        return db.Mentions.Between(claimed.SourceMark, claimed.Subject, claimed.SubjectId).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.Target, claimed.Target)
                .SetProperty(m => m.Delivery, DeliveryState.Waiting)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.NextAttemptAt, m => m.CheckedAt > since ? later : now)
                .SetProperty(m => m.Version, version),
            cancellationToken);
    }
}

/// <summary>Looks after mentions that are known: visits those shown again, and lets go of those that never were true. Run by a job.</summary>
public sealed class MentionUpkeep(CityDb db, TimeProvider time)
{
    private const int AtOnce = 500;

    /// <summary>How long a shown mention stands without anybody looking whether it is still true.</summary>
    public static readonly TimeSpan Trusted = TimeSpan.FromDays(7);

    /// <summary>How long a claim that is not true, or could not be looked into, is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    /// <summary>Returns how many pages are visited again.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        DateTime now = time.GetUtcNow().UtcDateTime;
        DateTime before = now - KeptFor;
        await db.Mentions.NotSeenSince(MentionState.Unfounded, before).ExecuteDeleteAsync(cancellationToken);
        await db.Mentions.Where(m => m.State == MentionState.Claimed && m.Delivery == DeliveryState.Failed && m.ReceivedAt < before)
            .ExecuteDeleteAsync(cancellationToken);

        Guid version = Guid.NewGuid();
        List<long> old = await db.Mentions.NotSeenSince(MentionState.Shown, now - Trusted)
            .Where(m => m.Delivery != DeliveryState.Waiting).OrderBy(m => m.CheckedAt).Take(AtOnce).Select(m => m.Id).ToListAsync(cancellationToken);
        return await db.Mentions.Where(m => old.Contains(m.Id)).ExecuteUpdateAsync(
            set => set
                .SetProperty(m => m.Delivery, DeliveryState.Waiting)
                .SetProperty(m => m.Attempts, 0)
                .SetProperty(m => m.NextAttemptAt, now)
                .SetProperty(m => m.Version, version),
            cancellationToken);
    }
}
