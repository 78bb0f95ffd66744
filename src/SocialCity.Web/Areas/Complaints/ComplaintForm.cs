using System.ComponentModel.DataAnnotations;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Media;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>Whether the matter has a place.</summary>
public enum PlaceKind
{
    Somewhere = 0,
    Nowhere = 1,
}

/// <summary>Who may read the complaint.</summary>
public enum Audience
{
    Everyone = 0,

    /// <summary>The petitioner and the office.</summary>
    OfficeOnly = 1,
}

/// <summary>What the form for a new complaint posts. State, department and the like are not among it.</summary>
public sealed class ComplaintForm
{
    [Required(ErrorMessage = "분야를 하나 골라 주세요.")]
    [Display(Name = "어떤 일인가요?")]
    public long? CategoryId { get; set; }

    /// <summary>By the question's id; several values for several choices.</summary>
    public Dictionary<string, string?[]> Replies { get; set; } = [];

    [Required(ErrorMessage = "제목을 입력해 주세요."), StringLength(Complaint.TitleLength), Display(Name = "제목")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "내용을 입력해 주세요."), StringLength(Complaint.TextLength), DataType(DataType.MultilineText), Display(Name = "내용")]
    public string? Text { get; set; }

    [Display(Name = "장소")]
    public PlaceKind Place { get; set; }

    [Display(Name = "동")]
    public long? DistrictId { get; set; }

    [Display(Name = "지도에서 찍은 곳")]
    public double? Latitude { get; set; }

    [Display(Name = "지도에서 찍은 곳")]
    public double? Longitude { get; set; }

    [StringLength(Complaint.AddressLength), Display(Name = "주소나 가까운 건물")]
    public string? Address { get; set; }

    [Display(Name = "사진")]
    public IReadOnlyList<IFormFile> Photos { get; set; } = [];

    /// <summary>Photos that were accepted when the form was sent before.</summary>
    public List<KeptPhoto> Kept { get; set; } = [];

    [Display(Name = "누가 볼 수 있나요?")]
    public Audience Audience { get; set; }

    [StringLength(Complaint.GuestNameLength), Display(Name = "이름")]
    public string? GuestName { get; set; }

    [StringLength(Account.EmailLength), EmailAddress, Display(Name = "이메일")]
    public string? GuestEmail { get; set; }

    [Display(Name = "개인정보로 보이는 글자")]
    public PersonalDataChoice? PersonalData { get; set; }

    /// <summary>The numbers of similar complaints that were offered already, by commas.</summary>
    [StringLength(400)]
    public string? Offered { get; set; }

    public Guid IdempotencyKey { get; set; }
}

/// <summary>A photo that waits for its form.</summary>
public sealed class KeptPhoto
{
    /// <summary>From <see cref="StagedPhotos"/>: names the photo and proves that this person uploaded it.</summary>
    public string? Key { get; set; }

    [StringLength(MediaFile.MaxAltTextLength), Display(Name = "사진 설명")]
    public string? Alt { get; set; }

    public bool Remove { get; set; }
}
