using Microsoft.AspNetCore.Mvc;
using SocialCity.Conversation;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Conversation.Components;

/// <summary>
/// What people say about a subject, below it on its page: <c>@await Component.InvokeAsync("Conversation", new { subject, subjectId })</c>. Writes
/// nothing when the reader may not see the subject. To guests it holds no form, so that their page can be kept for all of them.
/// </summary>
public sealed class ConversationViewComponent(ConversationPages pages) : ViewComponent
{
    private const string Place = "~/Areas/Conversation/Views/Shared/Components/Conversation/Default.cshtml";

    public async Task<IViewComponentResult> InvokeAsync(ConversationSubject subject, long subjectId)
    {
        Cursor? at = Cursor.Parse(Request.Query[ConversationPages.Query]);
        return await pages.ReadAsync(subject, subjectId, at, HttpContext.RequestAborted) is { } page ? View(Place, page) : Content("");
    }
}
