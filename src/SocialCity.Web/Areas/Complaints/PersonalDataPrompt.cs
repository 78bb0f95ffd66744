using System.ComponentModel.DataAnnotations;
using SocialCity.Web.Shared;

namespace SocialCity.Web.Areas.Complaints;

/// <summary>The question what is to become of personal data, as a form asks it.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="MayHide">Whether the whole may be kept from the public instead.</param>
/// <param name="PersonalData">What was answered.</param>
public sealed record PersonalDataPrompt(
    PersonalFindings Findings,
    bool MayHide,
    [property: Display(Name = "개인정보로 보이는 글자를 어떻게 할까요?")] PersonalDataChoice? PersonalData);
