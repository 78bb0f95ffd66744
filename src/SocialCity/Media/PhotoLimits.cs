using SocialCity.Media.Formats;

namespace SocialCity.Media;

/// <summary>
/// How large a photo may be. A phone of today takes 12 to 50 megapixels; what lies beyond costs every reader's device
/// the memory of the unpacked picture (four bytes a pixel), whatever the size of the file.
/// </summary>
public static class PhotoLimits
{
    public const int MaxBytes = 10 * 1024 * 1024;
    public const int MaxSide = 12_000;
    public const int MaxPixels = 50_000_000;

    /// <summary>Stops reading as soon as a header names a size that is not allowed, before anything else is looked at.</summary>
    internal static void Check(long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw new PhotoRefusedException(PhotoRefusal.Damaged);
        }

        if (width > MaxSide || height > MaxSide || width * height > MaxPixels)
        {
            throw new PhotoRefusedException(PhotoRefusal.TooManyPixels);
        }
    }
}
