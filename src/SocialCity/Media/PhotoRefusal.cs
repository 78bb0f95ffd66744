namespace SocialCity.Media;

/// <summary>Why a file is not taken as a photo; the page has a sentence for each.</summary>
public enum PhotoRefusal
{
    /// <summary>No bytes at all: often a photo that still lies in the phone's cloud.</summary>
    Empty,

    /// <summary>Not a picture of any kind that the portal knows.</summary>
    NotAPhoto,

    /// <summary>A picture, but of a kind that browsers do not show alike (HEIC, AVIF, TIFF, BMP, ...): it has to be saved as JPEG first.</summary>
    UnsupportedFormat,

    /// <summary>More than <see cref="PhotoLimits.MaxBytes"/>.</summary>
    TooLarge,

    /// <summary>More than <see cref="PhotoLimits.MaxPixels"/> or a side longer than <see cref="PhotoLimits.MaxSide"/>.</summary>
    TooManyPixels,

    /// <summary>Begins like a photo but breaks off or contradicts itself.</summary>
    Damaged,
}
