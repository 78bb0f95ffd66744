using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Options;

namespace SocialCity.Web.Startup;

/// <summary>Stops the start. The message is the one sentence that the operator reads on the standard error stream.</summary>
public sealed class StartupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Typed settings: read once at the start, checked there, and handed out as <see cref="IOptions{T}"/>.</summary>
public static class Settings
{
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
        string? unknown = section.GetChildren().Select(child => child.Key)
            .FirstOrDefault(key => typeof(T).GetProperty(key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is null);
        if (unknown is not null)
        {
            string known = string.Join(", ", typeof(T).GetProperties().Select(p => p.Name));
            throw new StartupException($"The setting {section.Path}:{unknown} is unknown; known are {known}.");
        }

        foreach (PropertyInfo property in typeof(T).GetProperties().Where(p => p.PropertyType.IsEnum))
        {
            string[] names = Enum.GetNames(property.PropertyType);
            if (section[property.Name] is { } value && !names.Contains(value, StringComparer.OrdinalIgnoreCase))
            {
                throw new StartupException($"The setting {section.Path}:{property.Name} is '{value}'; known are {string.Join(", ", names)}.");
            }
        }

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
