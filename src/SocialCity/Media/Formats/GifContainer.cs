using System.Buffers.Binary;

namespace SocialCity.Media.Formats;

/// <summary>
/// GIF (87a and 89a): a screen, colour tables, and blocks of sub-blocks. Kept are the frames, their timing and the loop count. Comments,
/// plain texts and application blocks (XMP among them) are left behind.
/// </summary>
internal static class GifContainer
{
    private const int Extension = 0x21;
    private const int Image = 0x2C;
    private const int Trailer = 0x3B;
    private const int FirstNonRendering = 0x80; // below: plain text and the like, which use up the graphic control
    private const int GraphicControl = 0xF9;
    private const int Application = 0xFF;

    public static bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8);

    public static PhotoReading Read(ReadOnlyMemory<byte> file)
    {
        var bytes = new PhotoBytes(file.Span);
        var pieces = new PhotoPieces(file);
        int width = bytes.LittleEndian16(6);
        int height = bytes.LittleEndian16(8);
        PhotoLimits.Check(width, height);
        int at = 13 + ColourTable(bytes[10]);
        bytes.Slice(0, at);
        pieces.Keep(0, at);

        (int Start, int Length)? control = null;
        bool looped = false;
        bool pictured = false;
        while (true)
        {
            int start = at;
            switch (bytes[at])
            {
                case Trailer:
                    PhotoBytes.Require(pictured);
                    pieces.Keep(start, 1);
                    return new PhotoReading(PhotoFormat.Gif, width, height, ExifOrientation.Upright, pieces);
                case Image:
                    CheckFrame(bytes, at, width, height);
                    at += 10 + ColourTable(bytes[at + 9]);
                    PhotoBytes.Require(bytes[at] is >= 1 and <= 8 && bytes[at + 1] > 0);
                    at = EndOfSubBlocks(bytes, at + 1);
                    if (control is { } kept)
                    {
                        pieces.Keep(kept.Start, kept.Length);
                        control = null;
                    }

                    pieces.Keep(start, at - start);
                    pictured = true;
                    break;
                case Extension:
                    int label = bytes[at + 1];
                    at = EndOfSubBlocks(bytes, at + 2);
                    if (label == GraphicControl)
                    {
                        // Belongs to the picture that follows; without one it goes with what it stood before.
                        PhotoBytes.Require(at - start == 8 && bytes[start + 2] == 4);
                        control = (start, 8);
                    }
                    else if (label == Application && !looped && Loop(bytes, start) is { } loop)
                    {
                        pieces.Add(loop);
                        looped = true;
                    }
                    else if (label < FirstNonRendering)
                    {
                        control = null;
                    }

                    break;
                default:
                    throw new PhotoRefusedException(PhotoRefusal.Damaged);
            }
        }
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static void CheckFrame(PhotoBytes bytes, int at, int width, int height)
    {
        int frameWidth = bytes.LittleEndian16(at + 5);
        int frameHeight = bytes.LittleEndian16(at + 7);
        PhotoBytes.Require(frameWidth > 0 && frameHeight > 0);
        PhotoBytes.Require(bytes.LittleEndian16(at + 1) + frameWidth <= width && bytes.LittleEndian16(at + 3) + frameHeight <= height);
    }

    private static int EndOfSubBlocks(PhotoBytes bytes, int at)
    {
        while (bytes[at] != 0)
        {
            at += 1 + bytes[at];
        }

        return at + 1;
    }

    /// <summary>Netscape's loop count, written afresh so that nothing rides along; null for any other application block.</summary>
    private static byte[]? Loop(PhotoBytes bytes, int start)
    {
        if (bytes[start + 2] != 11)
        {
            return null;
        }

        var name = bytes.Slice(start + 3, 11);
        if ((!name.SequenceEqual("NETSCAPE2.0"u8) && !name.SequenceEqual("ANIMEXTS1.0"u8)) || bytes[start + 14] != 3 || bytes[start + 15] != 1)
        {
            return null;
        }

        byte[] block = [Extension, Application, 11, .. name, 3, 1, 0, 0, 0];
        BinaryPrimitives.WriteUInt16LittleEndian(block.AsSpan(16), (ushort)bytes.LittleEndian16(start + 16));
        return block;
    }
}
