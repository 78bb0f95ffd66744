using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Media;

/// <summary>
/// A stored photo. It is uploaded before the form that it belongs to is sent (so that a lost connection or a
/// mistake elsewhere in the form does not cost it): first staged, then attached, or swept away after a day.
/// </summary>
public sealed class MediaFile
{
    public const int KeyLength = 26;
    public const int MaxOriginalNameLength = 200;
    public const int MaxAltTextLength = 300;
    public const int MaxContentTypeLength = 30;
    public const int Sha256Length = 64;

    /// <summary>How long a photo waits for its form.</summary>
    public static readonly TimeSpan StagedFor = TimeSpan.FromDays(1);

    private const string KeyLetters = "abcdefghijklmnopqrstuvwxyz234567";

    private static readonly SearchValues<char> InKeys = SearchValues.Create(KeyLetters);

    private MediaFile()
    {
    }

    public long Id { get; private set; }

    /// <summary>The public name: in addresses and on disk. 130 random bits, so that a staged or private photo cannot be guessed.</summary>
    public string Key { get; private set; } = "";

    public string ContentType { get; private set; } = "";

    /// <summary>In pixels, as shown.</summary>
    public int Width { get; private set; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; private set; }

    public long Bytes { get; private set; }

    /// <summary>Of the stored file, 64 hexadecimal digits in lower case.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>As the sender called it; for display only.</summary>
    public string OriginalName { get; private set; } = "";

    /// <summary>What a person who does not see the photo should know; null while nobody has said it.</summary>
    public string? AltText { get; private set; }

    /// <summary>Null for a visitor without an account.</summary>
    public long? UploadedById { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>UTC; null while staged.</summary>
    public DateTime? AttachedAt { get; private set; }

    public bool IsStaged => AttachedAt is null;

    /// <summary>Letters and digits that a case-blind file system and an address both keep as they are.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(KeyLetters, KeyLength);

    /// <summary>Whether a text from outside can be a key at all; anything else never reaches the disk.</summary>
    public static bool IsKey([NotNullWhen(true)] string? text) => text is { Length: KeyLength } && !text.AsSpan().ContainsAnyExcept(InKeys);

    public static MediaFile Stage(StrippedPhoto photo, string key, string? originalName, long? uploadedById, DateTime now)
    {
        if (!IsKey(key))
        {
            throw new ArgumentException("Not a media key.", nameof(key));
        }

        return new MediaFile
        {
            Key = key,
            ContentType = photo.ContentType,
            Width = photo.Width,
            Height = photo.Height,
            Bytes = photo.Length,
            Sha256 = photo.Sha256,
            OriginalName = CleanName(originalName, photo.Extension),
            UploadedById = uploadedById,
            UploadedAt = now,
        };
    }

    /// <summary>Makes the photo part of something that was sent.</summary>
    public MediaAttachment Attach(DateTime now)
    {
        if (AttachedAt is not null)
        {
            return MediaAttachment.AlreadyAttached;
        }

        AttachedAt = now;
        return MediaAttachment.Attached;
    }

    /// <exception cref="ArgumentException">The text is longer than <see cref="MaxAltTextLength"/>: the form has to say so before.</exception>
    public void Describe(string? altText)
    {
        string? text = string.IsNullOrWhiteSpace(altText) ? null : altText.Trim();
        if (text?.Length > MaxAltTextLength)
        {
            throw new ArgumentException($"Longer than {MaxAltTextLength} letters.", nameof(altText));
        }

        AltText = text;
    }

    /// <summary>
    /// The last part of what may be a path of the sender's own device, without letters that a
    /// reader cannot see (control, direction override, zero width), at most <see cref="MaxOriginalNameLength"/> long.
    /// </summary>
    private static string CleanName(string? name, string extension)
    {
        string last = (name ?? "")[((name ?? "").LastIndexOfAny(['/', '\\']) + 1)..];
        var visible = new StringBuilder(Math.Min(last.Length, MaxOriginalNameLength));
        foreach (var rune in last.EnumerateRunes())
        {
            bool hidden = Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
            if (!hidden && rune != Rune.ReplacementChar)
            {
                visible.Append(rune.ToString());
            }
        }

        string clean = visible.ToString().Normalize(NormalizationForm.FormC).Trim();
        if (clean.Trim('.').Length == 0)
        {
            return "photo" + extension;
        }

        if (clean.Length <= MaxOriginalNameLength)
        {
            return clean;
        }

        int length = 0;
        for (int next = 0; length + next <= MaxOriginalNameLength; next = StringInfo.GetNextTextElementLength(clean, length))
        {
            length += next;
        }

        return clean[..length];
    }
}

/// <summary>What became of an attempt to attach a photo.</summary>
public enum MediaAttachment
{
    Attached,

    /// <summary>It belongs to something else by now, or the form was sent twice.</summary>
    AlreadyAttached,
}

public static class MediaFileQueries
{
    /// <summary>Staged longer than <see cref="MediaFile.StagedFor"/>: nobody sent the form.</summary>
    public static IQueryable<MediaFile> Abandoned(this IQueryable<MediaFile> files, DateTime now)
    {
        var since = now - MediaFile.StagedFor;
        return files.Where(file => file.AttachedAt == null && file.UploadedAt < since);
    }
}

internal sealed class MediaFileMapping : IEntityTypeConfiguration<MediaFile>
{
    public void Configure(EntityTypeBuilder<MediaFile> file)
    {
        file.Property(f => f.Key).HasMaxLength(MediaFile.KeyLength).IsUnicode(false);
        file.Property(f => f.ContentType).HasMaxLength(MediaFile.MaxContentTypeLength).IsUnicode(false);
        file.Property(f => f.Sha256).HasMaxLength(MediaFile.Sha256Length).IsUnicode(false);
        file.Property(f => f.OriginalName).HasMaxLength(MediaFile.MaxOriginalNameLength);
        file.Property(f => f.AltText).HasMaxLength(MediaFile.MaxAltTextLength);
        file.Ignore(f => f.IsStaged);

        file.HasIndex(f => f.Key).IsUnique();
        file.HasIndex(f => f.UploadedById);
        file.HasIndex(f => new { f.AttachedAt, f.UploadedAt }); // for the sweep
    }
}
