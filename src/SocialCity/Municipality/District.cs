using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Municipality;

/// <summary>A dong (행정동): the smallest part of the city that complaints, notices and statistics know.</summary>
public sealed class District : IVersioned
{
    public const int NameLength = 40;
    public const int CodeLength = 20;

    private District()
    {
    }

    public District(string code, LocalText name, Boundary boundary, int order)
    {
        Code = code;
        Order = order;
        Change(name, boundary);
    }

    public long Id { get; private set; }

    /// <summary>The administrative code or another short name that stays the same when the name changes.</summary>
    public string Code { get; private set; } = "";

    public LocalText Name { get; private set; } = new("");

    /// <summary>The ring of the boundary as "lat,lng lat,lng ...", see <see cref="Boundary"/>.</summary>
    public string BoundaryText { get; private set; } = "";

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Guid Version { get; private set; }

    public Boundary Boundary() => Municipality.Boundary.Parse(BoundaryText);

    public void Change(LocalText name, Boundary boundary)
    {
        Name = name;
        BoundaryText = boundary.ToString();
    }

    public void Switch(bool isActive) => IsActive = isActive;

    public void MoveTo(int order) => Order = order;
}

public sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ComplexProperty(d => d.Name).HasLength(District.NameLength);
        builder.Property(d => d.Code).HasMaxLength(District.CodeLength);
        builder.Property(d => d.BoundaryText).IsUnbounded();
        builder.HasIndex(d => d.Code).IsUnique();
    }
}
