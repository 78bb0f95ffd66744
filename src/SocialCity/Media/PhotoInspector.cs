using System.Security.Cryptography;
using SocialCity.Media.Formats;

namespace SocialCity.Media;

/// <summary>
/// Looks at a file as a container: what it is, whether it is whole, how large its picture is, which side is up. The name and the
/// content type that came with an upload are never asked.
/// </summary>
public static class PhotoInspector
{
    /// <summary>Brands of an ISO media file that hold a still picture (HEIF, AVIF); others are films.</summary>
    private static readonly string[] StillPictureBrands = ["heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"];

    /// <summary>Cleans a file that lies in memory. Never throws for what the file holds.</summary>
    public static PhotoStripping Inspect(ReadOnlyMemory<byte> file)
    {
        try
        {
            return new PhotoStripping(Strip(Read(file)));
        }
        catch (PhotoRefusedException refused)
        {
            return new PhotoStripping(refused.Refusal);
        }
    }

    private static PhotoReading Read(ReadOnlyMemory<byte> file)
    {
        var start = file.Span;
        return start switch
        {
            { IsEmpty: true } => throw new PhotoRefusedException(PhotoRefusal.Empty),
            { Length: > PhotoLimits.MaxBytes } => throw new PhotoRefusedException(PhotoRefusal.TooLarge),
            _ when JpegContainer.Recognises(start) => JpegContainer.Read(file),
            _ when PngContainer.Recognises(start) => PngContainer.Read(file),
            _ when WebPContainer.Recognises(start) => WebPContainer.Read(file),
            _ when GifContainer.Recognises(start) => GifContainer.Read(file),
            _ when IsOtherPicture(start) => throw new PhotoRefusedException(PhotoRefusal.UnsupportedFormat),
            _ => throw new PhotoRefusedException(PhotoRefusal.NotAPhoto),
        };
    }

    /// <summary>Kinds of pictures that people do send, so that the answer can be "save it as JPEG" and not "this is no photo".</summary>
    private static bool IsOtherPicture(ReadOnlySpan<byte> start)
    {
        if (start.Length >= 12 && start[4..8].SequenceEqual("ftyp"u8))
        {
            string brand = System.Text.Encoding.Latin1.GetString(start[8..12]);
            return StillPictureBrands.Contains(brand, StringComparer.Ordinal);
        }

        return start.StartsWith("II*\0"u8) || start.StartsWith("MM\0*"u8) // TIFF and most raw formats
            || start is [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, ..] // BMP
            || start.StartsWith("8BPS"u8) // Photoshop
            || start is [0xFF, 0x0A, ..] or [0, 0, 0, 12, (byte)'J', (byte)'X', (byte)'L', (byte)' ', ..] // JPEG XL
            || start is [0, 0, 0, 12, (byte)'j', (byte)'P', (byte)' ', (byte)' ', ..]; // JPEG 2000
    }

    private static StrippedPhoto Strip(PhotoReading reading)
    {
        var pieces = reading.Pieces.ToList();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var piece in pieces)
        {
            hash.AppendData(piece.Span);
        }

        bool lying = reading.Orientation >= 5;
        return new StrippedPhoto(pieces)
        {
            Format = reading.Format,
            Width = lying ? reading.Height : reading.Width,
            Height = lying ? reading.Width : reading.Height,
            Orientation = reading.Orientation,
            Length = reading.Pieces.Length,
            Sha256 = Convert.ToHexStringLower(hash.GetHashAndReset()),
        };
    }
}
