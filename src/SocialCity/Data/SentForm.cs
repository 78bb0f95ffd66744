using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Data;

/// <summary>
/// That a form made something whose entity carries no key of its own: the same form sent again, by a double click or after a lost answer,
/// finds what it made the first time. Kept for <see cref="KeptFor"/>.
/// </summary>
public sealed class SentForm(Guid key, long madeId, DateTime at)
{
    /// <summary>Nobody sends a form again a day later and means the same.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    /// <summary>Of the form and of what was written into it.</summary>
    public Guid Key { get; private set; } = key;

    /// <summary>The id of what it made.</summary>
    public long MadeId { get; private set; } = madeId;

    public DateTime At { get; private set; } = at;
}

public sealed class SentFormMapping : IEntityTypeConfiguration<SentForm>
{
    public void Configure(EntityTypeBuilder<SentForm> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasKey(f => f.Key);
        builder.Property(f => f.Key).ValueGeneratedNever();
        builder.HasIndex(f => f.At);
    }
}
