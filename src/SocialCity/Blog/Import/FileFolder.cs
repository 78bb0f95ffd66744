using System.Text;

namespace SocialCity.Blog.Import;

/// <summary>The folder beside an export, in which its files are looked for; never outside of it.</summary>
internal sealed class FileFolder(string exportPath)
{
    private readonly string _root = Path.GetFullPath(Path.GetDirectoryName(Path.GetFullPath(exportPath)) ?? ".");

    /// <summary>The first of these paths below the folder at which a file lies; null for none.</summary>
    public string? Find(params IEnumerable<string> relativePaths)
    {
        foreach (string relative in relativePaths.SelectMany(Written))
        {
            string? path = Below(relative);
            if (path is not null && File.Exists(path))
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>A name in Hangul is one with its letters put together and taken apart, as Macs store it.</summary>
    private static IEnumerable<string> Written(string name) =>
        [name, name.Normalize(NormalizationForm.FormC), name.Normalize(NormalizationForm.FormD)];

    private string? Below(string relative)
    {
        if (relative.Length == 0 || relative.Contains('\0') || relative.Split('/', '\\').Contains(".."))
        {
            return null;
        }

        string path = Path.GetFullPath(Path.Combine(_root, relative.TrimStart('/', '\\')));
        return path.StartsWith(_root + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? path : null;
    }
}
