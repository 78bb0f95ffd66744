using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Data;
using SocialCity.Search;
using SocialCity.Text;

namespace SocialCity.Conversation;

/// <summary>What the form tells of whoever sent it.</summary>
/// <param name="Open">How long it was open; null when nobody had opened it.</param>
/// <param name="FilledHidden">Whether the field was filled that people do not see.</param>
public sealed record FormSigns(TimeSpan? Open, bool FilledHidden)
{
    /// <summary>A form that a person filled in at leisure.</summary>
    public static FormSigns Unsuspicious { get; } = new(TimeSpan.FromMinutes(1), false);
}

/// <summary>
/// Says what a comment looks like, without asking anybody outside the city: the time it took, a field for machines, how many came at
/// once, links, repetition, and the words of what moderators hid before. It decides nothing but whether a person looks first.
/// </summary>
public sealed class SpamCheck(CityDb db, TimeProvider time)
{
    private const int ShortestSeconds = 3;
    private const int FastestLettersPerSecond = 25;
    private const int AtOnce = 4;
    private const int LongEnoughToRepeat = 30;

    private static readonly TimeSpan Moment = TimeSpan.FromMinutes(10);

    /// <summary>Officials answer with their name and department: they are not held.</summary>
    /// <param name="text">As it would be stored.</param>
    /// <param name="form">What the form tells.</param>
    /// <param name="actor">Who writes.</param>
    /// <param name="isSecret">Whether it is said in confidence, see <see cref="CommentQueries.ComparableWith"/>.</param>
    /// <param name="exceptId">The comment that is being corrected: it does not repeat itself.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<SpamVerdict> CheckAsync(string text, FormSigns form, Actor actor, bool isSecret, long? exceptId, CancellationToken cancellationToken)
    {
        if (actor.IsStaff || actor.AccountId is not { } me)
        {
            return SpamVerdict.None;
        }

        DateTime now = time.GetUtcNow().UtcDateTime;
        List<SpamSign> signs = [.. OfForm(text, form), .. OfText(text)];
        IQueryable<Comment> others = db.Comments.Where(c => exceptId == null || c.Id != exceptId).ComparableWith(isSecret, me);
        bool isKnown = await others.WrittenBy(me).Public().AnyAsync(cancellationToken);
        if (!isKnown)
        {
            signs.Insert(0, new SpamSign(SpamSignKind.FirstComment, 0));
        }

        DateTime lately = now - Moment;
        int many = await others.WrittenBy(me).CountAsync(c => c.CreatedAt >= lately, cancellationToken);
        if (many >= AtOnce)
        {
            signs.Add(new SpamSign(SpamSignKind.ManyAtOnce, Math.Min(60, 12 * many), many));
        }

        if (Comment.MarkOf(text) is { Length: > 0 } mark)
        {
            // What is short is said by many: 감사합니다.
            bool isLong = text.Length >= LongEnoughToRepeat;
            int repeated = await others.SameWordsSince(mark, now.AddDays(-1)).CountAsync(c => isLong || c.AuthorId == me, cancellationToken);
            if (repeated > 0)
            {
                signs.Add(new SpamSign(SpamSignKind.Repeated, Math.Min(90, 30 * repeated), repeated));
            }
        }

        if (await new SpamWords(db).JudgeAsync(text, cancellationToken) is { } learned)
        {
            signs.Add(learned);
        }

        int score = Math.Min(SpamVerdict.MostScore, signs.Sum(s => s.Points));
        ModerationCause? cause = score >= SpamVerdict.HeldFrom ? ModerationCause.Spam
            : signs.Exists(s => s.Kind == SpamSignKind.Links) ? ModerationCause.Links
            : !isKnown ? ModerationCause.FirstComment
            : null;
        return new SpamVerdict(score, signs, cause);
    }

    private static IEnumerable<SpamSign> OfForm(string text, FormSigns form)
    {
        if (form.FilledHidden)
        {
            yield return new SpamSign(SpamSignKind.HiddenField, SpamVerdict.MostScore);
        }

        if (form.Open is not { } open)
        {
            yield return new SpamSign(SpamSignKind.NoForm, 30);
        }
        else if (open.TotalSeconds < ShortestSeconds || text.Length / Math.Max(1, open.TotalSeconds) > FastestLettersPerSecond)
        {
            yield return new SpamSign(SpamSignKind.TooFast, 40, (int)open.TotalSeconds);
        }
    }

    private static IEnumerable<SpamSign> OfText(string text)
    {
        int links = CountLinks(MarkdownText.ToHtml(text, MarkdownProfile.Plain));
        if (links > 0)
        {
            yield return new SpamSign(SpamSignKind.Links, Math.Min(60, 15 * links), links);
        }

        if (IsNoise(text))
        {
            yield return new SpamSign(SpamSignKind.Noise, 25);
        }
    }

    private static int CountLinks(string html)
    {
        int count = 0;
        for (int at = html.IndexOf("<a ", StringComparison.Ordinal); at >= 0; at = html.IndexOf("<a ", at + 1, StringComparison.Ordinal))
        {
            count++;
        }

        return count;
    }

    /// <summary>ㅋㅋㅋ is laughter, and so are a few exclamation marks.</summary>
    private static bool IsNoise(string text)
    {
        const int longestRun = 30;
        int run = 0;
        int signs = 0;
        char last = '\0';
        foreach (char letter in text)
        {
            run = letter == last ? run + 1 : 1;
            last = letter;
            if (run > longestRun)
            {
                return true;
            }

            signs += char.IsLetterOrDigit(letter) || char.IsWhiteSpace(letter) ? 0 : 1;
        }

        return text.Length >= longestRun && signs > text.Length * 2 / 3;
    }
}

/// <summary>
/// What moderators' decisions have taught about words: naive Bayes over the pairs of letters by which the search knows Korean.
/// </summary>
public sealed class SpamWords(CityDb db)
{
    /// <summary>With fewer decisions on either side nothing is said.</summary>
    public const int FewestDecisions = 5;

    private const int MostPieces = 200;
    private const int Telling = 15;
    private const int Shown = 5;
    private const int SuspiciousFrom = 70;

    /// <summary>The sign that the words are, or null when they are not suspicious.</summary>
    public async Task<SpamSign?> JudgeAsync(string text, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> pieces = PiecesOf(text);
        List<SpamWord> known = await db.SpamWords.AsNoTracking().Where(w => w.Text == "" || pieces.Contains(w.Text)).ToListAsync(cancellationToken);
        if (known.Find(w => w.Text.Length == 0) is not { SpamCount: >= FewestDecisions, GoodCount: >= FewestDecisions } all)
        {
            return null;
        }

        List<(string Text, double Weight)> telling =
        [
            .. known.Where(w => w.Text.Length > 0)
                .Select(w => (w.Text, Weight: Math.Log((w.SpamCount + 0.5) / (all.SpamCount + 1)) - Math.Log((w.GoodCount + 0.5) / (all.GoodCount + 1))))
                .OrderByDescending(w => Math.Abs(w.Weight)).ThenBy(w => w.Text, StringComparer.Ordinal)
                .Take(Telling),
        ];
        double sum = telling.Sum(w => w.Weight);
        int percent = (int)Math.Round(100 / (1 + Math.Exp(-sum)));
        return percent < SuspiciousFrom
            ? null
            : new SpamSign(
                SpamSignKind.LearnedWords,
                percent - 45,
                percent,
                [.. telling.Where(w => w.Weight > 0).Take(Shown).Select(w => w.Text)]);
    }

    /// <summary>Learns from a decision, or forgets with negative numbers what a decision taught that was taken back.</summary>
    public async Task LearnAsync(string text, int spam, int good, CancellationToken cancellationToken)
    {
        List<string> pieces = ["", .. PiecesOf(text)];
        List<SpamWord> known = await db.SpamWords.Where(w => pieces.Contains(w.Text)).ToListAsync(cancellationToken);
        foreach (string piece in pieces)
        {
            SpamWord? word = known.Find(w => w.Text == piece);
            if (word is null)
            {
                word = new SpamWord(piece);
                db.Add(word);
            }

            word.Learn(spam, good);
        }
    }

    private static IReadOnlyList<string> PiecesOf(string text) =>
    [
        .. KoreanTerms.ForIndex(text).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => p.Length is > 1 and <= SpamWord.TextLength)
            .Distinct(StringComparer.Ordinal)
            .Take(MostPieces),
    ];
}
