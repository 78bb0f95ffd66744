using System.Globalization;
using Microsoft.Extensions.Localization;
using SocialCity.Media;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared.Photos;

/// <summary>Says why a photo was not taken, and what to do about it.</summary>
public sealed class PhotoWords(IStringLocalizer<SharedTexts> T)
{
    private const int NameShown = 60;
    private const int Megabyte = 1024 * 1024;

    public string Of(PhotoRefusal refusal, string fileName)
    {
        string name = ShortNameOf(fileName);
        return refusal switch
        {
            PhotoRefusal.Empty => T["{0}: 빈 파일입니다. 휴대전화에 내려받은 사진인지 확인해 주세요.", name],
            PhotoRefusal.NotAPhoto => T["{0}: 사진 파일이 아닙니다. JPEG, PNG, WebP, GIF 사진을 골라 주세요.", name],
            PhotoRefusal.UnsupportedFormat => T["{0}: 이 형식은 올릴 수 없습니다. JPEG로 저장해서 다시 올려 주세요.", name],
            PhotoRefusal.TooLarge => T["{0}: {1}MB보다 큽니다. 크기를 줄여서 다시 올려 주세요.", name, PhotoLimits.MaxBytes / Megabyte],
            PhotoRefusal.TooManyPixels => T["{0}: 가로와 세로가 너무 큰 사진입니다. 한 변을 {1}픽셀 아래로 줄여 주세요.", name, PhotoLimits.MaxSide],
            _ => T["{0}: 파일이 깨졌습니다. 다른 사진을 골라 주세요.", name],
        };
    }

    private static string ShortNameOf(string fileName)
    {
        string name = fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..];
        StringInfo letters = new(name);
        return letters.LengthInTextElements <= NameShown ? name : letters.SubstringByTextElements(0, NameShown) + "…";
    }
}
