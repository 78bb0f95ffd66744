using System.Buffers.Binary;

namespace SocialCity.Media.Formats;

/// <summary>Colour profiles are kept, for without them a wide-gamut photo looks dull; but only what is one.</summary>
internal static class IccProfile
{
    public const int HeaderLength = 128;

    /// <summary>Whether a profile of the given length begins with this header (ICC.1, 7.2: size first, "acsp" at 36).</summary>
    public static bool Begins(ReadOnlySpan<byte> header, long length) =>
        IsHeader(header) && BinaryPrimitives.ReadUInt32BigEndian(header) is var size && size <= length && length - size < 4;

    public static bool IsHeader(ReadOnlySpan<byte> header) =>
        header.Length >= HeaderLength && header[36..40].SequenceEqual("acsp"u8);
}
