using System.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using SocialCity.Blog;
using SocialCity.Media;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Blog.Writing;

/// <summary>What the script of the editor does at once, done by a post of the whole form: for browsers without script.</summary>
public sealed class WritingAids(StagedPhotos photos, PhotoWords photoWords, IStringLocalizer<WritingTexts> T)
{
    /// <summary>The value of the button that shows the text as readers see it.</summary>
    public const string Preview = "preview";

    /// <summary>The value of the button that puts a photo into the text.</summary>
    public const string PutPhoto = "photo";

    /// <summary>The line of Markdown that shows a photo.</summary>
    internal static string MarkdownOf(StagedPhoto photo, string alt)
    {
        StringBuilder escaped = new();
        foreach (char letter in alt)
        {
            if (letter is '[' or ']' or '\\' or '*' or '_' or '`' or '!' or '<')
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return $"![{escaped}](/media/{photo.Key})";
    }

    /// <summary>Shows the text or puts a photo into it; nothing is saved.</summary>
    /// <returns>The text as readers see it, when that was asked for.</returns>
    public async Task<string?> HelpAsync(ArticleForm form, string act, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        if (act == PutPhoto)
        {
            await PutPhotoAsync(form, errors, cancellationToken);
        }

        // The one wish is answered; that the rest is unfinished is said when it is saved.
        foreach (string key in errors.Keys.Where(k => k != ArticleForm.Name(nameof(form.Photo)) && k != ArticleForm.Name(nameof(form.PhotoAlt))).ToList())
        {
            errors.Remove(key);
        }

        return act == Preview ? ArticleBody.Render(form.Text ?? "").Html : null;
    }

    private async Task PutPhotoAsync(ArticleForm form, ModelStateDictionary errors, CancellationToken cancellationToken)
    {
        string alt = CleanText.Line(form.PhotoAlt);
        if (alt.Length == 0)
        {
            errors.AddModelError(ArticleForm.Name(nameof(form.PhotoAlt)), T["사진을 볼 수 없는 사람을 위해 무엇이 찍혔는지 써 주세요."]);
        }

        if (form.Photo is null)
        {
            errors.AddModelError(ArticleForm.Name(nameof(form.Photo)), T["사진을 골라 주세요."]);
        }
        else if (alt.Length > 0)
        {
            (StagedPhoto? photo, PhotoRefusal? refusal) = await photos.StageAsync(form.Photo, cancellationToken);
            if (photo is null)
            {
                errors.AddModelError(ArticleForm.Name(nameof(form.Photo)), photoWords.Of(refusal ?? PhotoRefusal.NotAPhoto, form.Photo.FileName));
            }
            else
            {
                form.Text = $"{form.Text}\n\n{MarkdownOf(photo, alt)}\n".TrimStart();
                form.PhotoAlt = null;
                errors.Remove(ArticleForm.Name(nameof(form.PhotoAlt)));
            }
        }
    }
}
