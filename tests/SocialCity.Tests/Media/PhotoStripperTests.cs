using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Icc;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Photoshop;
using MetadataExtractor.Formats.Xmp;
using SocialCity.Media;

namespace SocialCity.Tests.Media;

public sealed class PhotoStripperTests
{
    [Theory]
    [InlineData("phone.jpg", PhotoFormat.Jpeg, 48, 64, 6)]
    [InlineData("progressive.jpg", PhotoFormat.Jpeg, 64, 48, 3)]
    [InlineData("restart.jpg", PhotoFormat.Jpeg, 32, 16, 1)]
    [InlineData("cmyk.jpg", PhotoFormat.Jpeg, 64, 48, 1)]
    [InlineData("grey.jpg", PhotoFormat.Jpeg, 64, 48, 1)]
    [InlineData("phone.png", PhotoFormat.Png, 48, 64, 8)]
    [InlineData("palette.png", PhotoFormat.Png, 64, 48, 1)]
    [InlineData("interlaced.png", PhotoFormat.Png, 64, 48, 1)]
    [InlineData("alpha.png", PhotoFormat.Png, 64, 48, 1)]
    [InlineData("animated.png", PhotoFormat.Png, 24, 16, 1)]
    [InlineData("phone.webp", PhotoFormat.WebP, 48, 64, 6)]
    [InlineData("lossy.webp", PhotoFormat.WebP, 64, 48, 1)]
    [InlineData("lossless.webp", PhotoFormat.WebP, 64, 48, 1)]
    [InlineData("alpha.webp", PhotoFormat.WebP, 64, 48, 1)]
    [InlineData("animated.webp", PhotoFormat.WebP, 64, 48, 1)]
    [InlineData("animated.gif", PhotoFormat.Gif, 32, 24, 1)]
    [InlineData("still.gif", PhotoFormat.Gif, 64, 48, 1)]
    public async Task Photo_is_taken_with_its_size_as_shown(string name, PhotoFormat format, int width, int height, int orientation)
    {
        var photo = Accepted(Fixture.Read(name));

        Assert.Equal((format, width, height, orientation), (photo.Format, photo.Width, photo.Height, photo.Orientation));
        byte[] clean = await Written(photo);
        Assert.Equal(clean.Length, photo.Length);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(clean)), photo.Sha256);
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public async Task Nothing_secret_is_left_in_a_stripped_photo(string name)
    {
        byte[] clean = await Stripped(name);

        Assert.Equal(-1, clean.AsSpan().IndexOf("SECRET"u8));
        Assert.Equal(-1, clean.AsSpan().IndexOf("xmpmeta"u8));
    }

    [Fact]
    public void Fixtures_do_carry_what_has_to_go()
    {
        var jpeg = Metadata(Fixture.Read("phone.jpg"));
        Assert.Contains(jpeg, d => d is GpsDirectory gps && gps.ContainsTag(GpsDirectory.TagLatitude));
        Assert.Contains(jpeg, d => d is ExifThumbnailDirectory);
        Assert.Contains(jpeg, d => d is XmpDirectory);
        Assert.Contains(jpeg, d => d is IptcDirectory);
        Assert.Contains(jpeg, d => d is JpegCommentDirectory);
        Assert.Contains(Metadata(Fixture.Read("phone.webp")), d => d is GpsDirectory);
        Assert.Contains(Metadata(Fixture.Read("phone.webp")), d => d is XmpDirectory);
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public async Task Only_the_orientation_remains_of_all_metadata(string name)
    {
        var directories = Metadata(await Stripped(name));

        Assert.DoesNotContain(directories, d => d.HasError);
        Assert.DoesNotContain(directories, d => d is GpsDirectory or ExifSubIfdDirectory or ExifThumbnailDirectory or XmpDirectory
            or IptcDirectory or PhotoshopDirectory or JpegCommentDirectory);
        Assert.DoesNotContain(directories, d => d.Name is "PNG-tEXt" or "PNG-zTXt" or "PNG-iTXt" or "PNG-tIME" or "JFXX" or "GIF Comment");
        foreach (var exif in directories.OfType<ExifIfd0Directory>())
        {
            var tag = Assert.Single(exif.Tags);
            Assert.Equal(ExifDirectoryBase.TagOrientation, tag.Type);
        }
    }

    [Theory]
    [InlineData("phone.jpg", 6)]
    [InlineData("progressive.jpg", 3)]
    [InlineData("phone.webp", 6)]
    public async Task Orientation_stays_in_the_file(string name, int orientation)
    {
        var exif = Metadata(await Stripped(name)).OfType<ExifIfd0Directory>().Single();

        Assert.Equal(orientation, exif.GetInt32(ExifDirectoryBase.TagOrientation));
    }

    [Fact]
    public async Task Png_orientation_stands_before_the_picture()
    {
        byte[] clean = await Stripped("phone.png");

        var chunks = PngChunks(clean);
        Assert.Equal(["IHDR", "eXIf", "iCCP", "pHYs", "IDAT", "IDAT", "IEND"], chunks.Select(c => c.Type));
        Assert.Equal(8, chunks[1].Data[19]);
        Assert.Equal(26, chunks[1].Data.Length);
    }

    [Theory]
    [InlineData("phone.jpg")]
    [InlineData("phone.png")]
    [InlineData("phone.webp")]
    public async Task Colour_profile_stays(string name) =>
        Assert.Contains(Metadata(await Stripped(name)), d => d is IccDirectory);

    [Fact]
    public async Task What_poses_as_a_colour_profile_goes()
    {
        byte[] file = Fixture.Read("phone.jpg");
        int signature = file.AsSpan().IndexOf("acsp"u8);
        file[signature] = (byte)'x';

        byte[] clean = await Written(Accepted(file));

        Assert.Equal(-1, clean.AsSpan().IndexOf("ICC_PROFILE"u8));
    }

    [Fact]
    public async Task Scans_of_a_jpeg_stay_byte_for_byte()
    {
        foreach (string name in Fixture.Jpegs)
        {
            var before = Scans(Fixture.Read(name));
            var after = Scans(await Stripped(name));

            Assert.Equal(before, after);
            Assert.Equal(name == "progressive.jpg", after.Count > 1);
        }
    }

    [Fact]
    public async Task Tables_and_restart_interval_of_a_jpeg_stay()
    {
        byte[] file = Fixture.Read("restart.jpg");
        byte[] clean = await Stripped("restart.jpg");

        // The only thing to remove was the comment of six letters behind the start marker.
        Assert.Equal([.. file[..2], .. file[12..]], clean);
    }

    [Fact]
    public async Task Adobe_colour_transform_of_a_cmyk_jpeg_stays() =>
        Assert.NotEqual(-1, (await Stripped("cmyk.jpg")).AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xEE, 0, 14, .. "Adobe"u8]));

    [Fact]
    public async Task Picture_data_of_a_png_stays_byte_for_byte()
    {
        foreach (string name in Fixture.Pngs)
        {
            string[] picture = ["IHDR", "PLTE", "tRNS", "acTL", "fcTL", "fdAT", "IDAT"];
            var before = PngChunks(Fixture.Read(name)).Where(c => picture.Contains(c.Type)).Select(c => (c.Type, Convert.ToHexString(c.Data)));
            var after = PngChunks(await Stripped(name)).Where(c => picture.Contains(c.Type)).Select(c => (c.Type, Convert.ToHexString(c.Data)));

            Assert.Equal(before, after);
        }
    }

    [Fact]
    public async Task Picture_data_of_a_webp_stays_and_its_sizes_and_flags_are_true()
    {
        foreach (string name in Fixture.WebPs)
        {
            byte[] clean = await Stripped(name);
            Assert.Equal(clean.Length - 8, BinaryPrimitives.ReadInt32LittleEndian(clean.AsSpan(4)));

            string[] picture = ["VP8 ", "VP8L", "ALPH"];
            Assert.Equal(
                RiffChunks(Fixture.Read(name)).Where(c => picture.Contains(c.Type)).Select(c => Convert.ToHexString(c.Data)),
                RiffChunks(clean).Where(c => picture.Contains(c.Type)).Select(c => Convert.ToHexString(c.Data)));

            var chunks = RiffChunks(clean);
            if (chunks[0].Type == "VP8X")
            {
                int flags = chunks[0].Data[0];
                Assert.Equal(chunks.Any(c => c.Type == "ICCP"), (flags & 0x20) != 0);
                Assert.Equal(chunks.Any(c => c.Type == "EXIF"), (flags & 0x08) != 0);
                Assert.Equal(chunks.Any(c => c.Type == "ANIM"), (flags & 0x02) != 0);
                Assert.Equal(0, flags & 0x04);
            }
        }
    }

    [Fact]
    public async Task Animation_keeps_its_frames_and_its_loop()
    {
        Assert.Equal(await Stripped("animated-clean.gif"), await Stripped("animated.gif"));
        Assert.Equal(Fixture.Read("animated-clean.gif").Length, (await Stripped("animated.gif")).Length);
        Assert.Equal(2, RiffChunks(await Stripped("animated.webp")).Count(c => c.Type == "ANMF"));
        Assert.Equal(3, PngChunks(await Stripped("animated.png")).Count(c => c.Type == "fcTL"));
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public async Task Stripping_twice_changes_nothing_more(string name)
    {
        byte[] once = await Stripped(name);

        Assert.Equal(once, await Written(Accepted(once)));
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public void Photo_that_breaks_off_is_damaged_wherever_it_does(string name)
    {
        byte[] file = Fixture.Read(name);
        string whole = Accepted(file).Sha256;
        for (int length = 12; length < file.Length; length++)
        {
            var stripping = PhotoInspector.Inspect(file.AsMemory(0, length));

            // Only what lies behind the end of the picture may be missing.
            Assert.True(stripping.Refusal == PhotoRefusal.Damaged || stripping.Photo?.Sha256 == whole, $"{name} cut at {length}");
        }

        for (int length = 0; length < 12; length++)
        {
            Assert.False(PhotoInspector.Inspect(file.AsMemory(0, length)).Accepted);
        }
    }

    [Theory]
    [MemberData(nameof(Fixture.All), MemberType = typeof(Fixture))]
    public async Task Mutated_photo_is_refused_or_comes_out_clean(string name)
    {
        byte[] original = Fixture.Read(name);
        var random = new Random(20260401);
        for (int round = 0; round < 2_000; round++)
        {
            byte[] file = Mutated(original, random);

            var stripping = PhotoInspector.Inspect(file);

            if (stripping.Accepted)
            {
                byte[] clean = await Written(stripping.Photo);
                Assert.Equal(stripping.Photo.Sha256, Accepted(clean).Sha256);
                Assert.InRange((long)stripping.Photo.Width * stripping.Photo.Height, 1, PhotoLimits.MaxPixels);
            }
        }
    }

    [Theory]
    [InlineData("grey.jpg")]
    [InlineData("still.gif")]
    [InlineData("alpha.png")]
    [InlineData("alpha.webp")]
    public void Picture_of_50000_by_50000_is_refused_by_its_header(string name) =>
        Assert.Equal(PhotoRefusal.TooManyPixels, PhotoInspector.Inspect(Resized(name, 50_000, 50_000)).Refusal);

    [Theory]
    [InlineData(12_000, 4_166, null)]
    [InlineData(12_000, 4_167, PhotoRefusal.TooManyPixels)]
    [InlineData(12_001, 1, PhotoRefusal.TooManyPixels)]
    [InlineData(1, 12_001, PhotoRefusal.TooManyPixels)]
    [InlineData(0, 10, PhotoRefusal.Damaged)]
    [InlineData(10, 0, PhotoRefusal.Damaged)]
    public void Pixels_are_limited_by_side_and_by_area(int width, int height, PhotoRefusal? refusal) =>
        Assert.Equal(refusal, PhotoInspector.Inspect(Resized("grey.jpg", width, height)).Refusal);

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("<!doctype html><script>alert(1)</script>")]
    [InlineData("%PDF-1.7\n%\u00e2\u00e3")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0")]
    [InlineData("MZ\u0090\0\u0003\0\0\0")]
    [InlineData("\0\0\0\u0018ftypmp42\0\0\0\0")]
    [InlineData("RIFF\u0024\0\0\0WAVEfmt ")]
    [InlineData("GIF89")]
    [InlineData("x")]
    public void What_is_no_picture_is_called_so(string content) =>
        Assert.Equal(PhotoRefusal.NotAPhoto, PhotoInspector.Inspect(Encoding.Latin1.GetBytes(content)).Refusal);

    [Theory]
    [InlineData("\0\0\0\u0018ftypheic\0\0\0\0mif1heic")]
    [InlineData("\0\0\0\u0018ftypmif1\0\0\0\0mif1heic")]
    [InlineData("\0\0\0\u0020ftypavif\0\0\0\0avifmif1")]
    [InlineData("II*\0\u0008\0\0\0")]
    [InlineData("MM\0*\0\0\0\u0008")]
    [InlineData("BM\u0046\0\0\0\0\0\0\0\u0036\0\0\0")]
    [InlineData("8BPS\0\u0001")]
    [InlineData("\0\0\0\u000cJXL \r\n\u0087\n")]
    public void Other_kind_of_picture_is_told_apart_so_that_it_can_be_saved_as_jpeg(string content) =>
        Assert.Equal(PhotoRefusal.UnsupportedFormat, PhotoInspector.Inspect(Encoding.Latin1.GetBytes(content)).Refusal);

    [Theory]
    [InlineData(0xC3)]
    [InlineData(0xC9)]
    [InlineData(0xCA)]
    public void Jpeg_of_a_process_that_browsers_lack_is_unsupported(byte process)
    {
        byte[] file = Fixture.Read("grey.jpg");
        file[file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]) + 1] = process;

        Assert.Equal(PhotoRefusal.UnsupportedFormat, PhotoInspector.Inspect(file).Refusal);
    }

    [Fact]
    public void Jpeg_with_hundreds_of_scans_is_refused()
    {
        byte[] file = Fixture.Read("restart.jpg");
        int scan = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        byte[] scans = [.. Enumerable.Repeat(file[scan..^2], 201).SelectMany(bytes => bytes)];

        Assert.Equal(PhotoRefusal.Damaged, PhotoInspector.Inspect((byte[])[.. file[..scan], .. scans, 0xFF, 0xD9]).Refusal);
        Assert.True(PhotoInspector.Inspect((byte[])[.. file[..scan], .. scans[..^(scans.Length / 201)], 0xFF, 0xD9]).Accepted);
    }

    [Fact]
    public void Png_with_a_wrong_checksum_is_damaged()
    {
        byte[] file = Fixture.Read("palette.png");
        file[^20] ^= 1;

        Assert.Equal(PhotoRefusal.Damaged, PhotoInspector.Inspect(file).Refusal);
    }

    [Fact]
    public async Task Archive_behind_a_photo_is_cut_off()
    {
        foreach (string name in Fixture.Names)
        {
            byte[] polyglot = [.. Fixture.Read(name), .. "PK\u0003\u0004 evil.html <script>"u8];

            Assert.Equal(Accepted(Fixture.Read(name)).Sha256, Accepted(polyglot).Sha256);
            Assert.Equal(-1, (await Written(Accepted(polyglot))).AsSpan().IndexOf("evil"u8));
        }
    }

    [Fact]
    public async Task Empty_upload_is_named()
    {
        using var nothing = new MemoryStream();

        Assert.Equal(PhotoRefusal.Empty, (await PhotoStripper.StripAsync(nothing)).Refusal);
    }

    [Fact]
    public async Task Upload_is_read_to_the_first_byte_too_many_and_no_further()
    {
        using var endless = new Drip(Fixture.Read("grey.jpg"), chunk: 300_000, endless: true);

        Assert.Equal(PhotoRefusal.TooLarge, (await PhotoStripper.StripAsync(endless)).Refusal);
        Assert.Equal(PhotoLimits.MaxBytes + 1, endless.Given);
    }

    [Fact]
    public async Task Upload_of_known_length_that_is_too_large_is_not_read_at_all()
    {
        using var large = new MemoryStream(new byte[PhotoLimits.MaxBytes + 1]);

        Assert.Equal(PhotoRefusal.TooLarge, (await PhotoStripper.StripAsync(large)).Refusal);
        Assert.Equal(0, large.Position);
    }

    [Fact]
    public async Task Upload_may_come_byte_by_byte()
    {
        using var slow = new Drip(Fixture.Read("phone.jpg"), chunk: 1, endless: false);

        Assert.Equal(Accepted(Fixture.Read("phone.jpg")).Sha256, (await PhotoStripper.StripAsync(slow)).Photo?.Sha256);
    }

    [Fact]
    public async Task Photo_as_large_as_allowed_passes_whole()
    {
        byte[] file = Fixture.Read("restart.jpg");
        byte[] large = [.. file[..^2], .. new byte[PhotoLimits.MaxBytes - file.Length], 0xFF, 0xD9];
        using var upload = new Drip(large, chunk: 1_000_000, endless: false);

        var stripping = await PhotoStripper.StripAsync(upload);

        Assert.Equal(large.Length - 10, stripping.Photo?.Length);
    }

    private static StrippedPhoto Accepted(ReadOnlyMemory<byte> file)
    {
        var stripping = PhotoInspector.Inspect(file);
        Assert.True(stripping.Accepted, stripping.Refusal.ToString());
        return stripping.Photo;
    }

    private static async Task<byte[]> Written(StrippedPhoto photo)
    {
        using var output = new MemoryStream();
        await photo.WriteToAsync(output);
        return output.ToArray();
    }

    private static Task<byte[]> Stripped(string name) => Written(Accepted(Fixture.Read(name)));

    private static IReadOnlyList<MetadataExtractor.Directory> Metadata(byte[] file) =>
        ImageMetadataReader.ReadMetadata(new MemoryStream(file));

    private static byte[] Mutated(byte[] original, Random random)
    {
        var file = original.ToList();
        for (int change = random.Next(1, 6); change > 0; change--)
        {
            int at = random.Next(file.Count);
            switch (random.Next(5))
            {
                case 0:
                    file[at] = (byte)random.Next(256);
                    break;
                case 1:
                    file[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    file.RemoveRange(at, Math.Min(random.Next(1, 20), file.Count - at));
                    break;
                case 3:
                    file.InsertRange(at, file.GetRange(at, Math.Min(random.Next(1, 40), file.Count - at)));
                    break;
                default:
                    file[at] = random.Next(2) == 0 ? (byte)0xFF : (byte)0;
                    break;
            }

            if (file.Count == 0)
            {
                break;
            }
        }

        return [.. file];
    }

    private static byte[] Resized(string name, int width, int height)
    {
        byte[] file = Fixture.Read(name);
        switch (Path.GetExtension(name))
        {
            case ".jpg":
                int frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), (ushort)height);
                BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), (ushort)width);
                break;
            case ".png":
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(16), width);
                BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(20), height);
                BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(29), Crc32.Compute(file.AsSpan(12, 17)));
                break;
            case ".gif":
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), (ushort)width);
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)height);
                break;
            default:
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), width - 1);
                file[27] = (byte)(height - 1);
                file[28] = (byte)((height - 1) >> 8);
                file[29] = (byte)((height - 1) >> 16);
                break;
        }

        return file;
    }

    /// <summary>What lies between each start-of-scan header and the next marker; read independently of the code under test.</summary>
    private static List<string> Scans(byte[] file)
    {
        List<string> scans = [];
        for (int at = 2; file[at + 1] != 0xD9;)
        {
            int next = at + 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (file[at + 1] == 0xDA)
            {
                int end = next;
                while (file[end] != 0xFF || file[end + 1] is 0 or (>= 0xD0 and <= 0xD7))
                {
                    end++;
                }

                scans.Add(Convert.ToHexString(file.AsSpan(at, end - at)));
                next = end;
            }

            at = next;
        }

        return scans;
    }

    private static List<(string Type, byte[] Data)> PngChunks(byte[] file)
    {
        List<(string, byte[])> chunks = [];
        for (int at = 8; at < file.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            string type = Encoding.ASCII.GetString(file, at + 4, 4);
            chunks.Add((type, file[(at + 8)..(at + 8 + length)]));
            at += 12 + length;
            if (type == "IEND")
            {
                break;
            }
        }

        return chunks;
    }

    /// <summary>The chunks of a WebP file, those inside of frames among them.</summary>
    private static List<(string Type, byte[] Data)> RiffChunks(byte[] file)
    {
        List<(string, byte[])> chunks = [];
        Walk(12, 8 + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)));
        return chunks;

        void Walk(int at, int end)
        {
            while (at < end)
            {
                int length = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 4));
                string type = Encoding.ASCII.GetString(file, at, 4);
                chunks.Add((type, file[(at + 8)..(at + 8 + length)]));
                if (type == "ANMF")
                {
                    Walk(at + 8 + 16, at + 8 + length);
                }

                at += 8 + length + (length & 1);
            }
        }
    }

    /// <summary>A network stream: of unknown length, in pieces.</summary>
    private sealed class Drip(byte[] content, int chunk, bool endless) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            int length = Math.Min(count, chunk);
            if (!endless)
            {
                length = (int)Math.Min(length, content.Length - Given);
            }

            for (int i = 0; i < length; i++)
            {
                buffer[offset + i] = Given + i < content.Length ? content[Given + i] : (byte)0;
            }

            Given += length;
            return length;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
