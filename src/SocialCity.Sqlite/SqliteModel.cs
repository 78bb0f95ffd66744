using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SocialCity.Sqlite;

/// <summary>
/// Says of every yes-or-no column that it is a number. SQLite stores it so in any case; said here, EF Core writes <c>IsOpen = 1</c>
/// instead of <c>IsOpen</c>, and only the former walks an index (QueryPlanTests).
/// </summary>
internal sealed class SqliteModel(ModelCustomizerDependencies dependencies) : RelationalModelCustomizer(dependencies)
{
    public override void Customize(ModelBuilder modelBuilder, DbContext context)
    {
        base.Customize(modelBuilder, context);
        foreach (var property in modelBuilder.Model.GetEntityTypes()
            .Where(t => !t.IsMappedToJson())
            .SelectMany(t => t.GetProperties())
            .Where(p => p.ClrType == typeof(bool)))
        {
            property.SetValueConverter(new BoolToZeroOneConverter<int>());
        }
    }
}
