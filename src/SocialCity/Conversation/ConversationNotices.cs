using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Notices;
using SocialCity.Text;

namespace SocialCity.Conversation;

/// <summary>
/// Who is told of what. The words of a secret comment are in no notice, not even in those to whoever may read it: a mail leaves the portal.
/// </summary>
public sealed class ConversationNotices(CityDb db)
{
    private const int QuoteLength = 300;

    /// <summary>A comment stands now: the authors of the subject and the writer above learn of it.</summary>
    public async Task TellOfAsync(Comment comment, Comment? above, Topic topic, DateTime now, CancellationToken cancellationToken)
    {
        long? aboveId = above?.AuthorId == comment.AuthorId ? null : above?.AuthorId;
        List<long> ids = [.. topic.AuthorIds.Append(aboveId ?? 0).Where(id => id != comment.AuthorId && id != 0).Distinct()];
        foreach (Account account in await db.Users.Where(a => ids.Contains(a.Id) && a.ClosedAt == null).ToListAsync(cancellationToken))
        {
            // Whoever may not read the reply is not told of it.
            if (!comment.IsVisibleTo(new Actor(account.Id, account.Level, []), topic.AuthorIds.Contains(account.Id)))
            {
                continue;
            }

            Dictionary<string, string> facts = new()
            {
                [NoticeFacts.Title] = topic.Title,
                [NoticeFacts.Path] = PathOf(comment.Id),
            };
            if (!comment.IsSecret)
            {
                facts[NoticeFacts.Text] = MarkdownText.ToPlainText(comment.Text, QuoteLength);
            }

            db.Add(Notice.To(account, account.Id == aboveId ? NoticeKind.CommentAnswered : NoticeKind.CommentWritten, facts, now));
        }
    }

    /// <summary>The writer is told what was decided about their words.</summary>
    public async Task TellWriterAsync(NoticeKind kind, ModerationCase decided, TopicName topic, string path, DateTime now, CancellationToken cancellationToken)
    {
        if (decided.WriterId is { } id && await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.ClosedAt == null, cancellationToken) is { } writer)
        {
            db.Add(Notice.To(
                writer,
                kind,
                new Dictionary<string, string>
                {
                    [NoticeFacts.Title] = topic.Title,
                    [NoticeFacts.Path] = path,
                    [NoticeFacts.Ground] = decided.Reason?.ToString() ?? "",
                    [NoticeFacts.Outcome] = decided.State.ToString(),
                    [NoticeFacts.Text] = decided.Text,
                },
                now));
        }
    }

    /// <summary>The address that leads to a comment, wherever it stands now.</summary>
    public static string PathOf(long commentId) => string.Create(CultureInfo.InvariantCulture, $"/conversation/comments/{commentId}");

    public static string AppealPathOf(long caseId) => string.Create(CultureInfo.InvariantCulture, $"/conversation/appeals/{caseId}");
}
