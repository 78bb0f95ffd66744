using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Blog.Newsletter;
using SocialCity.Data;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Newsletter;

/// <summary>Fills and checks the forms of the newsletter.</summary>
public sealed class NewsletterForms(
    CityDb db, NewsletterSubscribing subscribing, CurrentAccount account, CurrentCity city, IStringLocalizer<BlogTexts> T)
{
    /// <summary>The address of the account that asks, when it is confirmed.</summary>
    public async Task<string?> OwnAddressAsync(CancellationToken cancellationToken) => account.Id is { } id
        ? await db.Users.AsNoTracking().Where(a => a.Id == id && a.EmailConfirmed).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken)
        : null;

    /// <summary>The subscription of an address that is known to be that of who asks; null when there is none that was confirmed.</summary>
    public async Task<long?> SubscriptionOfAsync(string? own, CancellationToken cancellationToken)
    {
        if (own is null)
        {
            return null;
        }

        string normalized = NewsletterSubscription.Normalize(own);
        return await db.NewsletterSubscriptions.AsNoTracking().Where(s => s.NormalizedEmail == normalized && s.ConfirmedAt != null)
            .Select(s => (long?)s.Id).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<NewsletterCategory>> CategoriesAsync(CancellationToken cancellationToken)
    {
        List<BlogCategory> all = await db.BlogCategories.AsNoTracking().OrderBy(c => c.Order).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return Below(null);

        List<NewsletterCategory> Below(long? parentId) =>
            all.FindAll(c => c.ParentId == parentId).ConvertAll(c => new NewsletterCategory(c.Id, c.Name, parentId is null ? Below(c.Id) : []));
    }

    /// <summary>What was chosen; null, with what is wrong in the form's state, when it cannot be.</summary>
    public async Task<NewsletterWish?> WishAsync(NewsletterChoice choice, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        string topics = choice.Scope == NewsletterScope.Chosen
            ? await subscribing.TopicsAsync([.. choice.Categories.Take(NewsletterTopics.Most)], cancellationToken)
            : NewsletterTopics.All;
        if (choice.Scope == NewsletterScope.Chosen && topics == NewsletterTopics.All)
        {
            state.AddModelError("Form.Categories", T["받을 분류를 하나 이상 골라 주세요."]);
        }

        if (choice.Scope == NewsletterScope.All && choice.Categories.Count > 0)
        {
            // One of the two was meant: nothing is dropped without a word.
            state.AddModelError("Form.Scope", T["분류를 골라 두셨습니다. ‘고른 분류의 글만’을 고르거나 분류 표시를 지워 주세요."]);
        }

        if (!city.Offered.Contains(choice.Language ?? "", StringComparer.Ordinal))
        {
            state.AddModelError("Form.Language", T["목록에 있는 말을 골라 주세요."]);
        }

        return state.IsValid && choice is { Pace: { } pace, Language: { } language } && Enum.IsDefined(pace)
            ? new NewsletterWish(pace, topics, language)
            : null;
    }
}
