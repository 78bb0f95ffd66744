namespace SocialCity.Media;

/// <summary>The picture formats that every browser shows and whose container the portal can clean.</summary>
public enum PhotoFormat
{
    Jpeg,
    Png,
    WebP,
    Gif,
}

public static class PhotoFormats
{
    /// <summary>For the <c>accept</c> attribute of a file input.</summary>
    public const string Accept = "image/jpeg,image/png,image/webp,image/gif";

    extension(PhotoFormat format)
    {
        public string ContentType => format switch
        {
            PhotoFormat.Jpeg => "image/jpeg",
            PhotoFormat.Png => "image/png",
            PhotoFormat.WebP => "image/webp",
            _ => "image/gif",
        };

        /// <summary>With its dot, in lower case.</summary>
        public string Extension => format switch
        {
            PhotoFormat.Jpeg => ".jpg",
            PhotoFormat.Png => ".png",
            PhotoFormat.WebP => ".webp",
            _ => ".gif",
        };
    }
}
