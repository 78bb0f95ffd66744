using Microsoft.AspNetCore.Mvc;
using SocialCity.Conversation;
using SocialCity.Data;

namespace SocialCity.Web.Areas.Conversation.Components;

/// <summary>
/// What people say about a subject, below it on its page: <c>@await Component.InvokeAsync("Conversation", new { topic })</c>. To guests it holds no form, so that their page can be kept for all of them.
/// </summary>
public sealed class ConversationViewComponent(ConversationPages pages) : ViewComponent
{
    private const string Place = "~/Areas/Conversation/Views/Shared/Components/Conversation/Default.cshtml";

    /// <param name="topic">The subject, read for this reader by the page that it stands on.</param>
    public async Task<IViewComponentResult> InvokeAsync(Topic topic) =>
        View(Place, await pages.ReadAsync(topic, Cursor.Parse(Request.Query[ConversationPages.Query]), HttpContext.RequestAborted));
}
