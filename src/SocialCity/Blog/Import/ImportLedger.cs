using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SocialCity.Data;

namespace SocialCity.Blog.Import;

/// <summary>Which thing here came from which thing there, so that bringing it again finds it.</summary>
internal sealed class ImportLedger(CityDb db, string source)
{
    public const string Article = "article";

    /// <summary>What was last brought of an article: its key and the mark of its content.</summary>
    public const string Content = "content";

    public const string Comment = "comment";
    public const string Photo = "photo";
    public const string Category = "category";

    private readonly string _source = source.Length <= ImportedItem.SourceLength ? source : Marked(source, ImportedItem.SourceLength);

    /// <summary>Of these keys, those that were brought before, with what they became here.</summary>
    public async Task<Dictionary<string, long>> KnownAsync(string kind, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        Dictionary<string, string> stored = keys.Distinct().ToDictionary(KeyOf);
        List<ImportedItem> items = [];
        foreach (string[] some in stored.Keys.Chunk(500))
        {
            items.AddRange(await db.Set<ImportedItem>().AsNoTracking()
                .Where(i => i.Source == _source && i.Kind == kind && some.Contains(i.Key)).ToListAsync(cancellationToken));
        }

        return items.ToDictionary(i => stored[i.Key], i => i.TargetId);
    }

    public void Note(string kind, string key, long targetId, DateTime now) =>
        db.Add(new ImportedItem(_source, kind, KeyOf(key), targetId, now));

    /// <summary>The note that this, by its mark, is what was last brought of an article; null when it is not.</summary>
    public async Task<ImportedItem?> ContentAsync(string articleKey, string mark, CancellationToken cancellationToken)
    {
        string key = ContentKey(articleKey, mark);
        return await db.Set<ImportedItem>().SingleOrDefaultAsync(i => i.Source == _source && i.Kind == Content && i.Key == key, cancellationToken);
    }

    /// <param name="before">What was last brought, if anything was.</param>
    public void NoteContent(string articleKey, string mark, long articleId, ImportedItem? before, DateTime now)
    {
        if (before is not null)
        {
            db.Remove(before);
        }

        db.Add(new ImportedItem(_source, Content, ContentKey(articleKey, mark), articleId, now));
    }

    private static string ContentKey(string articleKey, string mark) => $"{KeyOf(articleKey)}#{mark}";

    /// <summary>Keys that a database might take for the same, or that are too long, bear a mark of their own letters.</summary>
    private static string KeyOf(string key) =>
        key.Length <= ImportedItem.KeyLength / 2 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '/' or '.' or '-' or '#')
            ? key
            : Marked(key, ImportedItem.KeyLength / 2);

    private static string Marked(string text, int length)
    {
        string mark = "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
        return text[..Math.Min(text.Length, length - mark.Length)].TrimEnd('\uD800') + mark;
    }
}
