using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SocialCity.Data;

public static class UnboundedText
{
    /// <summary>Says that a text has no length in the database on purpose; its limit, if any, is the entity's.</summary>
    public static PropertyBuilder<string> IsUnbounded(this PropertyBuilder<string> property) => property.HasMaxLength(-1);

    /// <inheritdoc cref="IsUnbounded(PropertyBuilder{string})"/>
    public static PropertyBuilder<string?> IsUnboundedOrNull(this PropertyBuilder<string?> property) => property.HasMaxLength(-1);
}
