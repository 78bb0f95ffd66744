using System.Diagnostics.CodeAnalysis;

namespace SocialCity.Media;

/// <summary>Either a clean photo or the reason why there is none.</summary>
public sealed class PhotoStripping
{
    internal PhotoStripping(StrippedPhoto photo) => Photo = photo;

    internal PhotoStripping(PhotoRefusal refusal) => Refusal = refusal;

    public StrippedPhoto? Photo { get; }

    public PhotoRefusal? Refusal { get; }

    [MemberNotNullWhen(true, nameof(Photo))]
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool Accepted => Photo is not null;
}
