using System.ComponentModel.DataAnnotations;
using SocialCity.Municipality;
using SocialCity.Text;

namespace SocialCity.Web.Shared;

/// <summary>What somebody decides about personal data in a text that everybody could read.</summary>
public enum PersonalDataChoice
{
    Mask = 1,
    MakePrivate = 2,
    PublishAsIs = 3,
}

/// <summary>A piece of text of the form that looks like personal data.</summary>
/// <param name="Field">The name of the posted field.</param>
public sealed record PersonalFinding(string Field, PersonalDataKind Kind, string Text);

/// <summary>The question what is to become of personal data, as a form asks it.</summary>
/// <param name="Findings">What was found.</param>
/// <param name="MayHide">Whether the whole may be kept from the public instead.</param>
/// <param name="PersonalData">What was answered.</param>
public sealed record PersonalDataPrompt(
    PersonalFindings Findings,
    bool MayHide,
    [property: Display(Name = "개인정보로 보이는 글자를 어떻게 할까요?")] PersonalDataChoice? PersonalData)
{
    /// <summary>Where the answer stands in the posted data.</summary>
    public const string Prefix = "Form";
}

/// <summary>
/// What looks like personal data in a form. In a public complaint all of it is pointed out; in a private one only what the city may not
/// keep at all (Personal Information Protection Act art. 24-2: resident numbers; art. 34-2: what must not be exposed).
/// </summary>
public sealed class PersonalFindings
{
    /// <summary>The petitioner may decide to publish these; the rest never.</summary>
    private static readonly PersonalDataKind[] Publishable =
        [PersonalDataKind.Email, PersonalDataKind.MobilePhone, PersonalDataKind.Landline, PersonalDataKind.VehiclePlate];

    private static readonly PersonalDataKind[] NeverKept = [PersonalDataKind.ResidentNumber, PersonalDataKind.AlienNumber];

    private readonly PersonalDataRules _rules;
    private readonly bool _isPublic;

    private PersonalFindings(PersonalDataRules rules, bool isPublic, IReadOnlyList<PersonalFinding> all)
    {
        _rules = rules;
        _isPublic = isPublic;
        All = all;
    }

    public static PersonalFindings None { get; } = new(PersonalDataRules.Strict, true, []);

    public IReadOnlyList<PersonalFinding> All { get; }

    public bool MayBePublished => All.All(f => Publishable.Contains(f.Kind));

    /// <summary>The decisions that are open to whoever writes.</summary>
    /// <param name="mayHide">Whether the whole may be kept from the public instead.</param>
    public IReadOnlyList<PersonalDataChoice> Choices(bool mayHide) => All.Count == 0 ? [] :
    [
        PersonalDataChoice.Mask,
        .. _isPublic && mayHide ? [PersonalDataChoice.MakePrivate] : Array.Empty<PersonalDataChoice>(),
        .. _isPublic && MayBePublished ? [PersonalDataChoice.PublishAsIs] : Array.Empty<PersonalDataChoice>(),
    ];

    /// <summary>Whether whoever writes has decided, as far as there is something to decide.</summary>
    public bool AreDecided(PersonalDataChoice? choice, bool mayHide) =>
        All.Count == 0 || (choice is { } made && Choices(mayHide).Contains(made));

    public IEnumerable<PersonalFinding> In(string field) => All.Where(f => f.Field == field);

    /// <param name="texts">The posted fields with their texts.</param>
    /// <param name="isPublic">Whether everybody could read them.</param>
    /// <param name="city">Whose own numbers are no personal data.</param>
    public static PersonalFindings Of(IEnumerable<(string Field, string? Text)> texts, bool isPublic, City city)
    {
        PersonalDataRules rules = new()
        {
            OwnPhones = [.. Parts(city.OwnNumbers).Append(city.Phone).Where(n => n.Length > 0).Select(n => n.EndsWith('*') ? n : n + "*")],
            OwnMailDomains = city.Email.Split('@') is [_, { Length: > 0 } domain] ? [domain] : [],
        };
        return new PersonalFindings(
            rules,
            isPublic,
            [
                .. from field in texts
                   where !string.IsNullOrEmpty(field.Text)
                   from match in PersonalData.Find(field.Text, rules)
                   where isPublic || NeverKept.Contains(match.Kind)
                   select new PersonalFinding(field.Field, match.Kind, field.Text.Substring(match.Start, match.Length)),
            ]);
    }

    /// <summary>The text as it is stored after the petitioner's decision.</summary>
    public string Apply(string text, PersonalDataChoice? choice) => choice switch
    {
        PersonalDataChoice.Mask => PersonalData.Mask(text, PersonalData.Find(text, _rules).Where(m => _isPublic || NeverKept.Contains(m.Kind))),
        PersonalDataChoice.MakePrivate => PersonalData.Mask(text, PersonalData.Find(text, _rules).Where(m => NeverKept.Contains(m.Kind))),
        _ => text,
    };

    private static string[] Parts(string numbers) =>
        numbers.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
