using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using SocialCity.Data;

namespace SocialCity.Tests.Data;

/// <summary>The common subset of both databases, see docs/architecture.md.</summary>
public sealed class ModelTests : IDisposable
{
    private readonly CityDb _db = new SqlServer.DesignTimeFactory().CreateDbContext([]);

    private IEnumerable<IProperty> Properties => _db.Model.GetEntityTypes().SelectMany(t => t.GetFlattenedProperties());

    [Fact]
    public void Every_text_has_a_length_or_is_named_as_unbounded()
    {
        Assert.Equal([], Properties
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && p.GetMaxLength() is null
                && !p.DeclaringType.IsMappedToJson())
            .Select(Name));
    }

    [Fact]
    public void Times_are_UTC_and_never_with_an_offset()
    {
        // Identity's own end of a lockout is compared in memory only.
        Assert.Equal(["Account.LockoutEnd"], Properties
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTimeOffset) && !p.DeclaringType.IsMappedToJson())
            .Select(Name));
        Assert.Equal([], Properties
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) == typeof(DateTime) && p.GetTypeMapping().Converter is not UtcConverter)
            .Select(Name));
    }

    [Fact]
    public void Numbers_are_whole_or_coordinates()
    {
        Assert.Equal([], Properties
            .Where(p => (Nullable.GetUnderlyingType(p.ClrType) ?? p.ClrType) is { } type
                && (type == typeof(decimal) || type == typeof(float)
                    || (type == typeof(double) && p.Name is not ("Latitude" or "Longitude"))))
            .Select(Name));
    }

    [Fact]
    public void Ids_of_outside_accounts_are_compared_letter_by_letter()
    {
        // The collation is left out of the model that requests use.
        IModel model = _db.GetService<IDesignTimeModel>().Model;
        IProperty? key = model.FindEntityType(typeof(IdentityUserLogin<long>))?.FindProperty(nameof(IdentityUserLogin<long>.ProviderKey));
        Assert.Equal("Latin1_General_100_BIN2", key?.GetCollation());
    }

    [Fact]
    public void At_most_one_way_of_cascading_leads_from_a_table_to_another()
    {
        foreach (IEntityType from in _db.Model.GetEntityTypes())
        {
            Dictionary<IEntityType, int> ways = [];
            Walk(from, ways);
            Assert.All(ways, way => Assert.True(way.Value <= 1, $"{from.DisplayName()} cascades to {way.Key.DisplayName()} in {way.Value} ways."));
        }

        static void Walk(IEntityType at, Dictionary<IEntityType, int> ways)
        {
            foreach (IForeignKey key in at.GetReferencingForeignKeys().Where(k => k.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
            {
                ways[key.DeclaringEntityType] = ways.GetValueOrDefault(key.DeclaringEntityType) + 1;
                if (key.DeleteBehavior == DeleteBehavior.Cascade)
                {
                    Walk(key.DeclaringEntityType, ways);
                }
            }
        }
    }

    [Fact]
    public void There_are_no_schemas_and_no_sequences()
    {
        Assert.Empty(_db.Model.GetSequences());
        Assert.Equal([], _db.Model.GetEntityTypes().Where(t => t.GetSchema() is not null).Select(t => t.DisplayName()));
    }

    [Fact]
    public void A_version_is_a_concurrency_token()
    {
        IEntityType[] versioned = [.. _db.Model.GetEntityTypes().Where(t => typeof(IVersioned).IsAssignableFrom(t.ClrType))];
        Assert.NotEmpty(versioned);
        Assert.All(versioned, t => Assert.True(t.FindProperty(nameof(IVersioned.Version))?.IsConcurrencyToken));
    }

    [Fact]
    public void Entities_keep_their_setters_to_themselves()
    {
        Assert.Equal([], _db.Model.GetEntityTypes()
            .Where(t => t.ClrType.Assembly == typeof(CityDb).Assembly)
            .SelectMany(t => t.GetProperties())
            .Where(p => p.PropertyInfo?.DeclaringType?.Assembly == typeof(CityDb).Assembly && p.PropertyInfo.SetMethod is { IsPublic: true })
            .Select(Name));
    }

    public void Dispose() => _db.Dispose();

    private static string Name(IProperty property) => $"{property.DeclaringType.DisplayName()}.{property.Name}";
}
