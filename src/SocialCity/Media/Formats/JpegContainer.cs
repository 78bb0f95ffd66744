namespace SocialCity.Media.Formats;

/// <summary>
/// JPEG (ITU T.81, JFIF, Adobe TN 5116): a chain of marker segments around entropy-coded scans. Kept are the tables, the frame, the scans
/// byte for byte, JFIF without its thumbnail, Adobe's colour transform and the ICC profile. Everything else (Exif, XMP, IPTC,
/// maker notes, depth maps, further pictures behind the first, comments) is left behind.
/// </summary>
internal static class JpegContainer
{
    // Progressive files have about ten. Some decoders can be kept busy for minutes with thousands of scans of a small file.
    private const int MaxScans = 200;

    private const int StartOfImage = 0xD8;
    private const int EndOfImage = 0xD9;
    private const int StartOfScan = 0xDA;
    private const int QuantizationTable = 0xDB;
    private const int HuffmanTable = 0xC4;
    private const int RestartInterval = 0xDD;
    private const int App0 = 0xE0;
    private const int App1 = 0xE1;
    private const int App2 = 0xE2;
    private const int App14 = 0xEE;
    private const int App15 = 0xEF;
    private const int Comment = 0xFE;

    private static ReadOnlySpan<byte> Jfif => "JFIF\0"u8;

    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Icc => "ICC_PROFILE\0"u8;

    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    public static bool Recognises(ReadOnlySpan<byte> start) => start is [0xFF, StartOfImage, 0xFF, ..];

    public static PhotoReading Read(ReadOnlyMemory<byte> file)
    {
        var bytes = new PhotoBytes(file.Span);
        var body = new PhotoPieces(file);
        var profile = new ProfileSegments(file);
        byte[]? jfif = null;
        int? orientation = null;
        bool adobe = false;
        Frame? frame = null;
        int scans = 0;
        int at = 2;

        while (true)
        {
            int code = NextMarker(bytes, ref at);
            int marker = at - 2;
            if (code == EndOfImage)
            {
                PhotoBytes.Require(frame is not null && scans > 0);
                body.Keep(marker, 2);
                break;
            }

            // Restart markers stand inside scans only; 01 is reserved; none of these has a length.
            PhotoBytes.Require(code is not (0x01 or (>= 0xD0 and <= StartOfImage)));
            int length = bytes.BigEndian16(at);
            PhotoBytes.Require(length >= 2);
            var content = bytes.Slice(at + 2, length - 2);
            int next = at + length;

            switch (code)
            {
                case 0xC0 or 0xC1 or 0xC2:
                    PhotoBytes.Require(frame is null);
                    frame = Frame.Read(content);
                    body.Keep(marker, next - marker);
                    break;
                case 0xC3 or 0xC5 or 0xC6 or 0xC7 or (>= 0xC8 and <= 0xCF):
                    // Lossless, hierarchical or arithmetic-coded: no browser shows them.
                    throw new PhotoRefusedException(PhotoRefusal.UnsupportedFormat);
                case HuffmanTable:
                    CheckHuffmanTables(content);
                    body.Keep(marker, next - marker);
                    break;
                case QuantizationTable:
                    CheckQuantizationTables(content);
                    body.Keep(marker, next - marker);
                    break;
                case RestartInterval:
                    PhotoBytes.Require(content.Length == 2);
                    body.Keep(marker, next - marker);
                    break;
                case StartOfScan:
                    PhotoBytes.Require(frame is not null && ++scans <= MaxScans && frame.Describes(content));
                    int end = EndOfScan(file.Span, next);
                    PhotoBytes.Require(end > next);
                    body.Keep(marker, end - marker);
                    next = end;
                    break;
                case App0 when jfif is null && content.Length >= 14 && content.StartsWith(Jfif):
                    jfif = [0xFF, App0, 0, 16, .. content[..12], 0, 0];
                    break;
                case App1 when orientation is null && content.StartsWith(Exif):
                    orientation = ExifOrientation.Read(content);
                    break;
                case App2 when content.StartsWith(Icc):
                    profile.Add(content[Icc.Length..], marker, next - marker);
                    break;
                case App14 when !adobe && content.Length >= 12 && content.StartsWith(Adobe):
                    adobe = true;
                    body.Add((byte[])[0xFF, App14, 0, 14, .. content[..12]]);
                    break;
                case (>= App0 and <= App15) or Comment:
                    break;
                default:
                    throw new PhotoRefusedException(PhotoRefusal.Damaged);
            }

            at = next;
        }

        var pieces = new PhotoPieces(file);
        pieces.Keep(0, 2);
        if (jfif is not null)
        {
            pieces.Add(jfif);
        }

        if (orientation is { } turned and not ExifOrientation.Upright)
        {
            byte[] block = ExifOrientation.BlockWithPreamble(turned);
            pieces.Add((byte[])[0xFF, App1, 0, (byte)(block.Length + 2), .. block]);
        }

        if (profile.IsWhole)
        {
            pieces.Append(profile.Pieces);
        }

        pieces.Append(body);
        return new PhotoReading(PhotoFormat.Jpeg, frame.Width, frame.Height, orientation ?? ExifOrientation.Upright, pieces);
    }

    /// <summary>Steps over a marker and the fill bytes that may precede it; <paramref name="at"/> then stands behind its code.</summary>
    private static int NextMarker(PhotoBytes bytes, ref int at)
    {
        PhotoBytes.Require(bytes[at] == 0xFF);
        while (bytes[at] == 0xFF)
        {
            at++;
        }

        int code = bytes[at++];
        PhotoBytes.Require(code != 0);
        return code;
    }

    /// <summary>Where the entropy-coded data that begins here meets the next marker. FF 00 is a data byte and FF D0-D7 a restart within it.</summary>
    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (true)
        {
            int found = file[at..].IndexOf((byte)0xFF);
            PhotoBytes.Require(found >= 0 && at + found + 1 < file.Length);
            at += found;
            switch (file[at + 1])
            {
                case 0x00 or (>= 0xD0 and <= 0xD7):
                    at += 2;
                    break;
                case 0xFF:
                    at++;
                    break;
                default:
                    return at;
            }
        }
    }

    private static void CheckHuffmanTables(ReadOnlySpan<byte> content)
    {
        PhotoBytes.Require(content.Length > 0);
        while (content.Length > 0)
        {
            PhotoBytes.Require(content.Length >= 17 && (content[0] & 0xEC) == 0); // class 0-1, table 0-3
            int codes = 0;
            foreach (byte ofOneLength in content[1..17])
            {
                codes += ofOneLength;
            }

            PhotoBytes.Require(codes <= 256 && content.Length >= 17 + codes);
            content = content[(17 + codes)..];
        }
    }

    private static void CheckQuantizationTables(ReadOnlySpan<byte> content)
    {
        PhotoBytes.Require(content.Length > 0);
        while (content.Length > 0)
        {
            PhotoBytes.Require((content[0] & 0xEC) == 0); // 8 or 16 bits, table 0-3
            int length = 1 + ((content[0] >> 4) == 0 ? 64 : 128);
            PhotoBytes.Require(content.Length >= length);
            content = content[length..];
        }
    }

    private sealed class Frame
    {
        private readonly List<byte> _components = [];

        public int Width { get; private init; }

        public int Height { get; private init; }

        public static Frame Read(ReadOnlySpan<byte> content)
        {
            PhotoBytes.Require(content.Length >= 6);
            var frame = new Frame { Height = (content[1] << 8) | content[2], Width = (content[3] << 8) | content[4] };
            PhotoLimits.Check(frame.Width, frame.Height);
            int components = content[5];
            PhotoBytes.Require(components is 1 or 3 or 4 && content.Length == 6 + (3 * components));
            if (content[0] != 8)
            {
                throw new PhotoRefusedException(PhotoRefusal.UnsupportedFormat);
            }

            for (var rest = content[6..]; rest.Length > 0; rest = rest[3..])
            {
                bool sampling = (rest[1] >> 4) is >= 1 and <= 4 && (rest[1] & 15) is >= 1 and <= 4;
                PhotoBytes.Require(!frame._components.Contains(rest[0]) && sampling && rest[2] <= 3);
                frame._components.Add(rest[0]);
            }

            return frame;
        }

        /// <summary>Whether the header of a scan names components of this frame and has the length that it says.</summary>
        public bool Describes(ReadOnlySpan<byte> scan)
        {
            if (scan.Length < 1 || scan[0] is < 1 or > 4 || scan.Length != 4 + (2 * scan[0]))
            {
                return false;
            }

            for (int i = 0; i < scan[0]; i++)
            {
                if (!_components.Contains(scan[1 + (2 * i)]))
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>A profile larger than 64 KB is cut over several segments, each with its number and their count.</summary>
    private sealed class ProfileSegments(ReadOnlyMemory<byte> file)
    {
        private readonly byte[] _header = new byte[IccProfile.HeaderLength];
        private int _count;
        private int _seen;
        private long _length;
        private bool _broken;

        public PhotoPieces Pieces { get; } = new(file);

        public bool IsWhole => !_broken && _count > 0 && _seen == _count && IccProfile.Begins(_header, _length);

        public void Add(ReadOnlySpan<byte> content, int start, int length)
        {
            if (content.Length < 3 || content[0] != _seen + 1 || (_seen > 0 && content[1] != _count))
            {
                _broken = true;
                return;
            }

            _seen++;
            _count = content[1];
            var data = content[2..];
            if (_seen == 1)
            {
                data[..Math.Min(data.Length, _header.Length)].CopyTo(_header);
            }

            _length += data.Length;
            Pieces.Keep(start, length);
        }
    }
}
