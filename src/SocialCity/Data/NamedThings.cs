using Microsoft.EntityFrameworkCore;
using SocialCity.Complaints;

namespace SocialCity.Data;

/// <summary>What something is called, whatever it is.</summary>
// With properties, not a constructor: a query can only narrow by what it knows to be a column.
public sealed record NamedThing
{
    /// <summary>One of <see cref="NamedThings"/>, as the audit log writes it before the id.</summary>
    public required string Kind { get; init; }

    public required long Id { get; init; }

    /// <summary>Of a question, which is named within its category; empty elsewhere.</summary>
    public required string Code { get; init; }

    public required string Ko { get; init; }

    public string? En { get; init; }

    public string? Ja { get; init; }

    /// <summary>In the language of the reader, where somebody translated it.</summary>
    public string Name => new LocalText(Ko, En, Ja).ToString();
}

/// <summary>The names of things of all features, read with one command.</summary>
public static class NamedThings
{
    public const string Account = "account";
    public const string Complaint = "complaint";
    public const string Rule = "rule";
    public const string Template = "template";
    public const string Series = "series";
    public const string Department = "department";
    public const string Duty = "duty";
    public const string Category = "category";
    public const string District = "district";
    public const string BlogCategory = "blog-category";
    public const string Question = "question";

    /// <summary>
    /// The names of things by their kinds and ids; a complaint is called by its number. What is gone is missing. Each text is joined to an
    /// empty one: SQL Server puts columns of different lengths into one list only as texts without bound.
    /// </summary>
    /// <param name="db">Where they are.</param>
    /// <param name="ids">Of each kind that is asked for; of questions the ids of their categories.</param>
    /// <param name="codes">Of the questions.</param>
    public static IQueryable<NamedThing> NamesOf(this CityDb db, ILookup<string, long> ids, IReadOnlyCollection<string> codes)
    {
        return Of(Account, db.Users.Select(a => new Plain { Id = a.Id, Name = a.DisplayName }))
            .Concat(Of(Complaint, db.Complaints.Where(c => c.Number != null).Select(c => new Plain { Id = c.Id, Name = c.Number ?? "" })))
            .Concat(Of(Rule, db.RoutingRules.Select(r => new Plain { Id = r.Id, Name = r.Name })))
            .Concat(Of(Template, db.AnswerTemplates.Select(t => new Plain { Id = t.Id, Name = t.Title })))
            .Concat(Of(Series, db.ArticleSeries.Select(s => new Plain { Id = s.Id, Name = s.Title })))
            .Concat(OfLocal(Department, db.Departments.Select(d => new Local { Id = d.Id, Code = "", Ko = d.Name.Ko, En = d.Name.En, Ja = d.Name.Ja })))
            .Concat(OfLocal(Duty, db.Duties.Select(d => new Local { Id = d.Id, Code = "", Ko = d.Name.Ko, En = d.Name.En, Ja = d.Name.Ja })))
            .Concat(OfLocal(Category, db.ComplaintCategories.Select(c => new Local { Id = c.Id, Code = "", Ko = c.Name.Ko, En = c.Name.En, Ja = c.Name.Ja })))
            .Concat(OfLocal(District, db.Districts.Select(d => new Local { Id = d.Id, Code = "", Ko = d.Name.Ko, En = d.Name.En, Ja = d.Name.Ja })))
            .Concat(OfLocal(BlogCategory, db.BlogCategories.Select(c => new Local { Id = c.Id, Code = "", Ko = c.Name.Ko, En = c.Name.En, Ja = c.Name.Ja })))
            .Concat(OfLocal(Question, db.Set<CategoryQuestion>().Where(q => codes.Contains(q.Code))
                .Select(q => new Local { Id = q.CategoryId, Code = q.Code, Ko = q.Label.Ko, En = q.Label.En, Ja = q.Label.Ja })));

        IQueryable<NamedThing> Of(string kind, IQueryable<Plain> all) =>
            OfLocal(kind, all.Select(n => new Local { Id = n.Id, Code = "", Ko = n.Name, En = "", Ja = "" }));

        IQueryable<NamedThing> OfLocal(string kind, IQueryable<Local> all)
        {
            long[] wanted = [.. ids[kind].Distinct()];
            return all.Where(n => wanted.Contains(n.Id))
                .Select(n => new NamedThing { Kind = kind, Id = n.Id, Code = n.Code + "", Ko = n.Ko + "", En = n.En + "", Ja = n.Ja + "" });
        }
    }

    private sealed record Plain
    {
        public required long Id { get; init; }

        public required string Name { get; init; }
    }

    private sealed record Local
    {
        public required long Id { get; init; }

        public required string Code { get; init; }

        public required string Ko { get; init; }

        public required string? En { get; init; }

        public required string? Ja { get; init; }
    }
}
