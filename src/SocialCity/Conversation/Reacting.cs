using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Conversation;

/// <summary>Reactions: one a person and subject, counted in the same transaction.</summary>
public sealed class Reacting(CityDb db, IDatabaseProvider provider, ConversationSubjects subjects, TimeProvider time)
{
    /// <summary>Sets, changes or takes back the person's reaction. Returns the thing; null when it does not exist for them.</summary>
    /// <param name="subject">What is reacted to.</param>
    /// <param name="subjectId">Which one.</param>
    /// <param name="kind">Null to take it back.</param>
    /// <param name="actor">Who reacts.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<Topic?> ReactAsync(
        ConversationSubject subject, long subjectId, ReactionKind? kind, Actor actor, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(subject, subjectId, actor, cancellationToken) is not { IsOpen: true } topic || actor.AccountId is not { } me)
        {
            return null;
        }

        try
        {
            await SetAsync(topic, kind, me, cancellationToken);
        }
        catch (DbUpdateException exception) when (provider.IsUniqueViolation(exception))
        {
            // The same person was faster at another window: theirs is changed.
            await SetAsync(topic, kind, me, cancellationToken);
        }

        return topic;
    }

    private Task<int> SetAsync(Topic topic, ReactionKind? kind, long accountId, CancellationToken cancellationToken) => db.InTransactionAsync(
        async ct =>
        {
            IQueryable<Reaction> own = db.Reactions.To(topic.Subject, topic.Id).Where(r => r.AccountId == accountId);
            int change = 0;
            if (kind is not { } wanted)
            {
                change = -await own.ExecuteDeleteAsync(ct);
            }
            else if (await own.ExecuteUpdateAsync(set => set.SetProperty(r => r.Kind, wanted), ct) == 0)
            {
                db.Add(new Reaction(topic.Subject, topic.Id, accountId, wanted, time.GetUtcNow().UtcDateTime));
                await db.SaveChangesAsync(ct);
                change = 1;
            }

            await subjects.Of(topic.Subject).CountAsync(topic.Id, new TalkChange(Reactions: change), ct);
            return change;
        },
        cancellationToken);
}
