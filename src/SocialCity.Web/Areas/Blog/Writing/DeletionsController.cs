using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>Deletes a draft that never came out, after asking.</summary>
[Route("blog/write/{id:long}/delete")]
public sealed class DeletionsController(
    EditorPages pages, ArticleDeletion deletion, CurrentAccount account, ArticleWords words, IStringLocalizer<WritingTexts> T) : WritingPageController
{
    [HttpGet("")]
    public async Task<IActionResult> New(long id, CancellationToken cancellationToken)
    {
        if (await pages.FindAsync(id, cancellationToken) is not { } article)
        {
            return NotFound();
        }

        return article.MayDelete(account.Actor)
            ? Page("Delete", await pages.ShowAsync(article, null, false, cancellationToken))
            : Refuse(id, article.PublishedAt is not null);
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(long id, Guid version, CancellationToken cancellationToken)
    {
        Edited edited = await deletion.DeleteAsync(id, version, account.Actor, account.Address, cancellationToken);
        switch (edited.Outcome)
        {
            case EditingOutcome.Done:
                this.FlashSuccess(T["초안을 지웠습니다."]);
                return RedirectToAction("Index", "Writing");
            case EditingOutcome.Refused:
                return Refuse(id, (await pages.FindAsync(id, cancellationToken))?.PublishedAt is not null);
            case EditingOutcome.Conflict:
                this.FlashWarning(T["그사이 글이 바뀌어 지우지 않았습니다. 바뀐 글을 읽어 보고, 그래도 지우려면 다시 눌러 주세요."]);
                return RedirectToAction("Edit", "Editor", new { id });
            default:
                return NotFound();
        }
    }

    private RedirectToActionResult Refuse(long id, bool wasOut)
    {
        this.FlashWarning(wasOut ? T["한 번 실린 글은 지우지 않고 보관합니다. 읽은 사람이 주소를 알고 있기 때문입니다."] : words.Of(ArticleRefusal.NotAllowed));
        return RedirectToAction("Edit", "Editor", new { id });
    }
}
