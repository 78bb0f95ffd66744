namespace SocialCity.Blog;

/// <summary>Where an article stands between its first word and the archive.</summary>
public enum ArticleState
{
    /// <summary>초안: only its authors and the editors see it; a citizen's story its authors alone.</summary>
    Draft = 1,

    /// <summary>검토: its authors handed it to the editors.</summary>
    InReview = 2,

    /// <summary>예약: it comes out by itself at <see cref="Article.PublishAt"/>.</summary>
    Scheduled = 3,

    /// <summary>게시: everybody reads it.</summary>
    Published = 4,

    /// <summary>보관: out of the lists, and its page says so no longer.</summary>
    Archived = 5,
}

/// <summary>What is done to an article as a whole; its words are changed by <see cref="Article.Write"/>.</summary>
public enum ArticleAct
{
    /// <summary>검토 요청.</summary>
    Submit = 1,

    /// <summary>The authors, or an editor, take it back to the draft.</summary>
    Recall = 2,

    /// <summary>An editor asks for changes.</summary>
    Return = 3,

    Schedule = 4,

    Publish = 5,

    Archive = 6,

    /// <summary>내려 달라고 하기: the citizen takes the consent back, and the story is out of the lists at once.</summary>
    Withdraw = 7,

    /// <summary>맡기: an official takes a citizen's story up and becomes its author beside the citizen.</summary>
    TakeUp = 8,
}

/// <summary>In which capacity somebody stands to an article.</summary>
[Flags]
public enum ArticleRoles
{
    None = 0,

    Author = 1,

    Editor = 2,

    /// <summary>The portal, when the time of a scheduled article has come.</summary>
    System = 4,

    /// <summary>The citizen whose story it is.</summary>
    Citizen = 8,

    /// <summary>An official who is no author of a citizen's story, and may become one.</summary>
    Official = 16,
}

/// <summary>Why something was not done to an article.</summary>
public enum ArticleRefusal
{
    /// <summary>This person may not do it, or the article does not stand where it could be done.</summary>
    NotAllowed = 1,

    /// <summary>The act needs a text: a reason, what should be changed.</summary>
    NeedsText = 2,

    /// <summary>There is nothing to publish yet: a title, a text and a category are needed.</summary>
    Unfinished = 3,

    /// <summary>The time to publish at lies in the past.</summary>
    InThePast = 4,

    /// <summary>A citizen's story goes out with the citizen's consent only.</summary>
    NeedsConsent = 5,

    /// <summary>A picture says nothing to those who do not see it.</summary>
    NeedsAltText = 6,

    /// <summary>Another article has this address.</summary>
    AddressTaken = 7,

    /// <summary>The time to publish at lies further ahead than <see cref="Article.MostYearsAhead"/>.</summary>
    TooFarAhead = 8,
}
