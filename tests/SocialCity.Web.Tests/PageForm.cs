using System.Collections;
using System.Globalization;
using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace SocialCity.Web.Tests;

/// <summary>A file that a person picks.</summary>
public sealed record Upload(string Name, string Type, byte[] Bytes);

/// <summary>
/// A form as a person fills it in: only what is there can be filled, and only what is offered can be chosen. Everything else,
/// the antiforgery token among it, is sent as the page holds it.
/// </summary>
public sealed class PageForm(Visitor visitor, string address, IHtmlFormElement form)
{
    /// <summary>The value of a field as the page shows it.</summary>
    public string Value(string name) => Control(name) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        var other => other.TextContent,
    };

    /// <summary>Whether the form has a field of this name.</summary>
    public bool Has(string name) => Controls(name).Count > 0;

    /// <summary>
    /// Fills in and sends. The values are the properties of an anonymous object or a dictionary, by the name of the field or
    /// by its last part (<c>Title</c> for <c>Form.Title</c>): text, number, bool for a checkbox, a list for several, <see cref="Upload"/> for files.
    /// </summary>
    /// <param name="values">What the person fills in; null for nothing.</param>
    /// <param name="button">The text of the button they press; without it the first one.</param>
    public async Task<Page> Submit(object? values = null, string? button = null) => await visitor.Send(Request(values, button));

    /// <summary>The request that <see cref="Submit"/> sends, for tests that send it twice or alter it.</summary>
    public HttpRequestMessage Request(object? values = null, string? button = null)
    {
        List<KeyValuePair<string, string>> fields = [];
        List<(string Name, Upload File)> files = [];
        var filled = Pairs(values).ToDictionary(pair => FullName(pair.Name), pair => pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in filled)
        {
            Fill(name, value, fields, files);
        }

        fields.AddRange(Untouched(filled.Keys));
        if (Pressed(button) is { } pressed && pressed.GetAttribute("name") is { Length: > 0 } buttonName)
        {
            fields.Add(new(buttonName, pressed.GetAttribute("value") ?? ""));
        }

        var action = form.GetAttribute("action") is { Length: > 0 } own ? own : address;
        return string.Equals(form.Method, "post", StringComparison.OrdinalIgnoreCase)
            ? new HttpRequestMessage(HttpMethod.Post, action) { Content = Content(fields, files), Headers = { { "Sec-Fetch-Site", "same-origin" } } }
            : new HttpRequestMessage(HttpMethod.Get, $"{action.Split('?')[0]}?{string.Join('&', fields.Select(Encode))}");
    }

    private static string Encode(KeyValuePair<string, string> field) => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}";

    private HttpContent Content(List<KeyValuePair<string, string>> fields, List<(string Name, Upload File)> files)
    {
        if (form.Enctype != "multipart/form-data")
        {
            Assert.True(files.Count == 0, $"The form of {address} sends no files: it lacks enctype=\"multipart/form-data\".");
            return new FormUrlEncodedContent(fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value), $"\"{name}\"");
        }

        foreach (var (name, file) in files)
        {
            var part = new ByteArrayContent(file.Bytes);
            part.Headers.ContentType = MediaTypeHeaderValue.Parse(file.Type);
            content.Add(part, $"\"{name}\"", file.Name);
        }

        return content;
    }

    private void Fill(string name, object? value, List<KeyValuePair<string, string>> fields, List<(string Name, Upload File)> files)
    {
        var all = value is IEnumerable and not string ? ((IEnumerable)value).Cast<object>().ToList() : value is null ? [] : [value];
        foreach (var one in all)
        {
            if (one is Upload file)
            {
                Assert.Contains(Controls(name), control => control is IHtmlInputElement { Type: "file" });
                files.Add((name, file));
                continue;
            }

            if (one is bool isChecked)
            {
                var box = Assert.IsType<IHtmlInputElement>(Control(name), exactMatch: false);
                if (isChecked)
                {
                    fields.Add(new(name, box.Value.Length > 0 ? box.Value : "on"));
                }

                continue;
            }

            var text = Text(one);
            AssertOffered(name, text);
            fields.Add(new(name, text));
        }
    }

    private static string Text(object value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly hour => hour.ToString("HH:mm", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private void AssertOffered(string name, string value)
    {
        foreach (var select in Controls(name).OfType<IHtmlSelectElement>())
        {
            Assert.True(
                select.Options.Any(option => option.Value == value && !option.IsDisabled),
                $"'{value}' is not offered by {name}: {string.Join(", ", select.Options.Select(option => option.Value))}.");
        }

        var choices = Controls(name).OfType<IHtmlInputElement>().Where(input => input.Type is "radio" or "checkbox").ToList();
        Assert.True(
            choices.Count == 0 || choices.Any(choice => choice.Value == value && !choice.IsDisabled),
            $"'{value}' is not offered by {name}: {string.Join(", ", choices.Select(choice => choice.Value))}.");
    }

    private IEnumerable<KeyValuePair<string, string>> Untouched(Dictionary<string, object?>.KeyCollection filled)
    {
        foreach (var control in Named())
        {
            var name = control.GetAttribute("name") ?? "";
            if (control.HasAttribute("disabled") || (filled.Contains(name) && control is not IHtmlInputElement { Type: "hidden" }))
            {
                continue;
            }

            switch (control)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "reset" or "image" or "file" }:
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement { Type: "hidden" } hidden when filled.Contains(name) && Controls(name).Count == 1:
                    break;
                case IHtmlInputElement input:
                    yield return new(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return new(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions)
                    {
                        yield return new(name, option.Value);
                    }

                    break;
            }
        }
    }

    private IElement? Pressed(string? text)
    {
        var buttons = Own("button, input[type=submit]").Where(button => button.GetAttribute("type") is null or "submit").ToList();
        if (text is null)
        {
            return buttons.FirstOrDefault();
        }

        var named = buttons.Where(button => Page.Fold(button) == text || button.GetAttribute("value") == text).ToList();
        Assert.True(named.Count == 1, $"The form of {address} has {named.Count} buttons '{text}': {string.Join(", ", buttons.Select(Page.Fold))}.");
        return named[0];
    }

    private string FullName(string name)
    {
        if (Controls(name).Count > 0)
        {
            return name;
        }

        var names = Named().Select(control => control.GetAttribute("name") ?? "").Distinct().ToList();
        var full = names.Where(candidate => candidate.EndsWith("." + name, StringComparison.Ordinal)).ToList();
        Assert.True(full.Count == 1, $"The form of {address} has no field '{name}'; it has {string.Join(", ", names)}.");
        return full[0];
    }

    private static IEnumerable<(string Name, object? Value)> Pairs(object? values) => values switch
    {
        null => [],
        IDictionary<string, object?> pairs => pairs.Select(pair => (pair.Key, pair.Value)),
        _ => values.GetType().GetProperties().Select(property => (property.Name, property.GetValue(values))),
    };

    private IElement Control(string name)
    {
        var full = FullName(name);
        return Controls(full).FirstOrDefault(control => control is not IHtmlInputElement { Type: "hidden" }) ?? Controls(full)[0];
    }

    private List<IElement> Controls(string name) => [.. Named().Where(control => control.GetAttribute("name") == name)];

    private IEnumerable<IElement> Named() => Own("input, select, textarea").Where(control => control.HasAttribute("name"));

    private IEnumerable<IElement> Own(string selector) => form.QuerySelectorAll(selector)
        .Concat(form.Id is { Length: > 0 } id ? form.Owner?.QuerySelectorAll(selector).Where(control => control.GetAttribute("form") == id) ?? [] : []);
}
