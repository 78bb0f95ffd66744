using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Accounts;
using SocialCity.Blog;
using SocialCity.Time;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What lies between the form of an act and the article: what the act asks of this person, and doing it.</summary>
public sealed class ArticleActDesk(ArticleFormCheck check, CurrentCity city, IStringLocalizer<WritingTexts> T)
{
    public Actor Actor => check.Actor;

    /// <summary>The page of an act upon an article with a new form.</summary>
    public ArticleActPage Begin(Article article, ArticleAct act)
    {
        ArticleActForm form = new() { Version = article.Version };
        if (act == ArticleAct.Schedule && article.PublishAt is { } planned)
        {
            DateTime local = city.TimeZone.ToLocal(planned);
            (form.Date, form.Time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        }

        return Open(article, act, form);
    }

    /// <summary>The page of an act upon an article, with what it asks.</summary>
    public ArticleActPage Open(Article article, ArticleAct act, ArticleActForm form)
    {
        bool goesOut = act is ArticleAct.Submit or ArticleAct.Schedule or ArticleAct.Publish;
        return new ArticleActPage(
            article,
            act,
            form,
            goesOut && article.IsStory && article.ConsentedAt is null && article.RolesOf(Actor).HasFlag(ArticleRoles.Author),
            ArticleTransitions.Find(article.State, act)?.NeedsText ?? false,
            goesOut ? check.FindingsIn(article.Title, article.Summary, article.Text) : PersonalFindings.None);
    }

    /// <summary>Adds to the errors what the act asks for and the form lacks.</summary>
    /// <returns>The moment that was chosen, UTC; only for scheduling.</returns>
    public DateTime Check(ArticleActPage page, ModelStateDictionary errors)
    {
        ArticleActForm form = page.Form;
        if (page.NeedsConsent && !form.Consent)
        {
            errors.AddModelError(ArticleActForm.Name(nameof(form.Consent)), T["동의해 주셔야 글을 실을 수 있습니다."]);
        }

        if (!page.Findings.AreDecided(form.PersonalData, mayHide: false))
        {
            errors.AddModelError(ArticleActForm.Name(nameof(form.PersonalData)), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        if (page.Act != ArticleAct.Schedule)
        {
            return default;
        }

        if (form.Date is { } day && form.Time is { } hour)
        {
            return city.TimeZone.ToUtc(day.ToDateTime(hour));
        }

        if (errors.IsValid)
        {
            errors.AddModelError(ArticleActForm.Name(form.Date is null ? nameof(form.Date) : nameof(form.Time)), T["게시할 날짜와 시각을 골라 주세요."]);
        }

        return default;
    }

    /// <summary>Does the act, and before it what goes with it: the consent, the masking of personal data.</summary>
    /// <param name="article">Loaded for change.</param>
    /// <param name="page">As it was posted.</param>
    /// <param name="at">The moment that was chosen, UTC; only for scheduling.</param>
    /// <param name="now">UTC.</param>
    public ArticleRefusal? Do(Article article, ArticleActPage page, DateTime at, DateTime now)
    {
        if (page.NeedsConsent && article.Consent(Actor, now) is { } withoutConsent)
        {
            return withoutConsent;
        }

        ArticleActForm form = page.Form;
        if (form.PersonalData == PersonalDataChoice.Mask && page.Findings.All.Count > 0 && article.Reword(
            page.Findings.Apply(article.Title, form.PersonalData),
            page.Findings.Apply(article.Summary, form.PersonalData),
            page.Findings.Apply(article.Text, form.PersonalData),
            Actor,
            now) is { } unhidden)
        {
            return unhidden;
        }

        return page.Act switch
        {
            ArticleAct.Submit => article.Submit(Actor, now),
            ArticleAct.Recall => article.Recall(Actor, now),
            ArticleAct.Return => article.Return(form.Text ?? "", Actor, now),
            ArticleAct.Schedule => article.Schedule(at, Actor, now),
            ArticleAct.Publish => article.Publish(Actor, now),
            ArticleAct.Withdraw => article.Withdraw(form.Text ?? "", Actor, now),
            ArticleAct.TakeUp => article.TakeUp(Actor, now),
            _ => article.Archive(form.Text ?? "", Actor, now),
        };
    }
}
