using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Data;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>The one queue of all features: what waits longest first, a case, its decision, and the log of all decisions.</summary>
[Area("Conversation")]
[Authorize(Policy = Policies.Moderate)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ModerationController(
    ModerationPages pages, Moderating moderating, ConversationWords words, CurrentAccount account, IStringLocalizer<ConversationTexts> T) : Controller
{
    private const string Keep = "keep";
    private const string Hide = "hide";

    [HttpGet("office/moderation")]
    public async Task<IActionResult> Index(string? show, string? at, CancellationToken cancellationToken) =>
        View(await pages.QueueAsync(QueueFilter.Parse(show), Cursor.Parse(at), account.Actor, cancellationToken));

    [HttpGet("office/moderation/log")]
    public async Task<IActionResult> Log(string? at, CancellationToken cancellationToken) =>
        View(await pages.DecisionsAsync(Cursor.Parse(at), cancellationToken));

    /// <param name="id">Of the case.</param>
    /// <param name="act">The decision whose form is wanted: keep or hide.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    [HttpGet("office/moderation/{id:long}")]
    public async Task<IActionResult> Show(long id, string? act, CancellationToken cancellationToken)
    {
        if (await pages.CaseAsync(id, null, account.Actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        DecisionForm? form = act switch
        {
            Keep => new DecisionForm { Reason = ModerationReason.WithinRules, Text = T["살펴보니 규칙에 맞는 글입니다."] },
            Hide => new DecisionForm { Hides = true, Reason = SuggestedFor(page) },
            _ => null,
        };
        return View(page with { Form = page.WhyNot is null ? form : null });
    }

    [HttpPost("office/moderation/{id:long}/decisions")]
    public async Task<IActionResult> Decide(long id, [Bind(Prefix = "Form")] DecisionForm form, CancellationToken cancellationToken)
    {
        if (form.Reason is { } chosen && (!Enum.IsDefined(chosen) || chosen.Hides() != form.Hides))
        {
            ModelState.AddModelError("Form.Reason", words.Of(ModerationRefusal.WrongReason));
        }

        Moderated? moderated = ModelState.IsValid && form.Reason is { } reason
            ? await moderating.DecideAsync(id, reason, CleanText.Text(form.Text), form.BlocksSite, account.Actor, cancellationToken)
            : null;
        if (moderated is { Outcome: ModeratingOutcome.Done })
        {
            this.FlashSuccess((form.Hides, moderated.Target, moderated.WasShown) switch
            {
                (true, ModerationTarget.Mention, _) => T["보이지 않게 했습니다."],
                (true, _, _) => T["숨겼습니다. 쓴 사람에게 까닭을 알렸습니다."],
                (_, _, true) => T["그대로 두었습니다."],
                (_, ModerationTarget.Mention, _) => T["글 아래에 보이게 했습니다."],
                _ => T["댓글을 보이게 했습니다."],
            });
            // The top of the page, where the message stands: the queue takes the focus without being scrolled to.
            return LocalRedirect(ModerationPages.Path);
        }

        if (moderated is { Refusal: { } refusal })
        {
            ModelState.AddModelError("", words.Of(refusal));
        }

        if (await pages.CaseAsync(id, null, account.Actor, cancellationToken) is not { } page)
        {
            return NotFound();
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return View(nameof(Show), page with { Form = page.WhyNot is null ? form : null });
    }

    /// <summary>Opens a reported secret comment, once and noted each time.</summary>
    [HttpPost("office/moderation/{id:long}/readings")]
    public async Task<IActionResult> Read(long id, CancellationToken cancellationToken)
    {
        Comment? opened = await moderating.ReadSecretAsync(id, account.Actor, account.Address, cancellationToken);
        return opened is not null && await pages.CaseAsync(id, opened, account.Actor, cancellationToken) is { } page
            ? View(nameof(Show), page)
            : NotFound();
    }

    /// <summary>What most reports say, or what the check suspects.</summary>
    private static ModerationReason? SuggestedFor(CasePage page) => page.Reports.Count > 0
        ? page.Reports.CountBy(r => r.Reason).MaxBy(r => r.Value).Key
        : page.SpamScore >= SpamVerdict.HeldFrom ? ModerationReason.Advertising : null;
}
