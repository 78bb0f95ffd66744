using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SocialCity.Blog;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Blog;

/// <summary>On the front page of the city: what the blog brought last.</summary>
public sealed class NewestArticles(CityDb db) : ViewComponent
{
    private const string Place = "~/Areas/Blog/Views/Shared/Components/NewestArticles/Default.cshtml";
    private const int Shown = 4;

    public async Task<IViewComponentResult> InvokeAsync()
    {
        List<ArticleCard> articles = await ArticleCard.From(db, db.Articles.ListedAfter(null).Take(Shown)).ToListAsync(HttpContext.RequestAborted);
        return articles.Count == 0 ? Content("") : View(Place, articles.OrderByDescending(a => a.At).Select(a => a.Shown()).ToList());
    }
}
