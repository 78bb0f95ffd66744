using System.Text.RegularExpressions;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>What the name of a file says, where nobody said more of a picture.</summary>
public static partial class FileWords
{
    /// <summary>The words of the last part of a path or an address; empty when it says nothing (numbers, a camera's count).</summary>
    public static string Of(string path)
    {
        string plain = path.Split('?', '#')[0];
        string name = Uri.UnescapeDataString(plain[(plain.LastIndexOfAny(['/', '\\']) + 1)..]);
        int dot = name.LastIndexOf('.');
        string words = CleanText.Line(Gaps().Replace(Size().Replace(dot > 0 ? name[..dot] : name, ""), " "));
        return Camera().IsMatch(words) ? "" : CleanText.Shorten(words, Media.MediaFile.MaxAltTextLength);
    }

    /// <summary>Whether a name ends as those of pictures do.</summary>
    public static bool IsPicture(string path) => Picture().IsMatch(path);

    /// <summary>The name of the file that WordPress made the smaller one from: photo-300x200.jpg is photo.jpg.</summary>
    public static string WithoutSize(string path) => SizeBeforeEnding().Replace(path, "");

    [GeneratedRegex(@"\.(jpe?g|png|gif|webp|avif|bmp|tiff?|heic|svg)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Picture();

    [GeneratedRegex(@"[_\-+.\s]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Gaps();

    [GeneratedRegex("-([0-9]{2,5}x[0-9]{2,5}|scaled)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Size();

    [GeneratedRegex(@"-([0-9]{2,5}x[0-9]{2,5}|scaled)(?=\.[A-Za-z]{3,4}$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SizeBeforeEnding();

    [GeneratedRegex(@"^((IMG|DSC|DSCN|DSCF|P|PXL|KakaoTalk|Screenshot|image|photo|cfile) ?)?[0-9 ]*$|^[0-9a-f]{16,}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Camera();
}
