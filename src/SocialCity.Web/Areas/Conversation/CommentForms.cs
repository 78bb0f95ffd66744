using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Conversation;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Conversation;

/// <summary>Opens and checks the form of a comment.</summary>
public sealed class CommentForms(FormSeal seal, CurrentAccount account, CitySettings settings, ConversationWords words, IStringLocalizer<ConversationTexts> T)
{
    public CommentFormPage Open(Topic topic, CommentView? above = null) => new(topic, Fresh(above?.Id, above?.IsSecret ?? false), ActionOf(topic))
    {
        Above = above,
        IsSecretAnyhow = above?.IsSecret ?? false,
    };

    public CommentFormPage Edit(Topic topic, Comment comment)
    {
        CommentForm form = Fresh(null, comment.IsSecret);
        form.Text = comment.Text;
        return Edit(topic, comment.Id, comment.IsSecret, form);
    }

    public static CommentFormPage Edit(Topic topic, long id, bool isSecret, CommentForm form) =>
        new(topic, form, $"{ConversationNotices.PathOf(id)}/edit") { EditedId = id, IsSecretAnyhow = isSecret };

    /// <summary>What the form tells of whoever sent it.</summary>
    public FormSigns Signs(CommentForm form) => new(seal.Read(form.Opened, account.RequiredId), !string.IsNullOrEmpty(form.Website));

    /// <summary>Puts the text in order and adds what is wrong with it. What looks like personal data is pointed out before everybody reads it.</summary>
    /// <param name="form">What was posted.</param>
    /// <param name="isSecret">Whether it will be secret whatever was chosen.</param>
    /// <param name="state">Takes what is wrong.</param>
    public PersonalFindings Check(CommentForm form, bool isSecret, ModelStateDictionary state)
    {
        string text = CleanText.Text(form.Text);
        if (text.Length == 0 && !string.IsNullOrWhiteSpace(form.Text))
        {
            state.AddModelError(CommentForm.Name(nameof(form.Text)), words.Of(CommentRefusal.Empty));
        }

        if (form.PersonalData == PersonalDataChoice.MakePrivate)
        {
            form.IsSecret = true;
        }

        PersonalFindings findings = PersonalFindings.Of(
            [(CommentForm.Name(nameof(form.Text)), text)], !isSecret && (!form.IsSecret || form.PersonalData == PersonalDataChoice.MakePrivate), settings.City);
        if (!findings.AreDecided(form.PersonalData, mayHide: !isSecret))
        {
            state.AddModelError(CommentForm.Name(nameof(form.PersonalData)), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
            return findings;
        }

        form.Text = findings.Apply(text, form.PersonalData);
        if (form.Text.Length > Comment.TextLength && text.Length <= Comment.TextLength)
        {
            state.AddModelError(CommentForm.Name(nameof(form.Text)), T["{0:N0}자까지 쓸 수 있습니다.", Comment.TextLength]);
        }

        return findings;
    }

    private static string ActionOf(Topic topic) =>
        string.Create(CultureInfo.InvariantCulture, $"{ConversationPages.PathOf(topic)}/comments");

    private CommentForm Fresh(long? above, bool isSecret) =>
        new() { Above = above, IsSecret = isSecret, Opened = seal.Make(account.RequiredId) };
}
