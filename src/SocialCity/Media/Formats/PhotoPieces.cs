namespace SocialCity.Media.Formats;

/// <summary>
/// The cleaned file as a list of pieces: stretches of the upload that are kept as they are, and the few bytes written
/// afresh. Picture data is therefore never copied, let alone changed.
/// </summary>
internal sealed class PhotoPieces(ReadOnlyMemory<byte> file)
{
    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private int _start;
    private int _end;

    public long Length { get; private set; }

    /// <summary>Keeps a stretch of the upload; neighbours are joined.</summary>
    public void Keep(int start, int length)
    {
        if (start != _end || _start == _end)
        {
            Flush();
            _start = start;
        }

        _end = start + length;
        Length += length;
    }

    public void Add(ReadOnlyMemory<byte> own)
    {
        Flush();
        _pieces.Add(own);
        Length += own.Length;
    }

    public void Append(PhotoPieces other)
    {
        Flush();
        other.Flush();
        _pieces.AddRange(other._pieces);
        Length += other.Length;
    }

    public IReadOnlyList<ReadOnlyMemory<byte>> ToList()
    {
        Flush();
        return _pieces;
    }

    private void Flush()
    {
        if (_end > _start)
        {
            _pieces.Add(file[_start.._end]);
        }

        _start = _end = 0;
    }
}
