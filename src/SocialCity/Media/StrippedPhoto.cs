namespace SocialCity.Media;

/// <summary>A photo that is whole and holds nothing but its picture: no place, no device, no owner, no words, no second file.</summary>
public sealed class StrippedPhoto
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _pieces;

    internal StrippedPhoto(IReadOnlyList<ReadOnlyMemory<byte>> pieces) => _pieces = pieces;

    public required PhotoFormat Format { get; init; }

    /// <summary>In pixels, as shown: a photo taken with the phone upright is higher than wide.</summary>
    public required int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public required int Height { get; init; }

    /// <summary>1 to 8, as Exif counts them; kept inside the file, so that a browser turns the picture by itself.</summary>
    public required int Orientation { get; init; }

    /// <summary>In bytes, after cleaning.</summary>
    public required long Length { get; init; }

    /// <summary>Of the cleaned file: 64 hexadecimal digits in lower case.</summary>
    public required string Sha256 { get; init; }

    public string ContentType => Format.ContentType;

    public string Extension => Format.Extension;

    public async Task WriteToAsync(Stream output, CancellationToken cancellationToken = default)
    {
        foreach (var piece in _pieces)
        {
            await output.WriteAsync(piece, cancellationToken);
        }
    }
}
