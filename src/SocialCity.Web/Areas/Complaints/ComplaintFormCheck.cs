using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Municipality;
using SocialCity.Text;
using SocialCity.Web.Resources;
using SocialCity.Web.Shared;
using SocialCity.Web.Shared.Photos;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>What the attributes of <see cref="ComplaintForm"/> cannot say: it looks at the city's data, at photos, and at several entries together.</summary>
public sealed class ComplaintFormCheck(
    CityDb db, CitySettings settings, StagedPhotos photos, CurrentAccount account, PhotoWords photoWords, IStringLocalizer<ComplaintTexts> T, TimeProvider time)
{
    /// <summary>Where the form stands in the posted data.</summary>
    public const string Prefix = "Form";

    /// <summary>Adds what is wrong to the model state, each beside its field.</summary>
    public async Task<CheckedComplaint> CheckAsync(ComplaintForm form, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        FilingReference reference = await FilingReference.LoadAsync(db, settings.City, time.GetUtcNow().UtcDateTime, Answered(form), cancellationToken);
        CheckedComplaint complaint = new(form, reference) { NeedsProof = NeedsProof(reference.City) };
        if (form.CategoryId is not null && complaint.Category is null)
        {
            state.AddModelError(Name("CategoryId"), T["이 분야는 이제 없습니다. 다른 분야를 골라 주세요."]);
        }

        CheckVisible(form, state);
        complaint = CheckPlace(complaint, state);
        complaint = complaint with { Replies = CheckReplies(complaint, state) };
        complaint = await TakePhotosAsync(complaint, state, cancellationToken);
        CheckGuest(complaint, state);
        return CheckPersonalData(complaint, state);
    }

    /// <summary>The form as it is shown first.</summary>
    public async Task<CheckedComplaint> OpenAsync(ComplaintForm form, CancellationToken cancellationToken)
    {
        FilingReference reference = await FilingReference.LoadAsync(db, settings.City, time.GetUtcNow().UtcDateTime, [], cancellationToken);
        bool needsProof = NeedsProof(reference.City);
        if (needsProof && account.Id is { } id)
        {
            form.GuestEmail ??= await db.Users.Where(a => a.Id == id).Select(a => a.Email).SingleOrDefaultAsync(cancellationToken);
        }

        return new CheckedComplaint(form, reference) { NeedsProof = needsProof };
    }

    public static string Name(string property) => $"{Prefix}.{property}";

    public static string NameOf(CategoryQuestion question) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}.Replies[{question.Id}]");

    /// <summary>The questions to which the form has a reply.</summary>
    private static long[] Answered(ComplaintForm form) =>
    [
        .. form.Replies.Where(r => r.Value.Any(v => !string.IsNullOrWhiteSpace(v)))
            .Select(r => long.TryParse(r.Key, CultureInfo.InvariantCulture, out long id) ? id : 0).Where(id => id > 0),
    ];

    private bool NeedsProof(City city) => !account.IsSignedIn || account.Actor.Level < city.ComplaintLevel;

    /// <summary>What is left after invisible characters are gone counts.</summary>
    private void CheckVisible(ComplaintForm form, ModelStateDictionary state)
    {
        Check("Title", form.Title, CleanText.Line(form.Title), Complaint.TitleLength);
        Check("Text", form.Text, CleanText.Text(form.Text), Complaint.TextLength);

        void Check(string property, string? typed, string clean, int length)
        {
            string name = property == "Title" ? T["제목"] : T["내용"];
            if (!string.IsNullOrWhiteSpace(typed) && clean.Length == 0)
            {
                state.AddModelError(Name(property), T["{0}을(를) 입력해 주세요.", name]);
            }
            else if (typed?.Length <= length && clean.Length > length)
            {
                state.AddModelError(Name(property), T["{0}은(는) {1:N0}자까지 쓸 수 있습니다.", name, length]);
            }
        }
    }

    private CheckedComplaint CheckPlace(CheckedComplaint complaint, ModelStateDictionary state)
    {
        ComplaintForm form = complaint.Form;
        if (form.Place == PlaceKind.Nowhere)
        {
            return complaint;
        }

        if (form is { Latitude: { } latitude, Longitude: { } longitude })
        {
            GeoPoint point = new(latitude, longitude);
            if (complaint.Reference.DistrictAt(point) is { } at)
            {
                return complaint with { Point = point, District = at };
            }

            state.AddModelError(Name("Place"), T["{0} 밖의 장소입니다. 지도에서 우리 시 안을 고르거나, 동을 골라 주세요.", complaint.Reference.City.Name.ToString()]);
            return complaint;
        }

        MapDistrict? district = complaint.Reference.District(form.DistrictId);
        if (form.DistrictId is not null && district is null)
        {
            state.AddModelError(Name("DistrictId"), T["목록에 있는 동을 골라 주세요."]);
        }
        else if (district is null && complaint.Reference.Districts.Count > 0)
        {
            state.AddModelError(Name("DistrictId"), T["동을 고르거나 지도에서 장소를 찍어 주세요. 정해진 장소가 없으면 그렇게 골라 주세요."]);
        }

        return complaint with { District = district };
    }

    private List<(long QuestionId, string Value)> CheckReplies(CheckedComplaint complaint, ModelStateDictionary state)
    {
        List<(long QuestionId, string Value)> replies = [];
        foreach (CategoryQuestion question in complaint.Category?.Questions ?? [])
        {
            string[] values = ValuesOf(complaint.Form, question);
            string reply = string.Join(',', values);
            if (Fault(question, values, reply) is { } fault)
            {
                state.AddModelError(NameOf(question), fault);
            }
            else if (reply.Length > 0)
            {
                replies.Add((question.Id, reply));
            }
        }

        return replies;
    }

    /// <summary>What was replied to a question, without what is empty.</summary>
    public static string[] ValuesOf(ComplaintForm form, CategoryQuestion question) =>
    [
        .. form.Replies.GetValueOrDefault(question.Id.ToString(CultureInfo.InvariantCulture), [])
            .Select(v => v?.ReplaceLineEndings("\n").Trim() ?? "").Where(v => v.Length > 0),
    ];

    private string Missing(CategoryQuestion question)
    {
        string label = question.Label.ToString();
        // Asked as a question: Japanese ones end with か.
        return label is [.., '?' or '？' or 'か'] ? T["‘{0}’에 답해 주세요.", label]
            : question.Type is QuestionType.SingleChoice or QuestionType.MultipleChoice ? T["{0}을(를) 골라 주세요.", label]
            : T["{0}을(를) 입력해 주세요.", label];
    }

    private string? Fault(CategoryQuestion question, string[] values, string reply)
    {
        if (reply.Length == 0)
        {
            return question.IsRequired ? Missing(question) : null;
        }

        if (reply.Length > CategoryQuestion.ReplyLength)
        {
            return T["‘{0}’에는 {1}자까지 쓸 수 있습니다.", question.Label.ToString(), CategoryQuestion.ReplyLength];
        }

        bool holds = question.Type switch
        {
            QuestionType.Number => values.Length == 1 && decimal.TryParse(reply, NumberStyles.Number, CultureInfo.InvariantCulture, out _),
            QuestionType.Date => values.Length == 1 && DateOnly.TryParseExact(reply, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
            QuestionType.SingleChoice => values.Length == 1 && question.Options().Any(o => o.Key == reply),
            QuestionType.MultipleChoice => values.All(v => question.Options().Any(o => o.Key == v)),
            _ => values.Length == 1,
        };
        return holds ? null : question.Type switch
        {
            QuestionType.Number => T["‘{0}’에는 숫자를 써 주세요.", question.Label.ToString()].Value,
            QuestionType.Date => T["‘{0}’에는 2026-09-18처럼 써 주세요.", question.Label.ToString()].Value,
            _ => T["‘{0}’의 보기에서 골라 주세요.", question.Label.ToString()].Value,
        };
    }

    private async Task<CheckedComplaint> TakePhotosAsync(CheckedComplaint complaint, ModelStateDictionary state, CancellationToken cancellationToken)
    {
        List<(StagedPhoto Photo, string? Alt)> taken = [];
        foreach (KeptPhoto kept in complaint.Form.Kept.Where(k => !k.Remove))
        {
            if (photos.Read(kept.Key) is { } photo && taken.TrueForAll(t => t.Photo.Id != photo.Id) && taken.Count < Complaint.PhotosMost)
            {
                taken.Add((photo, kept.Alt));
            }
            else if (!string.IsNullOrEmpty(kept.Key))
            {
                state.AddModelError(Name("Photos"), T["먼저 올린 사진 하나를 더는 쓸 수 없습니다. 다시 골라 주세요."]);
            }
        }

        bool isTooLarge = false;
        foreach (IFormFile upload in complaint.Form.Photos)
        {
            if (taken.Count == Complaint.PhotosMost)
            {
                state.AddModelError(Name("Photos"), T["사진은 {0}장까지 보낼 수 있습니다. 나머지는 빼고 올렸습니다.", Complaint.PhotosMost]);
                break;
            }

            (StagedPhoto? photo, PhotoRefusal? refusal) = await photos.StageAsync(upload, cancellationToken);
            if (photo is not null)
            {
                taken.Add((photo, null));
            }
            else if (refusal is { } reason)
            {
                isTooLarge |= reason == PhotoRefusal.TooLarge;
                state.AddModelError(Name("Photos"), photoWords.Of(reason, upload.FileName));
            }
        }

        return complaint with { Photos = taken, IsTooLarge = isTooLarge };
    }

    private void CheckGuest(CheckedComplaint complaint, ModelStateDictionary state)
    {
        if (!complaint.NeedsProof)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(complaint.Form.GuestName))
        {
            state.AddModelError(Name("GuestName"), T["이름을 입력해 주세요."]);
        }

        if (string.IsNullOrWhiteSpace(complaint.Form.GuestEmail))
        {
            state.AddModelError(Name("GuestEmail"), T["답변을 받을 이메일 주소를 입력해 주세요."]);
        }
    }

    private CheckedComplaint CheckPersonalData(CheckedComplaint complaint, ModelStateDictionary state)
    {
        ComplaintForm form = complaint.Form;
        IEnumerable<(string Field, string? Text)> texts =
        [
            (Name("Title"), form.Title),
            (Name("Text"), form.Text),
            (Name("Address"), form.Place == PlaceKind.Somewhere ? form.Address : null),
            .. (complaint.Category?.Questions ?? []).SelectMany(q => ValuesOf(form, q).Select(v => (NameOf(q), (string?)v))),
            .. complaint.Photos.Select(p => (Name("Photos"), p.Alt)),
        ];
        PersonalFindings findings = PersonalFindings.Of(texts, form.Audience == Audience.Everyone, complaint.Reference.City);
        if (!findings.AreDecided(form.PersonalData, mayHide: true))
        {
            state.AddModelError(Name("PersonalData"), T["개인정보로 보이는 글자가 있습니다. 어떻게 할지 골라 주세요."]);
        }

        return complaint with { Findings = findings };
    }
}
