using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace SocialCity.Data;

/// <summary>A place in a list ordered by time and id. Its text form is opaque to the reader and safe in an address.</summary>
/// <param name="At">The time of the row, UTC.</param>
/// <param name="Id">The id of the row, which tells apart rows of one moment.</param>
/// <param name="Backwards">Whether the page before this place is wanted instead of the one after it.</param>
public sealed record Cursor(DateTime At, long Id, bool Backwards = false)
{
    public override string ToString() =>
        Base64Url.EncodeToString(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{(Backwards ? 'b' : 'f')}{At.Ticks:x}-{Id:x}")));

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else, so that a mistyped address shows the first page.</summary>
    public static Cursor? Parse(string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > 64 || !Base64Url.IsValid(text))
        {
            return null;
        }

        string plain = Encoding.ASCII.GetString(Base64Url.DecodeFromChars(text));
        string[] parts = plain.Length > 1 ? plain[1..].Split('-') : [];
        return plain[..Math.Min(1, plain.Length)] is "f" or "b"
            && parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long ticks)
            && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks
            && long.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long id)
            ? new Cursor(new DateTime(ticks, DateTimeKind.Utc), id, plain[0] == 'b')
            : null;
    }
}

/// <summary>One page of a list, with the places of its neighbours where there are any.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, Cursor? Previous, Cursor? Next)
{
    public static Page<T> Empty { get; } = new([], null, null);

    /// <summary>
    /// Makes a page of rows read with one more than <paramref name="size"/>, in reading order when going forward and in the
    /// opposite order when going backwards.
    /// </summary>
    public static Page<T> From(IReadOnlyList<T> rows, int size, Cursor? at, Func<T, (DateTime At, long Id)> key)
    {
        bool backwards = at?.Backwards ?? false;
        bool more = rows.Count > size;
        List<T> items = [.. rows.Take(size)];
        if (backwards)
        {
            items.Reverse();
        }

        if (items.Count == 0)
        {
            return Empty;
        }

        var (firstAt, firstId) = key(items[0]);
        var (lastAt, lastId) = key(items[^1]);
        bool hasPrevious = backwards ? more : at is not null;
        bool hasNext = backwards || more;
        return new Page<T>(
            items,
            hasPrevious ? new Cursor(firstAt, firstId, Backwards: true) : null,
            hasNext ? new Cursor(lastAt, lastId) : null);
    }
}
