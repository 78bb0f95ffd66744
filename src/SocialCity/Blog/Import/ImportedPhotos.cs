using Microsoft.EntityFrameworkCore;
using SocialCity.Data;
using SocialCity.Media;
using SocialCity.Text;

namespace SocialCity.Blog.Import;

/// <summary>A photo of an export that stands in the portal now.</summary>
/// <param name="Id">0 in a dry run.</param>
internal sealed record ImportedPhoto(long Id, string Address, string AltText);

/// <summary>Takes the photos of an export in as if somebody had uploaded them: checked, without their metadata, each once.</summary>
internal sealed class ImportedPhotos(CityDb db, PhotoIntake intake, IForeignBlog blog, ImportLedger ledger, bool isDry)
{
    private const string Embedded = "data:image/";

    // A photo that was taken within a transaction is known to others only when that is done.
    private readonly Dictionary<string, ImportedPhoto> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImportedPhoto> _being = new(StringComparer.Ordinal);

    // As those that were taken: each is named once in the report.
    private readonly HashSet<string> _lost = new(StringComparer.Ordinal);
    private readonly HashSet<string> _beingLost = new(StringComparer.Ordinal);

    /// <summary>What articles showed, whether it could be had or not.</summary>
    private readonly HashSet<string> _shown = new(StringComparer.OrdinalIgnoreCase);

    public void Begin()
    {
        _being.Clear();
        _beingLost.Clear();
    }

    public void Done()
    {
        foreach (var (key, photo) in _being)
        {
            _taken[key] = photo;
        }

        _lost.UnionWith(_beingLost);
    }

    /// <summary>Names a photo that cannot be had, unless that was done already.</summary>
    /// <param name="key">What tells it apart: its key, or its source.</param>
    public void Lose(string key, string name, string reason, ImportReport report)
    {
        if (!_lost.Contains(key) && _beingLost.Add(key))
        {
            report.Skip(new ForeignLoss("photo", name, reason));
        }
    }

    /// <summary>Names one that stood where the portal shows no photos.</summary>
    public void LoseAt(ForeignArticle article, string source, string reason, ImportReport report)
    {
        ForeignFile? file = source.StartsWith(Embedded, StringComparison.OrdinalIgnoreCase) ? new ForeignFile(source, "", "", null) : blog.Find(article, source);
        Lose(file?.Key ?? source, file is null ? source : Named(file), reason, report);
    }

    /// <summary>Names those of these files that no article so far has shown.</summary>
    public void LoseUnshown(IEnumerable<ForeignFile> files, ImportReport report)
    {
        foreach (ForeignFile file in files.Where(f => !_shown.Contains(f.Key)))
        {
            if (FileWords.IsPicture(file.Name))
            {
                Lose(file.Key, Named(file), "no article that was brought shows it", report);
            }
            else
            {
                report.Skip(new ForeignLoss("other", Named(file), "a file that is no photo: links to it lead where they did"));
            }
        }
    }

    /// <summary>The photo for a source in a text; null when it cannot be had: the report says why.</summary>
    /// <param name="caption">What stands below it; said to those who do not see it where nothing else is.</param>
    /// <param name="without">What the article has in its place, for the report.</param>
    public async Task<ImportedPhoto?> TakeAsync(
        ForeignArticle article, string source, string caption, string without, ImportReport report, DateTime now, CancellationToken cancellationToken)
    {
        bool isEmbedded = source.StartsWith(Embedded, StringComparison.OrdinalIgnoreCase);
        ForeignFile? file = isEmbedded ? new ForeignFile(source, "", "", "") : blog.Find(article, source);
        if (!isEmbedded)
        {
            _shown.Add(file?.Key ?? source);
        }

        if (file is null)
        {
            Lose(source, source, $"it lies elsewhere; “{article.Title}” has {without}", report);
            return null;
        }

        string said = First(file.AltText, caption, FileWords.Of(file.Name), article.Title);
        if (await KnownAsync(file.Key, cancellationToken) is { } known)
        {
            return known with { AltText = said };
        }

        if (file.Path is null)
        {
            Lose(file.Key, Named(file), $"its file was not found beside the export; “{article.Title}” has {without}", report);
            return null;
        }

        try
        {
            await using Stream content = isEmbedded ? Decoded(source) : new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return await StageAsync(file, content, said, report, now, cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or FormatException)
        {
            Lose(file.Key, Named(file), $"its file cannot be read: {e.Message.TrimEnd('.')}; “{article.Title}” has {without}", report);
            return null;
        }
    }

    private async Task<ImportedPhoto?> StageAsync(
        ForeignFile file, Stream content, string altText, ImportReport report, DateTime now, CancellationToken cancellationToken)
    {
        PhotoRefusal? refusal;
        ImportedPhoto photo;
        if (isDry)
        {
            refusal = (await PhotoStripper.StripAsync(content, cancellationToken)).Refusal;
            photo = new ImportedPhoto(0, "/media/" + new string('a', MediaFile.KeyLength), altText);
        }
        else
        {
            PhotoStaging staging = await intake.StageAsync(content, file.Name, null, now, cancellationToken);
            refusal = staging.Refusal;
            photo = staging.File is { } media ? await KeepAsync(file, media, altText, now, cancellationToken) : new ImportedPhoto(0, "", "");
        }

        if (refusal is { } why)
        {
            Lose(file.Key, Named(file), Sentence(why), report);
            return null;
        }

        report.Count("photo", ImportOutcome.Brought);
        _being[file.Key] = photo;
        return photo;
    }

    private async Task<ImportedPhoto> KeepAsync(ForeignFile file, MediaFile media, string altText, DateTime now, CancellationToken cancellationToken)
    {
        media.Attach(now);
        media.Describe(CleanText.Shorten(altText, MediaFile.MaxAltTextLength));
        db.Add(media);
        await db.SaveChangesAsync(cancellationToken);
        ledger.Note(ImportLedger.Photo, file.Key, media.Id, now);
        return new ImportedPhoto(media.Id, "/media/" + media.Key, altText);
    }

    private async Task<ImportedPhoto?> KnownAsync(string key, CancellationToken cancellationToken)
    {
        if (_being.TryGetValue(key, out ImportedPhoto? photo) || _taken.TryGetValue(key, out photo))
        {
            return photo;
        }

        Dictionary<string, long> known = await ledger.KnownAsync(ImportLedger.Photo, [key], cancellationToken);
        if (!known.TryGetValue(key, out long id))
        {
            return null;
        }

        string? name = await db.Set<MediaFile>().Where(m => m.Id == id).Select(m => m.Key).SingleOrDefaultAsync(cancellationToken);
        photo = name is null ? null : new ImportedPhoto(id, "/media/" + name, "");
        if (photo is not null)
        {
            _being[key] = photo;
        }

        return photo;
    }

    private static string Named(ForeignFile file) =>
        file.Name.Length > 0 ? file.Name : file.Key.StartsWith(Embedded, StringComparison.OrdinalIgnoreCase) ? "a picture written into a text" : file.Key;

    private static MemoryStream Decoded(string source)
    {
        int comma = source.IndexOf(',', StringComparison.Ordinal);
        return comma > 0 && source[..comma].EndsWith(";base64", StringComparison.OrdinalIgnoreCase)
            ? new MemoryStream(Convert.FromBase64String(Uri.UnescapeDataString(source[(comma + 1)..])))
            : throw new FormatException("it is written in a way that is not known");
    }

    private static string First(params string[] texts) => Array.Find(texts, t => !string.IsNullOrWhiteSpace(t))?.Trim() ?? "";

    private static string Sentence(PhotoRefusal refusal) => refusal switch
    {
        PhotoRefusal.Empty => "its file is empty",
        PhotoRefusal.NotAPhoto => "its file is no picture",
        PhotoRefusal.UnsupportedFormat => "it is a picture of a kind that browsers do not show alike; save it as JPEG and import again",
        PhotoRefusal.TooLarge => "its file is larger than the portal takes",
        PhotoRefusal.TooManyPixels => "it has more pixels than the portal takes",
        _ => "its file is damaged",
    };
}
