using System.Collections;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace SocialCity.Web.Startup;

/// <summary>Stops the start. The message is the one sentence that the operator reads on the standard error stream.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Typed settings: read once at the start, checked there, and handed out as <see cref="IOptions{T}"/>.</summary>
public static class Settings
{
    /// <summary>Names and sections that ASP.NET Core and Serilog read themselves.</summary>
    private static readonly string[] ReadByOthers =
    [
        "AllowedHosts", "applicationName", "captureStartupErrors", "contentRoot", "detailedErrors", "environment", "forwardedHeaders_enabled",
        "hostBuilder", "hostingStartupAssemblies", "hostingStartupExcludeAssemblies", "HTTP_PORTS", "HTTPS_PORT", "HTTPS_PORTS", "Kestrel",
        "Logging", "preferHostingUrls", "preventHostingStartup", "Serilog", "shutdownTimeoutSeconds", "startupAssembly", "staticWebAssets",
        "suppressStatusMessages", "urls", "webRoot",
    ];

    /// <summary>
    /// Refuses a setting of the command line that nobody reads, before anything is made by the others. The environment is not asked: it
    /// holds what is meant for other programs too.
    /// </summary>
    /// <param name="words">Settings as "--Section:Name=value", or as "--Section:Name" with the value in the next word.</param>
    /// <exception cref="StartupException">A setting belongs to no section.</exception>
    public static void RequireKnown(IEnumerable<string> words)
    {
        string[] own = [.. Sections()];
        foreach (string name in words.Where(w => w.StartsWith("--", StringComparison.Ordinal)).Select(w => w[2..].Split('=')[0]))
        {
            string section = name.Split(ConfigurationPath.KeyDelimiter)[0];
            if (!own.Concat(ReadByOthers).Contains(section, StringComparer.OrdinalIgnoreCase))
            {
                throw new StartupException($"The setting {name} is unknown; the portal's sections are {string.Join(", ", own)}.");
            }
        }
    }

    /// <summary>Each class of settings names the section that it is read from.</summary>
    private static IEnumerable<string> Sections() => typeof(Settings).Assembly.GetTypes()
        .Select(type => type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue())
        .OfType<string>()
        .Order(StringComparer.Ordinal);

    /// <summary>Reads and checks a section of the configuration, and registers it for injection.</summary>
    /// <exception cref="StartupException">A setting of the section is unknown or has a wrong value.</exception>
    public static T AddSettings<T>(this WebApplicationBuilder builder, string section)
        where T : class, new()
    {
        T settings = Read<T>(builder.Configuration.GetSection(section));
        builder.Services.AddSingleton(Options.Create(settings));
        return settings;
    }

    /// <summary>Reads and checks a section of the configuration.</summary>
    /// <exception cref="StartupException">A setting of the section is unknown or has a wrong value.</exception>
    public static T Read<T>(IConfigurationSection section)
        where T : class, new()
    {
        CheckSection(section, typeof(T));
        T settings;
        try
        {
            settings = section.Get<T>() ?? new T();
        }
        catch (InvalidOperationException e)
        {
            throw new StartupException(e.Message, e);
        }

        string[] faults = [.. Faults(settings, section.Path)];
        return faults.Length == 0 ? settings : throw new StartupException(string.Join(" ", faults));
    }

    // What the binder would pass over in silence: names that no property has, one value where several stand, several where one does.
    private static void CheckSection(IConfigurationSection section, Type type)
    {
        PropertyInfo[] known = [.. type.GetProperties().Where(p => p.CanWrite)];
        string names = string.Join(", ", known.Select(p => p.Name));
        if (!string.IsNullOrEmpty(section.Value) && !IsOfAnotherProgram(section))
        {
            throw new StartupException($"The setting {section.Path} is a section and no value; known in it are {names}.");
        }

        foreach (IConfigurationSection child in section.GetChildren())
        {
            PropertyInfo property = Array.Find(known, p => p.Name.Equals(child.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new StartupException($"The setting {child.Path} is unknown; known are {names}.");
            if (TypeDescriptor.GetConverter(property.PropertyType).CanConvertFrom(typeof(string)))
            {
                CheckValue(child, property.PropertyType);
            }
            else if (!property.PropertyType.IsAssignableTo(typeof(IEnumerable)))
            {
                CheckSection(child, property.PropertyType);
            }
            else if (!string.IsNullOrEmpty(child.Value))
            {
                throw new StartupException($"The setting {child.Path} is a list; write {child.Path}:0={child.Value}.");
            }
        }
    }

    // The environment holds what is meant for other programs too: MAIL tells a shell where its user's mail lies.
    private static bool IsOfAnotherProgram(IConfigurationSection section) => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .Any(v => section.Path.Equals(v.Key as string, StringComparison.OrdinalIgnoreCase) && section.Value == v.Value as string);

    private static void CheckValue(IConfigurationSection setting, Type type)
    {
        if (setting.GetChildren().FirstOrDefault() is { } below)
        {
            throw new StartupException($"The setting {below.Path} is unknown; {setting.Path} is one value.");
        }

        if (type.IsEnum && setting.Value is { } value && !Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartupException($"The setting {setting.Path} is '{value}'; known are {string.Join(", ", Enum.GetNames(type))}.");
        }

        try
        {
            TypeDescriptor.GetConverter(type).ConvertFromInvariantString(setting.Value ?? "");
        }
        catch (Exception e) when (setting.Value is { Length: > 0 } && e is FormatException or ArgumentException or NotSupportedException or OverflowException)
        {
            throw new StartupException($"The setting {setting.Path} is '{setting.Value}'; it takes {Example(type)}.", e);
        }
    }

    private static string Example(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        { } one when one == typeof(bool) => "true or false",
        { } one when one == typeof(TimeOnly) => "a time such as 07:00",
        { } one when one == typeof(TimeSpan) => "a span of time such as 00:10:00",
        { } one when one == typeof(Uri) => "an address such as https://city.example/",
        { } one when one == typeof(double) || one == typeof(decimal) => "a number such as 0.5",
        { IsEnum: true } one => string.Join(", ", Enum.GetNames(one)),
        _ => "a whole number",
    };

    private static IEnumerable<string> Faults(object settings, string path)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(settings, new ValidationContext(settings), results, validateAllProperties: true);
        foreach (ValidationResult result in results)
        {
            yield return $"The setting {path}:{string.Join(", ", result.MemberNames)} is wrong: {result.ErrorMessage}";
        }

        foreach (PropertyInfo property in settings.GetType().GetProperties().Where(p => p.IsDefined(typeof(ValidateObjectMembersAttribute))))
        {
            foreach (string fault in property.GetValue(settings) is { } inner ? Faults(inner, $"{path}:{property.Name}") : [])
            {
                yield return fault;
            }
        }
    }
}
