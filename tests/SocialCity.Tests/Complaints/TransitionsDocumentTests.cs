using System.Globalization;
using System.Text;
using SocialCity.Complaints;
using SocialCity.Web.Tests;

namespace SocialCity.Tests.Complaints;

/// <summary>docs/complaint-transitions.md is printed from the table. Delete the file and run this test to print it anew.</summary>
public sealed class TransitionsDocumentTests
{
    [Fact]
    public void The_document_says_what_the_table_says()
    {
        string file = Path.Combine(Repository.Root, "docs", "complaint-transitions.md");
        string printed = Print();
        if (!File.Exists(file))
        {
            File.WriteAllText(file, printed);
            Assert.Fail("docs/complaint-transitions.md was missing and has been printed; read it and commit it.");
        }

        Assert.Equal(printed, File.ReadAllText(file).ReplaceLineEndings("\n"));
    }

    private static string Print()
    {
        StringBuilder page = new();
        page.Append("# What can happen to a complaint\n\n");
        page.Append("Printed from `ComplaintTransitions`; a test keeps the two alike. To print it anew, delete this file and run `TransitionsDocumentTests`.\n");
        page.Append("What was transferred three times or reopened lies with the manager until the manager puts somebody in charge; so long those of the ");
        page.Append("column \"With the manager\" may. Beyond the table: withdrawn and duplicate complaints stay closed; a period is extended at most twice, ");
        page.Append("and only before it has passed; a duplicate is closed upon a complaint that is handled or was answered and that its petitioner can see; a ");
        page.Append("repeated one after two results told to the same petitioner.\n\n");
        page.Append("| From | Act | To | Who | With the manager | Text | Clock | Notice |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (ComplaintTransition row in ComplaintTransitions.All)
        {
            string to = row.To == row.From ? "" : row.To.ToString();
            string text = row.NeedsText ? "required" : "";
            string clock = row.Clock == ClockEffect.None ? "" : row.Clock.ToString();
            page.Append(CultureInfo.InvariantCulture, $"| {row.From} | {row.Act} | {to} | {row.Who} | {row.WhoMay(liesWithManager: true)} | {text} | {clock} | {row.Notice} |\n");
        }

        return page.ToString();
    }
}
