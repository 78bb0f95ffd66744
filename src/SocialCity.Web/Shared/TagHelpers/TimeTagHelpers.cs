using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SocialCity.Web.Shared.TagHelpers;

/// <summary><c>&lt;time-ago value="Model.ReceivedAt" /&gt;</c>: how long ago or how soon, with the moment itself in its title.</summary>
[HtmlTargetElement("time-ago", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeAgoTagHelper(CityDates dates) : TagHelper
{
    /// <summary>A moment in UTC; nothing is written for null.</summary>
    public DateTime? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is not { } utc)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", CityDates.Machine(utc));
        output.Attributes.SetAttribute("title", dates.DateTime(utc));
        output.Content.SetContent(dates.Ago(utc));
    }
}

/// <summary><c>&lt;time-left value="Model.DueAt" /&gt;</c>: how long a period still runs, or how late it is, with its end in the title.</summary>
[HtmlTargetElement("time-left", Attributes = "value", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class TimeLeftTagHelper(CityDates dates) : TagHelper
{
    /// <summary>The end of the period, in UTC.</summary>
    public DateTime Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", CityDates.Machine(Value));
        output.Attributes.SetAttribute("title", dates.DateTime(Value));
        output.Content.SetContent(dates.Left(Value));
    }
}

/// <summary><c>&lt;date-time value="Model.DueAt" /&gt;</c>: a moment in the city's time; with <c>day</c> only its day.</summary>
[HtmlTargetElement("date-time", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class DateTimeTagHelper(CityDates dates) : TagHelper
{
    /// <summary>A moment in UTC; nothing is written for null.</summary>
    public DateTime? Value { get; set; }

    /// <summary>Writes the day without the hour.</summary>
    public bool DayOnly { get; set; }

    /// <summary>A day of the calendar, in place of a moment.</summary>
    public DateOnly? Day { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Value is { } utc)
        {
            output.Attributes.SetAttribute("datetime", CityDates.Machine(utc));
            output.Content.SetContent(DayOnly ? dates.Date(utc) : dates.DateTime(utc));
        }
        else if (Day is { } day)
        {
            output.Attributes.SetAttribute("datetime", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            output.Content.SetContent(dates.Date(day));
        }
        else
        {
            output.SuppressOutput();
        }
    }
}
