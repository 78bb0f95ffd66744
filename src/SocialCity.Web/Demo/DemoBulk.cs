using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using SocialCity.Data;

namespace SocialCity.Web.Demo;

/// <summary>
/// Writes entities of one kind past the change tracker, by one prepared statement: what the model says of columns and conversions holds,
/// its interceptors do not. For hundreds of thousands of rows.
/// </summary>
internal sealed class DemoBulk<T> : IAsyncDisposable
    where T : class
{
    private readonly DbCommand command;
    private readonly IProperty[] properties;
    private readonly CoreTypeMapping[] mappings;

    /// <param name="db">The database, with its connection open.</param>
    /// <param name="withKey">Whether the key is given; otherwise the database gives it.</param>
    public DemoBulk(CityDb db, bool withKey)
    {
        IEntityType type = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is no entity.");
        StoreObjectIdentifier table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)
            ?? throw new InvalidOperationException($"{typeof(T).Name} has no table.");
        ISqlGenerationHelper sql = db.GetService<ISqlGenerationHelper>();
        properties = [.. type.GetFlattenedProperties().Where(p => withKey || !p.IsPrimaryKey())];
        mappings = [.. properties.Select(p => p.GetTypeMapping())];

        command = db.Database.GetDbConnection().CreateCommand();
        string name = sql.DelimitIdentifier(table.Name, table.Schema);
        string columns = string.Join(", ", properties.Select(p => sql.DelimitIdentifier(p.GetColumnName(table) ?? p.Name)));
        string insert = $"INSERT INTO {name} ({columns}) VALUES ({string.Join(", ", properties.Select((_, i) => $"@p{i}"))})";
        bool isIdentity = withKey && db.Database.IsSqlServer();
        command.CommandText = isIdentity ? $"SET IDENTITY_INSERT {name} ON; {insert}; SET IDENTITY_INSERT {name} OFF" : insert;
        for (int i = 0; i < properties.Length; i++)
        {
            command.Parameters.Add(((RelationalTypeMapping)mappings[i]).CreateParameter(command, $"@p{i}", null, nullable: true));
        }
    }

    /// <summary>Writes one row.</summary>
    /// <param name="entity">Where the values come from.</param>
    /// <param name="transaction">The transaction of the row.</param>
    /// <param name="instead">What stands in place of the entity's own value, by the name of the property.</param>
    public void Insert(T entity, IDbContextTransaction transaction, params ReadOnlySpan<(string Property, object? Value)> instead)
    {
        command.Transaction = transaction.GetDbTransaction();
        for (int i = 0; i < properties.Length; i++)
        {
            object? value = properties[i].GetGetter().GetClrValueUsingContainingEntity(entity);
            foreach ((string property, object? other) in instead)
            {
                if (property == properties[i].Name)
                {
                    value = other;
                }
            }

            if (value is not null && mappings[i].Converter is { } converter)
            {
                value = converter.ConvertToProvider(value);
            }

            command.Parameters[i].Value = value ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();
}
