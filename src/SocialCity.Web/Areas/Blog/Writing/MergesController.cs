using Microsoft.AspNetCore.Mvc;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Saves what two people made of one article, by the choices of the later one.</summary>
public sealed class MergesController(
    EditorPages pages, ArticleFormCheck check, ArticleSaving saving, ArticleMerging merging, ArticleWords words)
    : SavingController(pages, check, saving, merging, words)
{
    [HttpPost("blog/write/{id:long}/merge")]
    public Task<IActionResult> Create(
        long id, [Bind(Prefix = ArticleForm.Prefix)] ArticleForm form, [Bind(Prefix = MergeForm.Prefix)] MergeForm merge, CancellationToken cancellationToken) =>
        MergeAsync(id, form, merge, cancellationToken);
}
