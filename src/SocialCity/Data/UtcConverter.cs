using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialCity.Data;

/// <summary>Stores times as UTC and reads them as such; a local or unspecified time is a mistake of the caller.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    value => Checked(value),
    value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime Checked(DateTime value) => value.Kind == DateTimeKind.Utc
        ? value
        : throw new ArgumentException($"A stored time must be UTC, not {value.Kind}.", nameof(value));
}
