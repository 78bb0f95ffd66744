using System.Buffers.Binary;

namespace SocialCity.Media.Formats;

/// <summary>
/// WebP (RFC 9649): a RIFF file of chunks. Kept are the picture or the frames with their transparency, and the ICC profile. Exif, XMP and unknown
/// chunks are left behind, also those hidden inside a frame, and the flags and sizes are written to match.
/// </summary>
internal static class WebPContainer
{
    private const byte ProfileFlag = 0x20;
    private const byte AlphaFlag = 0x10;
    private const byte ExifFlag = 0x08;
    private const byte AnimationFlag = 0x02;

    public static bool Recognises(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && start.StartsWith("RIFF"u8) && start[8..12].SequenceEqual("WEBP"u8);

    public static PhotoReading Read(ReadOnlyMemory<byte> file)
    {
        var bytes = new PhotoBytes(file.Span);
        long end = 8L + bytes.LittleEndian32(4);
        PhotoBytes.Require(end is >= 20 && end <= bytes.Length);
        var first = Chunk.At(bytes, 12, (int)end);
        return first.Is(bytes, "VP8X"u8) ? ReadExtended(file, first, (int)end) : ReadSimple(file, first);
    }

    /// <summary>One picture and nothing else; what follows it is not part of the format.</summary>
    private static PhotoReading ReadSimple(ReadOnlyMemory<byte> file, Chunk picture)
    {
        var bytes = new PhotoBytes(file.Span);
        var (width, height) = PictureSize(bytes, picture) ?? throw new PhotoRefusedException(PhotoRefusal.Damaged);
        PhotoLimits.Check(width, height);
        var chunks = new PhotoPieces(file);
        chunks.Keep(picture.Start, picture.Whole);
        return Assemble(file, width, height, ExifOrientation.Upright, chunks);
    }

    private static PhotoReading ReadExtended(ReadOnlyMemory<byte> file, Chunk header, int end)
    {
        var bytes = new PhotoBytes(file.Span);
        PhotoBytes.Require(header.Length == 10);
        byte flags = bytes[header.Data];
        bool animated = (flags & AnimationFlag) != 0;
        int width = bytes.LittleEndian24(header.Data + 4) + 1;
        int height = bytes.LittleEndian24(header.Data + 7) + 1;
        PhotoLimits.Check(width, height);

        var profile = new PhotoPieces(file);
        var body = new PhotoPieces(file);
        int orientation = ExifOrientation.Upright;
        bool exif = false;
        bool animation = false;
        bool pictured = false;
        Chunk? alpha = null;
        for (int at = header.Next; at < end;)
        {
            var chunk = Chunk.At(bytes, at, end);
            at = chunk.Next;
            if (chunk.Is(bytes, "ICCP"u8))
            {
                if (profile.Length == 0 && !pictured && IccProfile.Begins(bytes.Slice(chunk.Data, chunk.Length), chunk.Length))
                {
                    profile.Keep(chunk.Start, chunk.Whole);
                }
            }
            else if (chunk.Is(bytes, "EXIF"u8))
            {
                orientation = exif ? orientation : ExifOrientation.Read(bytes.Slice(chunk.Data, chunk.Length));
                exif = true;
            }
            else if (animated && chunk.Is(bytes, "ANIM"u8))
            {
                PhotoBytes.Require(!animation && chunk.Length == 6);
                animation = true;
                body.Keep(chunk.Start, chunk.Whole);
            }
            else if (animated && chunk.Is(bytes, "ANMF"u8))
            {
                PhotoBytes.Require(animation);
                KeepFrame(file, chunk, width, height, body);
                pictured = true;
            }
            else if (!animated && chunk.Is(bytes, "ALPH"u8))
            {
                PhotoBytes.Require(alpha is null && !pictured && chunk.Length > 1);
                alpha = chunk;
            }
            else if (!animated && !pictured && PictureSize(bytes, chunk) is { } size)
            {
                PhotoBytes.Require(size == (width, height));
                KeepPicture(bytes, chunk, alpha, body);
                pictured = true;
            }
        }

        PhotoBytes.Require(pictured);
        byte kept = (byte)((flags & (AlphaFlag | AnimationFlag))
            | (profile.Length > 0 ? ProfileFlag : 0)
            | (orientation != ExifOrientation.Upright ? ExifFlag : 0));

        var chunks = new PhotoPieces(file);
        chunks.Add((byte[])[.. "VP8X"u8, 10, 0, 0, 0, kept, 0, 0, 0, .. bytes.Slice(header.Data + 4, 6)]);
        chunks.Append(profile);
        chunks.Append(body);
        if (orientation != ExifOrientation.Upright)
        {
            byte[] block = ExifOrientation.Block(orientation); // of even length
            chunks.Add((byte[])[.. "EXIF"u8, (byte)block.Length, 0, 0, 0, .. block]);
        }

        return Assemble(file, width, height, orientation, chunks);
    }

    private static PhotoReading Assemble(ReadOnlyMemory<byte> file, int width, int height, int orientation, PhotoPieces chunks)
    {
        byte[] riff = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8];
        BinaryPrimitives.WriteUInt32LittleEndian(riff.AsSpan(4), (uint)(chunks.Length + 4));
        var pieces = new PhotoPieces(file);
        pieces.Add(riff);
        pieces.Append(chunks);
        return new PhotoReading(PhotoFormat.WebP, width, height, orientation, pieces);
    }

    /// <summary>A frame has a header of 16 bytes and chunks of its own, among which strangers may hide as well.</summary>
    private static void KeepFrame(ReadOnlyMemory<byte> file, Chunk frame, int canvasWidth, int canvasHeight, PhotoPieces body)
    {
        var bytes = new PhotoBytes(file.Span);
        PhotoBytes.Require(frame.Length > 16);
        int left = 2 * bytes.LittleEndian24(frame.Data);
        int top = 2 * bytes.LittleEndian24(frame.Data + 3);
        int width = bytes.LittleEndian24(frame.Data + 6) + 1;
        int height = bytes.LittleEndian24(frame.Data + 9) + 1;
        PhotoBytes.Require(left + width <= canvasWidth && top + height <= canvasHeight);

        var content = new PhotoPieces(file);
        content.Keep(frame.Data, 16);
        Chunk? alpha = null;
        bool pictured = false;
        for (int at = frame.Data + 16; at < frame.Data + frame.Length;)
        {
            var chunk = Chunk.At(bytes, at, frame.Data + frame.Length);
            at = chunk.Next;
            if (chunk.Is(bytes, "ALPH"u8))
            {
                PhotoBytes.Require(alpha is null && !pictured && chunk.Length > 1);
                alpha = chunk;
            }
            else if (!pictured && PictureSize(bytes, chunk) is { } size)
            {
                PhotoBytes.Require(size == (width, height));
                KeepPicture(bytes, chunk, alpha, content);
                pictured = true;
            }
        }

        PhotoBytes.Require(pictured);
        byte[] head = [.. "ANMF"u8, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), (uint)content.Length);
        body.Add(head);
        body.Append(content);
    }

    /// <summary>Transparency of its own belongs to the lossy kind only; the lossless kind carries it inside.</summary>
    private static void KeepPicture(PhotoBytes bytes, Chunk picture, Chunk? alpha, PhotoPieces pieces)
    {
        if (alpha is { } before && picture.Is(bytes, "VP8 "u8))
        {
            pieces.Keep(before.Start, before.Whole);
        }

        pieces.Keep(picture.Start, picture.Whole);
    }

    /// <summary>Width and height from the head of the coded picture, or null when the chunk is none.</summary>
    private static (int Width, int Height)? PictureSize(PhotoBytes bytes, Chunk chunk)
    {
        if (chunk.Is(bytes, "VP8 "u8))
        {
            // RFC 6386, 9.1: frame tag (key frame, version 0-3, shown, size of the first partition), start code, size.
            PhotoBytes.Require(chunk.Length > 10);
            int tag = bytes.LittleEndian24(chunk.Data);
            bool shownKeyFrame = (tag & 1) == 0 && ((tag >> 1) & 7) <= 3 && ((tag >> 4) & 1) == 1;
            PhotoBytes.Require(shownKeyFrame && (tag >> 5) <= chunk.Length - 10);
            PhotoBytes.Require(bytes.Slice(chunk.Data + 3, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]));
            return (bytes.LittleEndian16(chunk.Data + 6) & 0x3FFF, bytes.LittleEndian16(chunk.Data + 8) & 0x3FFF);
        }

        if (chunk.Is(bytes, "VP8L"u8))
        {
            PhotoBytes.Require(chunk.Length > 5 && bytes[chunk.Data] == 0x2F);
            uint size = bytes.LittleEndian32(chunk.Data + 1);
            PhotoBytes.Require(size >> 29 == 0);
            return ((int)(size & 0x3FFF) + 1, (int)((size >> 14) & 0x3FFF) + 1);
        }

        return null;
    }

    /// <summary>A chunk: four letters, a length, the data and a byte of padding when the length is odd.</summary>
    private sealed record Chunk(int Start, int Length)
    {
        public int Data => Start + 8;

        public int Whole => 8 + Length + (Length & 1);

        public int Next => Start + Whole;

        public static Chunk At(PhotoBytes bytes, int start, int end)
        {
            long length = bytes.LittleEndian32(start + 4);
            PhotoBytes.Require(start + 8 + length + (length & 1) <= end);
            return new Chunk(start, (int)length);
        }

        public bool Is(PhotoBytes bytes, ReadOnlySpan<byte> name) => bytes.Slice(Start, 4).SequenceEqual(name);
    }
}
