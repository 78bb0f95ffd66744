using System.Buffers.Binary;
using System.IO.Compression;

namespace SocialCity.Media.Formats;

/// <summary>
/// PNG (W3C PNG, third edition): a signature and chunks with checksums. Kept are the picture, its palette, transparency, colour space, pixel
/// density and, for an animation, its frames. Texts, times, histograms, private and unknown chunks are left behind.
/// </summary>
internal static class PngContainer
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Recognises(ReadOnlySpan<byte> start) => start.StartsWith(Signature);

    public static PhotoReading Read(ReadOnlyMemory<byte> file) => new Reader(file).Read();

    private sealed class Reader(ReadOnlyMemory<byte> file)
    {
        private readonly PhotoPieces _body = new(file);
        private readonly HashSet<string> _once = new(StringComparer.Ordinal);
        private int _width;
        private int _height;
        private int _colourType;
        private int _paletteEntries;
        private int _orientation = ExifOrientation.Upright;
        private bool _pictureBegun;
        private bool _pictureEnded;
        private uint? _frames;
        private uint _frameHeaders;
        private uint _sequence;

        public PhotoReading Read()
        {
            var bytes = new PhotoBytes(file.Span);
            int at = Signature.Length;
            int headerEnd = at + 25;
            for (bool first = true; ; first = false)
            {
                uint length = bytes.BigEndian32(at);
                var typeAndData = bytes.Slice(at + 4, 4L + length);
                PhotoBytes.Require(bytes.BigEndian32(at + 8 + (int)length) == Crc32.Compute(typeAndData));
                string type = Name(typeAndData[..4]);
                PhotoBytes.Require(first == (type == "IHDR"));
                _pictureEnded |= _pictureBegun && type != "IDAT";
                if (Keeps(type, typeAndData[4..]))
                {
                    _body.Keep(at, 12 + (int)length);
                }

                at += 12 + (int)length;
                if (type == "IEND")
                {
                    break;
                }
            }

            PhotoBytes.Require(_pictureBegun && (_colourType != 3 || _paletteEntries > 0));
            PhotoBytes.Require(_frames is null || _frames == _frameHeaders);
            return new PhotoReading(PhotoFormat.Png, _width, _height, _orientation, Assemble(headerEnd));
        }

        /// <summary>The orientation goes right behind the header: a block behind the picture comes too late for some browsers.</summary>
        private PhotoPieces Assemble(int headerEnd)
        {
            var pieces = new PhotoPieces(file);
            pieces.Keep(0, headerEnd);
            if (_orientation != ExifOrientation.Upright)
            {
                pieces.Add(Chunk("eXIf"u8, ExifOrientation.Block(_orientation)));
            }

            pieces.Append(_body);
            return pieces;
        }

        private bool Keeps(string type, ReadOnlySpan<byte> data)
        {
            switch (type)
            {
                case "IHDR":
                    ReadHeader(data);
                    return false; // placed by Assemble
                case "PLTE":
                    PhotoBytes.Require(_once.Add(type) && !_pictureBegun && _colourType is 2 or 3 or 6);
                    PhotoBytes.Require(data.Length is > 0 and <= 768 && data.Length % 3 == 0);
                    _paletteEntries = data.Length / 3;
                    return true;
                case "IDAT":
                    PhotoBytes.Require(!_pictureEnded);
                    _pictureBegun = true;
                    return true;
                case "IEND":
                    PhotoBytes.Require(data.Length == 0);
                    return true;
                case "acTL":
                    return ReadAnimation(data);
                case "fcTL":
                    return _frames is not null && ReadFrameHeader(data);
                case "fdAT":
                    return _frames is not null && ReadFrameData(data);
                case "eXIf":
                    if (_once.Add(type))
                    {
                        _orientation = ExifOrientation.Read(data);
                    }

                    return false;
                default:
                    // A capital first letter says that the picture cannot be shown without understanding this chunk.
                    PhotoBytes.Require(char.IsAsciiLetterLower(type[0]));
                    return !_pictureBegun && IsColourOrDensity(type, data) && _once.Add(type);
            }
        }

        private void ReadHeader(ReadOnlySpan<byte> data)
        {
            PhotoBytes.Require(data.Length == 13);
            uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
            uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
            PhotoLimits.Check(width, height);
            int depth = data[8];
            _colourType = data[9];
            bool allowed = _colourType switch
            {
                0 => depth is 1 or 2 or 4 or 8 or 16,
                2 or 4 or 6 => depth is 8 or 16,
                3 => depth is 1 or 2 or 4 or 8,
                _ => false,
            };
            PhotoBytes.Require(allowed && data[10] == 0 && data[11] == 0 && data[12] <= 1);
            (_width, _height) = ((int)width, (int)height);
        }

        private bool IsColourOrDensity(string type, ReadOnlySpan<byte> data) => type switch
        {
            "gAMA" or "cICP" => data.Length == 4,
            "cHRM" => data.Length == 32,
            "sRGB" => data.Length == 1,
            "pHYs" => data.Length == 9,
            "iCCP" => IsProfile(data),
            "tRNS" => _colourType switch
            {
                0 => data.Length == 2,
                2 => data.Length == 6,
                3 => data.Length > 0 && data.Length <= _paletteEntries,
                _ => false,
            },
            _ => false,
        };

        private bool ReadAnimation(ReadOnlySpan<byte> data)
        {
            PhotoBytes.Require(_once.Add("acTL") && !_pictureBegun && data.Length == 8);
            _frames = BinaryPrimitives.ReadUInt32BigEndian(data);
            PhotoBytes.Require(_frames > 0);
            return true;
        }

        private bool ReadFrameHeader(ReadOnlySpan<byte> data)
        {
            PhotoBytes.Require(data.Length == 26 && BinaryPrimitives.ReadUInt32BigEndian(data) == _sequence++);
            long width = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
            long height = BinaryPrimitives.ReadUInt32BigEndian(data[8..]);
            long left = BinaryPrimitives.ReadUInt32BigEndian(data[12..]);
            long top = BinaryPrimitives.ReadUInt32BigEndian(data[16..]);
            PhotoBytes.Require(width > 0 && height > 0 && left + width <= _width && top + height <= _height);
            PhotoBytes.Require(data[24] <= 2 && data[25] <= 1);
            _frameHeaders++;
            return true;
        }

        private bool ReadFrameData(ReadOnlySpan<byte> data)
        {
            PhotoBytes.Require(_pictureEnded && _frameHeaders > 0);
            PhotoBytes.Require(data.Length > 4 && BinaryPrimitives.ReadUInt32BigEndian(data) == _sequence++);
            return true;
        }
    }

    /// <summary>A name, a method (0) and a zlib stream, of which only the profile's header is unpacked.</summary>
    private static bool IsProfile(ReadOnlySpan<byte> data)
    {
        int nameLength = data[..Math.Min(data.Length, 80)].IndexOf((byte)0);
        if (nameLength < 1 || data.Length < nameLength + 2 || data[nameLength + 1] != 0)
        {
            return false;
        }

        try
        {
            using var packed = new MemoryStream(data[(nameLength + 2)..].ToArray(), writable: false);
            using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
            Span<byte> header = stackalloc byte[IccProfile.HeaderLength];
            return unpacked.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && IccProfile.IsHeader(header);
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static string Name(ReadOnlySpan<byte> type)
    {
        foreach (byte letter in type)
        {
            PhotoBytes.Require(char.IsAsciiLetter((char)letter));
        }

        return System.Text.Encoding.ASCII.GetString(type);
    }

    private static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Compute(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
