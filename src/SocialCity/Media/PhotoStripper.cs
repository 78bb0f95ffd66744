namespace SocialCity.Media;

/// <summary>
/// Takes an upload and gives back a photo without metadata. It needs no picture codec: the container is taken apart and put together again, so nothing
/// of the picture is lost and a photo of 10 MB takes milliseconds. An upload is held in memory, once, up to <see cref="PhotoLimits.MaxBytes"/>: nothing may be
/// written before the end has been seen, for only there a file proves to be whole.
/// </summary>
public static class PhotoStripper
{
    private const int FirstRead = 256 * 1024;

    /// <summary>Reads to the end of the stream, or to the first byte too many.</summary>
    /// <exception cref="IOException">The upload broke off; what the file holds never throws.</exception>
    public static async Task<PhotoStripping> StripAsync(Stream upload, CancellationToken cancellationToken = default)
    {
        long? announced = upload.CanSeek ? upload.Length - upload.Position : null;
        if (announced > PhotoLimits.MaxBytes)
        {
            return new PhotoStripping(PhotoRefusal.TooLarge);
        }

        byte[] buffer = new byte[announced is { } known ? (int)known + 1 : FirstRead];
        int length = 0;
        while (true)
        {
            int read = await upload.ReadAsync(buffer.AsMemory(length), cancellationToken);
            length += read;
            if (read == 0 || length > PhotoLimits.MaxBytes)
            {
                return PhotoInspector.Inspect(buffer.AsMemory(0, length));
            }

            if (length == buffer.Length)
            {
                Array.Resize(ref buffer, Math.Min(buffer.Length * 2, PhotoLimits.MaxBytes + 1));
            }
        }
    }
}
