using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>The comments of an export below the article they belong to: each once, replies of any depth below the first of their thread.</summary>
internal sealed class ImportedComments(CityDb db, ImportLedger ledger, ImportedPhotos photos, bool isDry)
{
    private static readonly Dictionary<string, KnownPicture> NoPictures = [];

    /// <param name="article">Null in a dry run, for an article that is not here yet.</param>
    /// <param name="title">Of the article, for the report.</param>
    public async Task TakeAsync(
        ForeignArticle foreign, Article? article, string title, ImportReport report, DateTime now, CancellationToken cancellationToken)
    {
        Dictionary<string, ForeignComment> byKey = foreign.Comments.Where(c => c.Key.Length > 0).DistinctBy(c => c.Key).ToDictionary(c => c.Key);
        Dictionary<string, long> known = await ledger.KnownAsync(ImportLedger.Comment, byKey.Keys, cancellationToken);
        Dictionary<string, Comment> threads = new(StringComparer.Ordinal);
        int counted = 0;

        // Those that begin a thread first: a reply may stand before what it replies to.
        foreach (ForeignComment comment in foreign.Comments.OrderBy(c => c.ParentId(byKey) is null ? 0 : 1))
        {
            if (known.ContainsKey(comment.Key))
            {
                report.Count("comment", ImportOutcome.Unchanged);
            }
            else if (Words(foreign, comment, title, report, out ForeignLoss? loss) is { } words)
            {
                report.Count("comment", ImportOutcome.Brought);
                if (comment.ParentKey is not null && comment.ParentId(byKey) is null)
                {
                    report.Note("comment", $"{comment.Name}, {title}", "what it replied to was not brought: it stands by itself");
                }

                known[comment.Key] = 0;
                if (article is not null && !isDry)
                {
                    counted += await AddAsync(comment, words, article, byKey, known, threads, now, cancellationToken);
                }
            }
            else if (loss is not null)
            {
                report.Skip(loss);
            }
        }

        if (article is not null && counted > 0)
        {
            await new ArticleConversation(db).CountAsync(article.Id, new TalkChange(Comments: counted), cancellationToken);
        }
    }

    private async Task<int> AddAsync(
        ForeignComment foreign,
        string words,
        Article article,
        Dictionary<string, ForeignComment> byKey,
        Dictionary<string, long> known,
        Dictionary<string, Comment> threads,
        DateTime now,
        CancellationToken cancellationToken)
    {
        string? top = foreign.ParentId(byKey);
        Comment? above = null;
        if (top is not null && !threads.TryGetValue(top, out above) && known.GetValueOrDefault(top) is > 0 and var id)
        {
            above = await db.Comments.SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        }

        Comment comment = Comment.Import(
            ConversationSubject.Article,
            article.Id,
            above,
            foreign.Name.Length > 0 ? foreign.Name : "익명",
            words,
            foreign.IsWithinSecret(byKey),
            foreign.At ?? article.PublishedAt ?? now);
        db.Add(comment);
        await db.SaveChangesAsync(cancellationToken);
        ledger.Note(ImportLedger.Comment, foreign.Key, comment.Id, now);
        known[foreign.Key] = comment.Id;
        threads[foreign.Key] = comment;
        return comment.IsCounted ? 1 : 0;
    }

    private string? Words(ForeignArticle foreign, ForeignComment comment, string title, ImportReport report, out ForeignLoss? loss)
    {
        HtmlToMarkdown read = HtmlToMarkdown.Read(comment.Html, keepsLines: true);
        string words = CleanText.Text(read.Write(NoPictures));
        string? reason = comment.State switch
        {
            ForeignCommentState.Waiting => "it waited there for somebody to look at it",
            ForeignCommentState.Refused => "it was held there for spam, or thrown away",
            ForeignCommentState.Other => "it is none of a reader's comments, but a note of another kind",
            ForeignCommentState.Mention => "it is a pingback or trackback, not somebody's words",
            _ when words.Length == 0 => "it has no words",
            _ when comment.Key.Length == 0 => "it has no number, by which it could be known again",
            _ => null,
        };
        loss = reason is null ? null : new ForeignLoss("comment", $"{comment.Name}, {title}", reason);
        if (reason is null && words.Length > Comment.TextLength)
        {
            report.Note("comment", $"{comment.Name}, {title}", string.Create(CultureInfo.InvariantCulture, $"it was cut at {Comment.TextLength:N0} letters"));
        }

        if (reason is not null)
        {
            return null;
        }

        foreach (ForeignPicture picture in read.Pictures)
        {
            photos.LoseAt(foreign, picture.Source, $"it stood in a comment on “{title}”: comments have links in place of pictures", report);
        }

        return CleanText.Shorten(words, Comment.TextLength);
    }
}

file static class Threads
{
    /// <summary>The comment at the top of its thread; null when it is that itself, or the one above is not there.</summary>
    public static string? ParentId(this ForeignComment comment, Dictionary<string, ForeignComment> byKey)
    {
        ForeignComment top = comment;
        HashSet<string> seen = new(StringComparer.Ordinal) { comment.Key };
        while (top.ParentKey is { } key && byKey.TryGetValue(key, out ForeignComment? above) && above.State == ForeignCommentState.Visible && seen.Add(key))
        {
            top = above;
        }

        return top.Key == comment.Key ? null : top.Key;
    }

    /// <summary>Whether it is secret, or anything above it is.</summary>
    public static bool IsWithinSecret(this ForeignComment comment, Dictionary<string, ForeignComment> byKey)
    {
        ForeignComment? here = comment;
        for (int depth = 0; here is not null && depth < 100; depth++)
        {
            if (here.IsSecret)
            {
                return true;
            }

            here = here.ParentKey is { } key ? byKey.GetValueOrDefault(key) : null;
        }

        return false;
    }
}
