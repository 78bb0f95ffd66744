using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SocialCity.Text;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared;

/// <summary>
/// Finds texts: the Korean text is its own key, so Korean looks nothing up; English and Japanese come from the resource
/// files, first those asked for, then <see cref="SharedTexts"/>, so that an area does not repeat what every page says.
/// </summary>
public sealed class TextsFactory(IOptions<LocalizationOptions> options, ILoggerFactory loggers) : IStringLocalizerFactory
{
    private readonly ResourceManagerStringLocalizerFactory resources = new(options, loggers);
    private readonly ConcurrentDictionary<Type, IStringLocalizer> byType = new();

    /// <inheritdoc />
    public IStringLocalizer Create(Type resourceSource) => byType.GetOrAdd(resourceSource, type =>
        new Texts(type == typeof(SharedTexts)
            ? [resources.Create(type)]
            : [resources.Create(type), resources.Create(typeof(SharedTexts))]));

    /// <inheritdoc />
    public IStringLocalizer Create(string baseName, string location) => new Texts([resources.Create(baseName, location)]);
}

/// <summary>The texts of a feature in the language of this request, with Korean particles settled.</summary>
internal sealed class Texts(IReadOnlyList<IStringLocalizer> sources) : IStringLocalizer
{
    public LocalizedString this[string name] => Find(name);

    public LocalizedString this[string name, params object[] arguments]
    {
        get
        {
            var found = Find(name);
            var text = string.Format(CultureInfo.CurrentCulture, found.Value, arguments);
            return new LocalizedString(name, Languages.IsKorean ? KoreanParticles.Settle(text) : text, found.ResourceNotFound);
        }
    }

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        sources.SelectMany(source => source.GetAllStrings(includeParentCultures));

    private LocalizedString Find(string name)
    {
        if (!Languages.IsKorean)
        {
            foreach (var source in sources)
            {
                if (source[name] is { ResourceNotFound: false } found)
                {
                    return found;
                }
            }
        }

        return new LocalizedString(name, name, resourceNotFound: !Languages.IsKorean);
    }
}
