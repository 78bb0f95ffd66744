namespace SocialCity.Conversation;

/// <summary>Something about a comment that speaks for spam, or asks for a look for another reason.</summary>
public enum SpamSignKind
{
    /// <summary>The person has no comment yet that stands.</summary>
    FirstComment = 1,

    /// <summary>It holds links; the value says how many.</summary>
    Links = 2,

    /// <summary>Sent sooner than anybody can type; the value is in seconds.</summary>
    TooFast = 3,

    /// <summary>The field was filled that people do not see.</summary>
    HiddenField = 4,

    /// <summary>The form was not opened before it was sent, or so long ago that it was kept.</summary>
    NoForm = 5,

    /// <summary>So many comments within ten minutes.</summary>
    ManyAtOnce = 6,

    /// <summary>So many comments of the same letters within a day.</summary>
    Repeated = 7,

    /// <summary>The words are those of comments that were hidden as advertising; the value is the percentage, the words are named.</summary>
    LearnedWords = 8,

    /// <summary>One letter again and again, or almost no word among signs.</summary>
    Noise = 9,
}

/// <param name="Kind">What was noticed.</param>
/// <param name="Points">Its part of the score.</param>
/// <param name="Value">How many, how long: see <see cref="SpamSignKind"/>.</param>
/// <param name="Words">The pieces of words that counted most.</param>
public sealed record SpamSign(SpamSignKind Kind, int Points, int Value = 0, IReadOnlyList<string>? Words = null);

/// <summary>What a comment looks like, with the reasons: they are shown to the moderator in words.</summary>
/// <param name="Score">0 to 100.</param>
/// <param name="Signs">What it is made of.</param>
/// <param name="Cause">Why it must be looked at before it stands; null when it need not.</param>
public sealed record SpamVerdict(int Score, IReadOnlyList<SpamSign> Signs, ModerationCause? Cause)
{
    public const int HeldFrom = 50;
    public const int MostScore = 100;

    public static SpamVerdict None { get; } = new(0, [], null);

    public bool IsHeld => Cause is not null;
}

/// <summary>
/// A piece of a word that moderators' decisions have taught, with the number of comments on either side that held it. The one with the
/// empty text counts the comments themselves.
/// </summary>
public sealed class SpamWord
{
    public const int TextLength = 24;

    private SpamWord()
    {
    }

    public SpamWord(string text) => Text = text;

    public string Text { get; private set; } = "";

    /// <summary>Comments hidden as advertising or the like that held it.</summary>
    public int SpamCount { get; private set; }

    /// <summary>Comments that a moderator let stand that held it.</summary>
    public int GoodCount { get; private set; }

    internal void Learn(int spam, int good)
    {
        SpamCount = Math.Max(0, SpamCount + spam);
        GoodCount = Math.Max(0, GoodCount + good);
    }
}
