using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using SocialCity.Web.Resources;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary>How a field is filled in.</summary>
public enum FieldKind
{
    /// <summary>From the property: its type, its data type, and whether there are items.</summary>
    Auto,
    Text,
    Textarea,
    Select,
    Radios,
    Checkboxes,
    Checkbox,
    File,
}

/// <summary>
/// An entry of a select, of radios or of checkboxes, with a sentence that explains it.
/// </summary>
public sealed class Choice(string value, string text, string? hint = null) : SelectListItem(text, value)
{
    /// <summary>Explains the choice below its name.</summary>
    public string? Hint { get; } = hint;
}

/// <summary>
/// <c>&lt;field for="Title" hint="..." /&gt;</c>: label, hint, error and control of a property of the form, tied together for screen
/// readers. What it does not know itself (<c>class</c>, <c>autocomplete</c>, <c>inputmode</c>, <c>data-*</c>) goes to the control. A control written
/// inside it takes the place of its own: <c>&lt;field for="Place"&gt;&lt;input asp-for="Place" /&gt;&lt;/field&gt;</c>.
/// </summary>
[HtmlTargetElement("field", Attributes = "for")]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<SharedTexts> T) : TagHelper
{
    /// <summary>The property. Its label, length, type and whether it must be filled in come from its attributes.</summary>
    [HtmlAttributeName("for")]
    public ModelExpression For { get; set; } = null!;

    /// <summary>How it is filled in, when the property's type does not tell.</summary>
    [HtmlAttributeName("as")]
    public FieldKind Kind { get; set; }

    /// <summary>Replaces the property's display name.</summary>
    public string? Label { get; set; }

    /// <summary>A sentence that helps to fill it in.</summary>
    public string? Hint { get; set; }

    /// <summary>What may be chosen: <see cref="Choice"/> or any other SelectListItem.</summary>
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The first, empty entry of a select.</summary>
    public string? Prompt { get; set; }

    /// <summary>The lines of a text area.</summary>
    public int Rows { get; set; } = 6;

    /// <summary>Counts the letters while typing; the length comes from the property.</summary>
    public bool Counter { get; set; }

    /// <summary>Stands choices side by side where there is room.</summary>
    public bool Columns { get; set; }

    /// <summary>Marks whether the field must be filled in; otherwise its [Required] does.</summary>
    public bool? Required { get; set; }

    /// <summary>Another id than that of the property, for a page that holds the same form several times.</summary>
    public string? Id { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var field = Describe();
        context.Items[typeof(FieldContext)] = field;
        var inner = await output.GetChildContentAsync();
        var kind = ResolveKind();
        var attributes = ControlAttributes(output, field);
        output.Attributes.Clear();

        var body = new HtmlContentBuilder();
        if (kind == FieldKind.Checkbox)
        {
            output.TagName = "div";
            body.AppendHtml(ErrorText(field));
            body.AppendHtml(SingleCheckbox(attributes, inner, field));
            body.AppendHtml(HintText(field));
        }
        else
        {
            var isGroup = kind is FieldKind.Radios or FieldKind.Checkboxes;
            output.TagName = isGroup ? "fieldset" : "div";
            if (isGroup)
            {
                output.Attributes.SetAttribute("id", field.Id);
                if (field.DescribedBy.Length > 0)
                {
                    output.Attributes.SetAttribute("aria-describedby", field.DescribedBy);
                }
            }

            body.AppendHtml(LabelText(field, isGroup));
            body.AppendHtml(HintText(field));
            body.AppendHtml(ErrorText(field));
            body.AppendHtml(inner.IsEmptyOrWhiteSpace ? Control(kind, attributes, field) : inner);
            if (field.CounterId is not null)
            {
                body.AppendHtml(CounterText(field));
            }
        }

        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", field.Error is null ? "field" : "field invalid");
        output.Content.SetHtmlContent(body);
    }

    private FieldContext Describe()
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = Id ?? TagBuilder.CreateSanitizedId(name, "_");
        ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var error = entry?.Errors.Select(e => e.ErrorMessage).FirstOrDefault(text => text.Length > 0);
        // A list that may be empty is never null, and MVC marks what is never null as required.
        var isRequired = Required ?? (!For.Metadata.IsEnumerableType && For.Metadata.ValidatorMetadata.OfType<RequiredAttribute>().Any());
        return new FieldContext
        {
            Id = id,
            Name = name,
            Label = string.IsNullOrEmpty(Label) ? For.Metadata.GetDisplayName() : Label,
            Hint = Hint,
            Error = error,
            IsRequired = isRequired,
            CounterId = Counter && MaxLength() is not null ? $"{id}-count" : null,
        };
    }

    private FieldKind ResolveKind()
    {
        if (Kind != FieldKind.Auto)
        {
            return Kind;
        }

        var type = For.Metadata.UnderlyingOrModelType;
        return type switch
        {
            _ when Items is not null => FieldKind.Select,
            _ when type == typeof(bool) => FieldKind.Checkbox,
            _ when typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) => FieldKind.File,
            _ when For.Metadata.DataTypeName == nameof(DataType.MultilineText) => FieldKind.Textarea,
            _ => FieldKind.Text,
        };
    }

    private static Dictionary<string, object?> ControlAttributes(TagHelperOutput output, FieldContext field)
    {
        var attributes = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var attribute in output.Attributes)
        {
            attributes[attribute.Name] = attribute.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : attribute.Value;
        }

        attributes["id"] = field.Id;
        field.Tie((key, value) => attributes[key] = value);
        return attributes;
    }

    private TagBuilder Control(FieldKind kind, Dictionary<string, object?> attributes, FieldContext field) => kind switch
    {
        FieldKind.Textarea => Textarea(attributes, field),
        FieldKind.Select => Select(attributes),
        FieldKind.Radios => Radios(attributes, field),
        FieldKind.Checkboxes => Checkboxes(attributes, field),
        FieldKind.File => FileDrop(attributes, field),
        _ => TextBox(attributes, field),
    };

    private TagBuilder TextBox(Dictionary<string, object?> attributes, FieldContext field)
    {
        AddClass(attributes, "input");
        var (type, format, inputMode) = InputType();
        attributes.TryAdd("type", type);
        if (inputMode is not null)
        {
            attributes.TryAdd("inputmode", inputMode);
        }

        if (Equals(attributes["type"], "password"))
        {
            return html.GeneratePassword(ViewContext, For.ModelExplorer, For.Name, value: null, attributes);
        }

        if (field.CounterId is null)
        {
            return html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);
        }

        attributes["data-counter"] = MaxLength();
        var box = html.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, For.Model, format, attributes);
        RemoveCut(box);
        return box;
    }

    private (string Type, string? Format, string? InputMode) InputType()
    {
        var type = For.Metadata.UnderlyingOrModelType;
        return For.Metadata.DataTypeName switch
        {
            nameof(DataType.Password) => ("password", null, null),
            nameof(DataType.EmailAddress) => ("email", null, null),
            nameof(DataType.PhoneNumber) => ("tel", null, null),
            nameof(DataType.Url) => ("url", null, null),
            nameof(DataType.Date) => ("date", "{0:yyyy-MM-dd}", null),
            nameof(DataType.Time) => ("time", "{0:HH:mm}", null),
            _ when type == typeof(DateOnly) => ("date", "{0:yyyy-MM-dd}", null),
            _ when type == typeof(TimeOnly) => ("time", "{0:HH:mm}", null),
            _ when type == typeof(DateTime) => ("datetime-local", "{0:yyyy-MM-ddTHH:mm}", null),
            _ when type == typeof(int) || type == typeof(long) || type == typeof(short) => ("text", null, "numeric"),
            _ when type == typeof(decimal) || type == typeof(double) => ("text", null, "decimal"),
            _ when For.Metadata.ValidatorMetadata.OfType<EmailAddressAttribute>().Any() => ("email", null, null),
            _ when For.Metadata.ValidatorMetadata.OfType<PhoneAttribute>().Any() => ("tel", null, null),
            _ when For.Metadata.ValidatorMetadata.OfType<UrlAttribute>().Any() => ("url", null, null),
            _ => ("text", null, null),
        };
    }

    private TagBuilder Textarea(Dictionary<string, object?> attributes, FieldContext field)
    {
        AddClass(attributes, "textarea");
        if (field.CounterId is not null)
        {
            attributes["data-counter"] = MaxLength();
        }

        var area = html.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, columns: 0, attributes);
        area.Attributes.Remove("cols");
        RemoveCut(area);
        return area;
    }

    // A browser cuts a pasted text at maxlength without a word; the server tells, and keeps what was pasted.
    private static void RemoveCut(TagBuilder control) => control.Attributes.Remove("maxlength");

    private TagBuilder Select(Dictionary<string, object?> attributes)
    {
        AddClass(attributes, "select");
        var isMultiple = For.Metadata.IsEnumerableType && For.Metadata.ModelType != typeof(string);
        var current = html.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, isMultiple);
        return html.GenerateSelect(ViewContext, For.ModelExplorer, Prompt, For.Name, Items ?? [], current, isMultiple, attributes);
    }

    private TagBuilder Radios(Dictionary<string, object?> attributes, FieldContext field) =>
        Choices(attributes, field, (item, own) =>
        {
            var radio = html.GenerateRadioButton(ViewContext, For.ModelExplorer, For.Name, item.Value, item.Selected ? true : null, own);
            radio.Attributes.Remove("required");
            return radio;
        });

    private TagBuilder Checkboxes(Dictionary<string, object?> attributes, FieldContext field)
    {
        var chosen = html.GetCurrentValues(ViewContext, For.ModelExplorer, For.Name, allowMultiple: true)
            ?? (For.Model as IEnumerable)?.Cast<object>().Select(value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "").ToList()
            ?? [];
        return Choices(attributes, field, (item, own) =>
        {
            var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            box.MergeAttributes(own);
            box.MergeAttribute("type", "checkbox", replaceExisting: true);
            box.MergeAttribute("name", field.Name);
            box.MergeAttribute("value", item.Value);
            if (item.Selected || chosen.Contains(item.Value, StringComparer.OrdinalIgnoreCase))
            {
                box.MergeAttribute("checked", "checked");
            }

            return box;
        });
    }

    private TagBuilder Choices(
        Dictionary<string, object?> attributes,
        FieldContext field,
        Func<SelectListItem, Dictionary<string, object?>, TagBuilder> draw)
    {
        attributes.Remove("aria-describedby");
        attributes.Remove("required");
        var takesFocus = attributes.Remove("autofocus");
        List<TagBuilder> controls = [];
        var group = new TagBuilder("div");
        group.AddCssClass(Columns ? "choices columns" : "choices");
        foreach (var (item, place) in (Items ?? []).Select((item, place) => (item, place)))
        {
            // The fieldset carries the id of the field, so that the error summary leads to the whole question.
            var own = new Dictionary<string, object?>(attributes, StringComparer.OrdinalIgnoreCase) { ["id"] = $"{field.Id}-{place}" };
            var hint = (item as Choice)?.Hint;
            if (hint is not null)
            {
                own["aria-describedby"] = $"{field.Id}-{place}-hint";
            }

            var control = draw(item, own);
            if (item.Disabled)
            {
                control.MergeAttribute("disabled", "disabled");
            }

            controls.Add(control);
            group.InnerHtml.AppendHtml(ChoiceCard(control, $"{field.Id}-{place}", new HtmlContentBuilder().Append(item.Text), hint));
        }

        if (takesFocus && (controls.Find(c => c.Attributes.ContainsKey("checked")) ?? controls.FirstOrDefault()) is { } first)
        {
            first.MergeAttribute("autofocus", "");
        }

        return group;
    }

    private static TagBuilder ChoiceCard(IHtmlContent control, string id, IHtmlContent text, string? hint, string classes = "choice")
    {
        var card = new TagBuilder("label");
        card.AddCssClass(classes);
        card.Attributes["for"] = id;
        var words = new TagBuilder("span");
        var label = new TagBuilder("span");
        label.AddCssClass("choice-label");
        label.InnerHtml.AppendHtml(text);
        words.InnerHtml.AppendHtml(label);
        if (hint is not null)
        {
            var explanation = new TagBuilder("span");
            explanation.AddCssClass("choice-hint");
            explanation.Attributes["id"] = $"{id}-hint";
            explanation.InnerHtml.Append(hint);
            words.InnerHtml.AppendHtml(explanation);
        }

        card.InnerHtml.AppendHtml(control).AppendHtml(words);
        return card;
    }

    private HtmlContentBuilder SingleCheckbox(Dictionary<string, object?> attributes, TagHelperContent inner, FieldContext field)
    {
        // What was sent may be neither yes nor no: a checkbox cannot show it, and the generator fails upon it.
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (ViewContext.ModelState.GetFieldValidationState(name) == ModelValidationState.Invalid)
        {
            ViewContext.ModelState.SetModelValue(name, rawValue: null, attemptedValue: null);
        }

        var box = html.GenerateCheckBox(ViewContext, For.ModelExplorer, For.Name, isChecked: null, attributes);
        box.TagRenderMode = TagRenderMode.SelfClosing;
        var text = (inner.IsEmptyOrWhiteSpace ? new HtmlContentBuilder().Append(field.Label) : new HtmlContentBuilder().AppendHtml(inner)).AppendHtml(RequiredMark(field));
        var result = new HtmlContentBuilder();
        result.AppendHtml(ChoiceCard(box, field.Id, text, hint: null, "choice bare"));
        result.AppendHtml(html.GenerateHiddenForCheckbox(ViewContext, For.ModelExplorer, For.Name));
        return result;
    }

    private TagBuilder FileDrop(Dictionary<string, object?> attributes, FieldContext field)
    {
        var input = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        input.MergeAttributes(attributes);
        input.MergeAttribute("type", "file", replaceExisting: true);
        input.MergeAttribute("name", field.Name);
        if (typeof(IEnumerable<IFormFile>).IsAssignableFrom(For.Metadata.ModelType))
        {
            input.MergeAttribute("multiple", "multiple");
        }

        var drop = new TagBuilder("div");
        drop.AddCssClass("file-drop");
        drop.Attributes["data-file-drop"] = "";
        drop.InnerHtml.AppendHtml(Icons.Draw(ViewContext, "camera", "large")).AppendHtml(input);
        return drop;
    }

    private TagBuilder LabelText(FieldContext field, bool isGroup)
    {
        var label = new TagBuilder(isGroup ? "legend" : "label");
        label.AddCssClass("label");
        if (!isGroup)
        {
            label.Attributes["for"] = field.Id;
        }

        label.InnerHtml.Append(field.Label).AppendHtml(RequiredMark(field));
        return label;
    }

    private HtmlContentBuilder RequiredMark(FieldContext field)
    {
        var content = new HtmlContentBuilder();
        if (field.IsRequired)
        {
            var mark = new TagBuilder("span");
            mark.AddCssClass("required");
            mark.InnerHtml.Append(T["필수"]);
            content.Append(" ").AppendHtml(mark);
        }

        return content;
    }

    private static IHtmlContent HintText(FieldContext field)
    {
        if (field.Hint is null)
        {
            return HtmlString.Empty;
        }

        var hint = new TagBuilder("p");
        hint.AddCssClass("hint");
        hint.Attributes["id"] = field.HintId;
        hint.InnerHtml.Append(field.Hint);
        return hint;
    }

    private IHtmlContent ErrorText(FieldContext field)
    {
        if (field.Error is null)
        {
            return HtmlString.Empty;
        }

        var error = new TagBuilder("p");
        error.AddCssClass("error");
        error.Attributes["id"] = field.ErrorId;
        error.InnerHtml.AppendHtml(Icons.Draw(ViewContext, "error")).AppendHtml("<span>").Append(field.Error).AppendHtml("</span>");
        return error;
    }

    private TagBuilder CounterText(FieldContext field)
    {
        var counter = new TagBuilder("p");
        counter.AddCssClass("counter");
        counter.Attributes["id"] = field.CounterId;
        // The script puts numbers in place of the two marks; without it the limit stands here as a plain sentence.
        counter.Attributes["data-text"] = T["{0} / {1}자", "#", "##"];
        counter.InnerHtml.Append(T["{0:N0}자까지 쓸 수 있습니다.", MaxLength() ?? 0]);
        return counter;
    }

    private int? MaxLength() =>
        For.Metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
        ?? For.Metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;

    private static void AddClass(Dictionary<string, object?> attributes, string name) =>
        attributes["class"] = attributes.TryGetValue("class", out var given) ? $"{name} {given}" : name;
}

/// <summary>What a control inside a field must say to belong to it.</summary>
internal sealed class FieldContext
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required string Label { get; init; }

    public string? Hint { get; init; }

    public string? Error { get; init; }

    public bool IsRequired { get; init; }

    public string? CounterId { get; init; }

    public string HintId => $"{Id}-hint";

    public string ErrorId => $"{Id}-error";

    public string DescribedBy => string.Join(' ', new[] { Hint is null ? null : HintId, Error is null ? null : ErrorId, CounterId }.OfType<string>());

    /// <summary>Hands over the attributes that tie a control to its hint, error and counter.</summary>
    public void Tie(Action<string, string> set)
    {
        if (DescribedBy.Length > 0)
        {
            set("aria-describedby", DescribedBy);
        }

        if (Error is not null)
        {
            set("aria-invalid", "true");
        }

        if (IsRequired)
        {
            set("required", "");
        }
    }
}

/// <summary>Ties a control that a view writes itself inside a field to the hint and the error of that field.</summary>
[HtmlTargetElement("input", Attributes = "asp-for")]
[HtmlTargetElement("select", Attributes = "asp-for")]
[HtmlTargetElement("textarea", Attributes = "asp-for")]
public sealed class FieldControlTagHelper : TagHelper
{
    [HtmlAttributeName("asp-for")]
    public ModelExpression For { get; set; } = null!;

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        if (context.Items.TryGetValue(typeof(FieldContext), out var item) && item is FieldContext field && field.Name == name)
        {
            field.Tie((key, value) => output.Attributes.SetAttribute(key, value));
            output.Attributes.SetAttribute("id", field.Id);
        }
    }
}
