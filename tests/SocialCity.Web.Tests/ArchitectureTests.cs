using System.Reflection;
using System.Reflection.Emit;
using SocialCity.Data;
using SocialCity.Sqlite;
using SocialCity.SqlServer;
using SocialCity.Web.Startup;

namespace SocialCity.Web.Tests;

/// <summary>Who may know whom; docs/architecture.md says why. Every use counts: bases, members, and what method bodies touch.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly City = typeof(CityDb).Assembly;
    private static readonly Assembly Web = typeof(Commands).Assembly;

    /// <summary>The folders of SocialCity that every feature may use; each other folder is a feature.</summary>
    private static readonly HashSet<string> Common =
        ["Accounts", "Audit", "Conversation", "Data", "Media", "Municipality", "Notices", "Search", "Text", "Time"];

    private static readonly OpCode[] OpCodes =
        [.. typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<OpCode>()];

    [Fact]
    public void Libraries_know_only_what_lies_below_them()
    {
        Assert.Equal([], References(City));
        Assert.Equal(["SocialCity"], References(typeof(SqliteDatabase).Assembly));
        Assert.Equal(["SocialCity"], References(typeof(SqlServerDatabase).Assembly));
    }

    [Fact]
    public void A_feature_uses_the_common_folders_and_no_other_feature() => AssertNone(
        from use in Uses(City)
        where use.Of.Assembly == City
        let feature = Folder(use.Of)
        let user = Folder(use.By)
        where feature is not null && !Common.Contains(feature) && user is not null && user != feature && user != "Data"
        select use);

    [Fact]
    public void The_city_knows_neither_web_pages_nor_a_database_provider() => AssertNone(
        from use in Uses(City)
        let name = use.Of.Namespace ?? ""
        where (IsIn(name, "Microsoft.AspNetCore") && !IsIn(name, "Microsoft.AspNetCore.Identity") && !IsIn(name, "Microsoft.AspNetCore.DataProtection"))
            || IsIn(name, "Microsoft.Data") || IsIn(name, "SocialCity.Sqlite") || IsIn(name, "SocialCity.SqlServer")
        select use);

    [Fact]
    public void An_area_never_uses_another_area() => AssertNone(
        from use in Uses(Web)
        where use.Of.Assembly == Web
        let area = Area(use.Of)
        let user = Area(use.By)
        where area is not null && user is not null && user != area
        select use);

    private static void AssertNone(IEnumerable<(Type By, Type Of)> uses)
    {
        string[] faults = [.. uses.Select(u => $"{u.By.FullName} uses {u.Of.FullName}").Distinct().Order()];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    private static IEnumerable<string> References(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(a => a.Name ?? "").Where(n => n.StartsWith("SocialCity", StringComparison.Ordinal)).Order();

    private static bool IsIn(string name, string parent) => name == parent || name.StartsWith(parent + ".", StringComparison.Ordinal);

    private static string? Folder(Type type) => type.Namespace?.Split('.') is ["SocialCity", var folder, ..] ? folder : null;

    // A compiled view is named after its path: Areas_Complaints_Views_Complaints_Index.
    private static string? Area(Type type) => type.Namespace?.Split('.') switch
    {
        ["SocialCity", "Web", "Areas", var area, ..] => area,
        ["AspNetCoreGeneratedDocument"] => Outermost(type).Name.Split('_') is ["Areas", var area, ..] ? area : null,
        _ => null,
    };

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<(Type By, Type Of)> Uses(Assembly assembly) =>
        assembly.GetTypes().SelectMany(type => Used(type).SelectMany(Flat).Distinct().Select(used => (type, used)));

    private static IEnumerable<Type> Flat(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Flat(type.GetElementType()),
        { IsGenericType: true } => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Flat)],
        _ => [type],
    };

    private static IEnumerable<Type?> Used(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        MethodBase[] methods = [.. type.GetMethods(Own), .. type.GetConstructors(Own)];
        return
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetCustomAttributesData().Select(a => a.AttributeType),
            .. type.GetFields(Own).Select(f => f.FieldType),
            .. methods.SelectMany(m => m.GetParameters()).Select(p => p.ParameterType),
            .. methods.OfType<MethodInfo>().Select(m => m.ReturnType),
            .. methods.SelectMany(m => m.GetMethodBody()?.LocalVariables ?? []).Select(v => v.LocalType),
            .. methods.SelectMany(Touched),
        ];
    }

    /// <summary>The types that the instructions of a method name: whose members they call, what they make, cast to and test for.</summary>
    private static IEnumerable<Type?> Touched(MethodBase method)
    {
        byte[] il = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        Type[] ofType = method.DeclaringType?.GetGenericArguments() ?? [];
        Type[] ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : [];
        for (int at = 0; at < il.Length;)
        {
            int value = il[at] == 0xfe ? (0xfe << 8) | il[at + 1] : il[at];
            OpCode code = Array.Find(OpCodes, o => (ushort)o.Value == value);
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                MemberInfo? member = method.Module.ResolveMember(BitConverter.ToInt32(il, at), ofType, ofMethod);
                yield return member as Type ?? member?.DeclaringType;
                foreach (Type argument in member is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : [])
                {
                    yield return argument;
                }
            }

            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
