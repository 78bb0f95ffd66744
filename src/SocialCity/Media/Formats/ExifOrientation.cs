using System.Buffers.Binary;

namespace SocialCity.Media.Formats;

/// <summary>The one Exif value that belongs to the picture itself: which side is up. Nothing else of Exif is kept.</summary>
internal static class ExifOrientation
{
    public const int Upright = 1;

    private const int Tag = 0x0112;
    private const int Short = 3;
    private const int Long = 4;

    private static ReadOnlySpan<byte> Preamble => "Exif\0\0"u8;

    /// <summary>
    /// Reads the orientation from a TIFF block, with or without the "Exif" preamble. Whatever is wrong with
    /// the block, the answer is "upright": metadata that will be thrown away is no reason to refuse a photo.
    /// </summary>
    public static int Read(ReadOnlySpan<byte> block)
    {
        if (block.StartsWith(Preamble))
        {
            block = block[Preamble.Length..];
        }

        bool bigEndian = block.StartsWith("MM\0*"u8);
        if (block.Length < 14 || (!bigEndian && !block.StartsWith("II*\0"u8)))
        {
            return Upright;
        }

        uint directory = Four(block[4..]);
        if (directory > block.Length - 2)
        {
            return Upright;
        }

        var entries = block[((int)directory + 2)..];
        int count = Two(block[(int)directory..]);
        for (; count > 0 && entries.Length >= 12; count--, entries = entries[12..])
        {
            if (Two(entries) == Tag && Four(entries[4..]) == 1)
            {
                uint value = Two(entries[2..]) switch
                {
                    Short => (uint)Two(entries[8..]),
                    Long => Four(entries[8..]),
                    _ => 0,
                };
                return value is >= 1 and <= 8 ? (int)value : Upright;
            }
        }

        return Upright;

        int Two(ReadOnlySpan<byte> at) =>
            bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(at) : BinaryPrimitives.ReadUInt16LittleEndian(at);

        uint Four(ReadOnlySpan<byte> at) =>
            bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
    }

    /// <summary>A TIFF block that holds the orientation and nothing else.</summary>
    public static byte[] Block(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, // big endian, the directory begins at 8
        0, 1, // one entry:
        0x01, 0x12, 0, Short, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0, // and no further directory
    ];

    public static byte[] BlockWithPreamble(int orientation) => [.. Preamble, .. Block(orientation)];
}
