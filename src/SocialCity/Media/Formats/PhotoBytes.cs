using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace SocialCity.Media.Formats;

/// <summary>The bytes of an upload. Every access is checked; one beyond the end means that the file is damaged.</summary>
internal readonly ref struct PhotoBytes(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Length => _bytes.Length;

    public byte this[int at] => Slice(at, 1)[0];

    public ReadOnlySpan<byte> Slice(long at, long length)
    {
        if (at < 0 || length < 0 || at + length > _bytes.Length)
        {
            throw new PhotoRefusedException(PhotoRefusal.Damaged);
        }

        return _bytes.Slice((int)at, (int)length);
    }

    public int BigEndian16(int at) => BinaryPrimitives.ReadUInt16BigEndian(Slice(at, 2));

    public uint BigEndian32(int at) => BinaryPrimitives.ReadUInt32BigEndian(Slice(at, 4));

    public int LittleEndian16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(Slice(at, 2));

    public int LittleEndian24(int at)
    {
        var three = Slice(at, 3);
        return three[0] | (three[1] << 8) | (three[2] << 16);
    }

    public uint LittleEndian32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(Slice(at, 4));

    /// <summary>Refuses the file as damaged unless the condition holds.</summary>
    public static void Require([DoesNotReturnIf(false)] bool condition)
    {
        if (!condition)
        {
            throw new PhotoRefusedException(PhotoRefusal.Damaged);
        }
    }
}
