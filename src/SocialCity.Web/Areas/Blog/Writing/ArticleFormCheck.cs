using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>A form with what its entries turned out to be. Only one without errors is saved.</summary>
/// <param name="Content">All but the cover and the photos of the text, which are taken when it is saved.</param>
/// <param name="AuthorIds">Who stands as author, in this order; empty to leave it.</param>
/// <param name="Cover">A cover that waits.</param>
/// <param name="Findings">What looks like personal data in a text that is out or about to be.</param>
public sealed record CheckedArticle(
    ArticleContent Content, IReadOnlyList<long> AuthorIds, IReadOnlyList<string> Tags, StagedPhoto? Cover, string? CoverAlt, PersonalFindings Findings)
{
    /// <summary>The address was made of the title: any other free one will do as well.</summary>
    public bool IsNamedByTitle { get; init; }
}

/// <summary>What the attributes of <see cref="ArticleForm"/> cannot say.</summary>
public sealed class ArticleFormCheck(
    CityDb db, Naming naming, StagedPhotos photos, PhotoWords photoWords, CurrentAccount account, CitySettings settings, IStringLocalizer<WritingTexts> T)
{
    /// <summary>How much of what somebody typed a message repeats.</summary>
    private const int ShownLength = 80;

    public Actor Actor => account.Actor;

    /// <summary>Adds what is wrong to the model state, each beside its field.</summary>
    /// <param name="form">What was posted. A cover that was sent along is taken in, and its token put there.</param>
    /// <param name="article">As it is stored, with its authors; null for a new one.</param>
    /// <param name="state">Where the faults go.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task<CheckedArticle> CheckAsync(ArticleForm form, Article? article, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        string title = CleanText.Line(form.Title);
        if (!string.IsNullOrWhiteSpace(form.Title) && title.Length == 0)
        {
            Fault(nameof(form.Title), T["제목을 입력해 주세요."]);
        }

        StagedPhoto? cover = await CoverAsync(form, article, Fault, cancellationToken);
        ArticleContent content = new()
        {
            Title = title,
            Text = (form.Text ?? "").ReplaceLineEndings("\n"),
            Summary = CleanText.Text(form.Summary),
            Slug = await SlugAsync(form, title, article, Fault, cancellationToken),
            Language = Languages.Known(form.Language) ?? "ko",
            Category = await CategoryAsync(form, Fault, cancellationToken),
            SeriesId = form.SeriesId,
            SeriesPlace = await SeriesPlaceAsync(form, Fault, cancellationToken),
            CoverId = form.RemoveCover ? null : article?.CoverId,
            CanonicalUrl = Canonical(form, Fault),
            Credit = CleanText.Line(form.Credit),
            TakesComments = form.TakesComments,
            IsPage = account.Actor.Has(Right.Editor) ? form.IsPage : article?.IsPage ?? false,
        };
        if (MarkdownText.ForeignPictures(content.Text) is [var foreign, ..])
        {
            Fault(nameof(form.Text), T["올린 사진만 글에 보일 수 있습니다. ‘사진’ 단추로 올리거나, 주소 앞의 느낌표를 지워 링크로 남겨 주세요: {0}", CleanText.Shorten(foreign, ShownLength)]);
        }

        IReadOnlyList<long> authors = await AuthorsAsync(form, article, Fault, cancellationToken);
        IReadOnlyList<string> tags = Tags(form, Fault);
        PersonalFindings findings = article is null || article.State == ArticleState.Draft ? PersonalFindings.None : FindingsIn(content);
        if (findings.AreDecided(form.PersonalData, mayHide: false))
        {
            content = content with
            {
                Title = findings.Apply(content.Title, form.PersonalData),
                Summary = findings.Apply(content.Summary, form.PersonalData),
                Text = findings.Apply(content.Text, form.PersonalData),
            };
        }
        else
        {
            Fault(nameof(form.PersonalData), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        return new CheckedArticle(content, authors, tags, cover, form.CoverAlt, findings) { IsNamedByTitle = string.IsNullOrWhiteSpace(form.Slug) };

        void Fault(string property, string text) => state.AddModelError(ArticleForm.Name(property), text);
    }

    /// <summary>What looks like personal data in what everybody is going to read.</summary>
    public PersonalFindings FindingsIn(ArticleContent content) => FindingsIn(content.Title, content.Summary, content.Text);

    /// <inheritdoc cref="FindingsIn(ArticleContent)"/>
    public PersonalFindings FindingsIn(string title, string summary, string text) => PersonalFindings.Of(
        [
            (ArticleForm.Name(nameof(ArticleForm.Title)), title),
            (ArticleForm.Name(nameof(ArticleForm.Summary)), summary),
            (ArticleForm.Name(nameof(ArticleForm.Text)), text),
        ],
        isPublic: true,
        settings.City);

    private async Task<StagedPhoto?> CoverAsync(ArticleForm form, Article? article, Action<string, string> fault, CancellationToken cancellationToken)
    {
        if (form.RemoveCover)
        {
            form.CoverToken = null;
            return null;
        }

        StagedPhoto? cover = photos.Read(form.CoverToken);
        if (form.Cover is not null)
        {
            (cover, PhotoRefusal? refusal) = await photos.StageAsync(form.Cover, cancellationToken);
            form.CoverToken = cover?.Token;
            if (refusal is { } reason)
            {
                fault(nameof(form.Cover), photoWords.Of(reason, form.Cover.FileName));
            }
        }
        else if (!string.IsNullOrEmpty(form.CoverToken) && cover is null)
        {
            form.CoverToken = null;
            fault(nameof(form.Cover), T["먼저 올린 사진을 더는 쓸 수 없습니다. 다시 골라 주세요."]);
        }

        if ((cover is not null || article?.CoverId is not null) && string.IsNullOrWhiteSpace(form.CoverAlt))
        {
            fault(nameof(form.CoverAlt), T["표지 사진을 볼 수 없는 사람을 위해 무엇이 찍혔는지 써 주세요."]);
        }

        return cover;
    }

    private async Task<string> SlugAsync(ArticleForm form, string title, Article? article, Action<string, string> fault, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(form.Slug))
        {
            return await naming.FreeSlugAsync(title, article?.Id, cancellationToken);
        }

        string slug = Slug.From(form.Slug, "article", Article.SlugLength);
        if (Naming.Reserved.Contains(slug))
        {
            fault(nameof(form.Slug), T["블로그가 쓰는 주소입니다. 다른 주소를 써 주세요."]);
        }
        else if (slug != article?.Slug && await naming.IsTakenAsync(slug, article?.Id, cancellationToken))
        {
            fault(nameof(form.Slug), T["다른 글이 쓰고 있거나 쓰던 주소입니다. 다른 주소를 써 주세요."]);
        }

        return slug;
    }

    private async Task<BlogCategory?> CategoryAsync(ArticleForm form, Action<string, string> fault, CancellationToken cancellationToken)
    {
        if (form.CategoryId is not { } id)
        {
            return null;
        }

        BlogCategory? category = await db.Set<BlogCategory>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
        if (category is null)
        {
            fault(nameof(form.CategoryId), T["목록에 있는 분류를 골라 주세요."]);
        }

        return category;
    }

    private async Task<int> SeriesPlaceAsync(ArticleForm form, Action<string, string> fault, CancellationToken cancellationToken)
    {
        if (form.SeriesId is not { } id)
        {
            return 0;
        }

        if (!await db.ArticleSeries.AnyAsync(s => s.Id == id, cancellationToken))
        {
            fault(nameof(form.SeriesId), T["목록에 있는 연재를 골라 주세요."]);
            return 0;
        }

        return form.SeriesPlace ?? (await db.Articles.Where(a => a.SeriesId == id).MaxAsync(a => (int?)a.SeriesPlace, cancellationToken) ?? 0) + 1;
    }

    private string? Canonical(ArticleForm form, Action<string, string> fault)
    {
        if (string.IsNullOrWhiteSpace(form.CanonicalUrl))
        {
            return null;
        }

        if (Uri.TryCreate(form.CanonicalUrl.Trim(), UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https" && url.AbsoluteUri.Length <= Article.UrlLength)
        {
            return url.AbsoluteUri;
        }

        fault(nameof(form.CanonicalUrl), T["https://로 시작하는 주소를 써 주세요."]);
        return null;
    }

    /// <summary>A # before a word begins a tag, as in #봄#꽃; at the end it belongs to the word, as in C#.</summary>
    private static IEnumerable<string> Hashtags(string typed)
    {
        string[] parts = typed.Split('#', StringSplitOptions.TrimEntries);
        return parts.Index().Select(p => p.Item.Length > 0 && p.Index + 1 < parts.Length && parts[p.Index + 1].Length == 0 ? p.Item + '#' : p.Item);
    }

    private List<string> Tags(ArticleForm form, Action<string, string> fault)
    {
        List<string> names = [.. (form.Tags ?? "").Split([',', '，', '、']).SelectMany(Hashtags).Select(CleanText.Line).Where(n => n.Length > 0)];
        if (names.Count > Article.MostTags)
        {
            fault(nameof(form.Tags), T["태그는 {0}개까지 쓸 수 있습니다.", Article.MostTags]);
        }
        else if (names.Find(n => n.Length > BlogTag.NameLength) is { } tooLong)
        {
            fault(nameof(form.Tags), T["태그 하나는 {0}자까지 쓸 수 있습니다: {1}", BlogTag.NameLength, CleanText.Shorten(tooLong, BlogTag.NameLength)]);
        }

        return names;
    }

    private async Task<IReadOnlyList<long>> AuthorsAsync(ArticleForm form, Article? article, Action<string, string> fault, CancellationToken cancellationToken)
    {
        if (!account.Actor.IsStaff)
        {
            return [];
        }

        long[] known = article is null ? [account.RequiredId] : [.. article.Authors.OrderBy(a => a.Place).Select(a => a.AccountId)];
        List<long> ids = article is null ? [.. known] : [.. known.Where(form.AuthorIds.Contains)];
        foreach (string name in (form.AddAuthors ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(CleanText.Line))
        {
            string address = name.ToUpperInvariant();
            List<long> found = await db.Users
                .Where(a => a.DisabledAt == null && a.ClosedAt == null
                    && (a.DisplayName == name || a.NormalizedEmail == address || db.Set<Byline>().Any(b => b.AccountId == a.Id && b.Handle == name)))
                .OrderBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync(cancellationToken);
            if (found.Count != 1)
            {
                fault(nameof(form.AddAuthors), found.Count == 0
                    ? T["이런 사람을 찾지 못했습니다: {0}", name]
                    : T["같은 이름의 사람이 여럿입니다. 메일 주소로 써 주세요: {0}", name]);
            }
            else if (!ids.Contains(found[0]) && !await db.WorksForCityAsync(found[0], cancellationToken))
            {
                // A citizen's name stands over what they sent in and agreed to, and over nothing else.
                fault(nameof(form.AddAuthors), T["시민은 스스로 보내고 동의한 이야기에만 글쓴이로 실립니다: {0}", name]);
            }
            else if (!ids.Contains(found[0]))
            {
                ids.Add(found[0]);
            }
        }

        // What came from another blog may have nobody with an account.
        if (ids.Count > Article.MostAuthors || (ids.Count == 0 && (article is null || known.Length > 0)))
        {
            fault(nameof(form.AuthorIds), T["글쓴이는 한 명에서 {0}명까지입니다.", Article.MostAuthors]);
        }

        return ids;
    }
}
