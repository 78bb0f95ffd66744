using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using SocialCity.Accounts;
using SocialCity.Complaints;
using SocialCity.Data;
using SocialCity.Municipality;
using SocialCity.Search;

namespace SocialCity.Tests.Data;

/// <summary>
/// Finds every named query (a public static method that answers with an <see cref="IQueryable"/> over the context or one of its
/// sets) and calls it with samples of its arguments, so that a new one is tested without being listed anywhere.
/// </summary>
public static class NamedQueries
{
    private static readonly DateTime Moment = new(2026, 11, 16, 1, 0, 0, DateTimeKind.Utc);
    private static readonly SearchPeriod Period = new(Moment.AddMonths(-1), Moment);

    private static readonly Dictionary<Type, object?[]> Samples = new()
    {
        [typeof(long)] = [1L],
        [typeof(long?)] = [1L, null],
        [typeof(int)] = [20],
        [typeof(bool)] = [true, false],
        [typeof(string)] = ["2026-000001"],
        [typeof(DateTime)] = [Moment],
        [typeof(DateOnly)] = [DateOnly.FromDateTime(Moment)],
        [typeof(Guid)] = [Guid.Empty],
        [typeof(IReadOnlyList<long>)] = [new long[] { 1, 2 }],
        [typeof(IReadOnlyCollection<long>)] = [new long[] { 1, 2 }],
        [typeof(IReadOnlyCollection<string>)] = [new[] { "lane" }],
        [typeof(ILookup<string, long>)] = [new[] { NamedThings.Account, NamedThings.Duty, NamedThings.Question }.ToLookup(kind => kind, _ => 1L)],
        [typeof(IReadOnlyList<string>)] = [new[] { "도로", "블록" }],
        [typeof(SearchPeriod)] = [null, Period],
        [typeof(Cursor)] = [null, new Cursor(Moment, 5), new Cursor(Moment, 5, Backwards: true)],
        [typeof(GeoPoint)] = [new GeoPoint(37.48, 126.86)],
        [typeof(ComplaintFilter)] = [new ComplaintFilter(), new ComplaintFilter(1, 2, 3, ComplaintState.Answered)],
        [typeof(DeskView)] = [new DeskView(1, [1, 2], 3, Moment, Moment.AddDays(1))],
        [typeof(Actor)] =
        [
            Actor.Guest with { GuestComplaintIds = [7] },
            new Actor(1, IdentityLevel.Verified, [new HeldRight(Right.Official, 1), new HeldRight(Right.Manager, 2)]),
        ],
    };

    /// <summary>Each query with each sample of its arguments, by a name that tells it.</summary>
    /// <exception cref="InvalidOperationException">A query takes an argument that has no sample here yet.</exception>
    public static IEnumerable<(string Name, IQueryable Query)> All(CityDb db, IDatabaseProvider provider, params IReadOnlyList<Assembly> assemblies)
    {
        foreach (MethodInfo method in assemblies.SelectMany(a => a.GetTypes()).SelectMany(QueriesOf))
        {
            ParameterInfo[] parameters = method.GetParameters();
            object?[][] samples = [.. parameters.Select(p => SamplesOf(p, method, db, provider))];
            for (int round = 0; round < samples.Max(s => s.Length); round++)
            {
                object?[] arguments = [.. samples.Select(s => s[round % s.Length])];
                string name = $"{method.DeclaringType?.Name}.{method.Name}({string.Join(", ", arguments.Skip(1))})";
                yield return (name, method.Invoke(null, arguments) as IQueryable
                    ?? throw new InvalidOperationException($"{name} answered with nothing."));
            }
        }
    }

    /// <summary>
    /// The statement alone: without the remark that EF Core adds about split queries, and with the sign that it leaves off the names of
    /// the parameters of hand-written SQL.
    /// </summary>
    public static string Sql(IQueryable query) => query.ToQueryString()
        .Split("\n\nThis LINQ query", StringSplitOptions.None)[0]
        .Replace("DECLARE p", "DECLARE @p", StringComparison.Ordinal);

    private static IEnumerable<MethodInfo> QueriesOf(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.IsDefined(typeof(ExtensionAttribute))
                && typeof(IQueryable).IsAssignableFrom(m.ReturnType)
                && (m.GetParameters()[0].ParameterType == typeof(CityDb) || IsQuery(m.GetParameters()[0].ParameterType)))
            .SelectMany(Closed);

    /// <summary>A query of whatever derives from a class is asked of each entity that does.</summary>
    private static IEnumerable<MethodInfo> Closed(MethodInfo method)
    {
        if (!method.IsGenericMethodDefinition)
        {
            return [method];
        }

        Type[] constraints = method.GetGenericArguments() is [var only] ? only.GetGenericParameterConstraints() : [];
        return constraints is [{ IsClass: true } derived]
            ? derived.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(derived)).Select(t => method.MakeGenericMethod(t))
            : [];
    }

    private static bool IsQuery(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IQueryable<>);

    private static object?[] SamplesOf(ParameterInfo parameter, MethodInfo method, CityDb db, IDatabaseProvider provider)
    {
        Type type = parameter.ParameterType;
        if (type == typeof(CityDb))
        {
            return [db];
        }

        if (type == typeof(IDatabaseProvider))
        {
            return [provider];
        }

        if (type == typeof(IQueryable<SearchEntry>))
        {
            return [db.SearchEntries, provider.Matching(db, "보도블록 깨짐"), provider.Matching(db, "보도블록", SearchKind.Article, Period)];
        }

        if (IsQuery(type))
        {
            return [typeof(DbContext).GetMethod(nameof(DbContext.Set), [])?.MakeGenericMethod(type.GetGenericArguments()).Invoke(db, null)];
        }

        if ((Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } values)
        {
            return [.. Enum.GetValues(values).Cast<object?>()];
        }

        return Samples.TryGetValue(type, out object?[]? samples)
            ? samples
            : throw new InvalidOperationException(
                $"{method.DeclaringType?.Name}.{method.Name} takes a {type.Name}, of which {nameof(NamedQueries)} has no sample: add one.");
    }
}
