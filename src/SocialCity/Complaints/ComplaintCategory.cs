using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;
using SocialCity.Time;

namespace SocialCity.Complaints;

/// <summary>The kinds of petition that the law tells apart, each with its period (Civil Petitions Treatment Act art. 2; Decree art. 14-19).</summary>
public enum PetitionKind
{
    /// <summary>질의민원 on the meaning of a law.</summary>
    LegalInquiry = 1,

    /// <summary>질의민원 on a system or a procedure.</summary>
    Inquiry = 2,

    /// <summary>건의민원.</summary>
    Suggestion = 3,

    /// <summary>기타민원: a nuisance of daily life, simple counsel.</summary>
    Other = 4,

    /// <summary>고충민원: against an unlawful, unfair or passive act.</summary>
    Grievance = 5,

    /// <summary>법정민원: licences and certificates; the period is the category's own.</summary>
    Statutory = 6,
}

/// <summary>A category of the complaint board, with the questions it asks and the kind of petition it is.</summary>
public sealed class ComplaintCategory : IVersioned
{
    public const int NameLength = 40;
    public const int HintLength = 200;
    public const int CodeLength = 30;
    public const int IconLength = 30;

    private readonly List<CategoryQuestion> _questions = [];

    private ComplaintCategory()
    {
    }

    public ComplaintCategory(string code, LocalText name, LocalText hint, string icon, PetitionKind kind, int order)
    {
        Code = code;
        Order = order;
        Change(name, hint, icon, kind, null);
    }

    public long Id { get; private set; }

    /// <summary>A name for programs (Open311's service_code); never changes.</summary>
    public string Code { get; private set; } = "";

    public LocalText Name { get; private set; } = new("");

    /// <summary>A sentence that helps to choose the right category.</summary>
    public LocalText Hint { get; private set; } = new("");

    /// <summary>The group under which the form lists it.</summary>
    public LocalText Group { get; private set; } = new("");

    public string Icon { get; private set; } = "";

    public PetitionKind Kind { get; private set; }

    /// <summary>The city's own period where the law leaves it one (기타) or asks for one (법정); null for that of the kind.</summary>
    public int? OwnPeriodAmount { get; private set; }

    public PeriodUnit? OwnPeriodUnit { get; private set; }

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Guid Version { get; private set; }

    public IReadOnlyList<CategoryQuestion> Questions => _questions;

    public void Change(LocalText name, LocalText hint, string icon, PetitionKind kind, StatutoryPeriod? ownPeriod)
    {
        Name = name;
        Hint = hint;
        Icon = icon;
        Kind = kind;
        OwnPeriodAmount = ownPeriod?.Amount;
        OwnPeriodUnit = ownPeriod?.Unit;
    }

    public void GroupUnder(LocalText group) => Group = group;

    public void MoveTo(int order) => Order = order;

    public void Switch(bool isActive) => IsActive = isActive;

    public CategoryQuestion Ask(string code, QuestionType type, LocalText label, LocalText hint, bool isRequired, IReadOnlyList<QuestionOption> options)
    {
        CategoryQuestion question = new(code, type, label, hint, isRequired, options, _questions.Count == 0 ? 1 : _questions.Max(q => q.Order) + 1);
        _questions.Add(question);
        return question;
    }

    public StatutoryPeriod? OwnPeriod() =>
        OwnPeriodAmount is { } amount && OwnPeriodUnit is { } unit ? new StatutoryPeriod(amount, unit) : null;
}

/// <summary>Open311's data types of an attribute.</summary>
public enum QuestionType
{
    Text = 1,
    LongText = 2,
    Number = 3,
    Date = 4,
    SingleChoice = 5,
    MultipleChoice = 6,
}

public sealed record QuestionOption(string Key, LocalText Name);

/// <summary>A question that a category asks in the form. Its code and type stay; a retired question keeps the replies it got.</summary>
public sealed class CategoryQuestion : IVersioned
{
    public const int CodeLength = 40;
    public const int LabelLength = 120;
    public const int HintLength = 200;
    public const int ReplyLength = 1000;
    public const int OptionsMost = 30;

    private CategoryQuestion()
    {
    }

    internal CategoryQuestion(
        string code, QuestionType type, LocalText label, LocalText hint, bool isRequired, IReadOnlyList<QuestionOption> options, int order)
    {
        Code = code;
        Type = type;
        Order = order;
        Change(label, hint, isRequired, options);
    }

    public long Id { get; private set; }

    public long CategoryId { get; private set; }

    public string Code { get; private set; } = "";

    public QuestionType Type { get; private set; }

    public LocalText Label { get; private set; } = new("");

    public LocalText Hint { get; private set; } = new("");

    public bool IsRequired { get; private set; }

    public string OptionsJson { get; private set; } = "[]";

    public int Order { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Guid Version { get; private set; }

    public IReadOnlyList<QuestionOption> Options() => JsonSerializer.Deserialize<List<QuestionOption>>(OptionsJson) ?? [];

    public void Change(LocalText label, LocalText hint, bool isRequired, IReadOnlyList<QuestionOption> options)
    {
        Label = label;
        Hint = hint;
        IsRequired = isRequired;
        OptionsJson = JsonSerializer.Serialize(options);
    }

    public void MoveTo(int order) => Order = order;

    public void Switch(bool isActive) => IsActive = isActive;
}

/// <summary>The period of a kind of petition from a day on: what the law says, or the city where it may say so.</summary>
public sealed class PetitionPeriod
{
    public const int BasisLength = 120;

    private PetitionPeriod()
    {
    }

    public PetitionPeriod(PetitionKind kind, StatutoryPeriod period, DateOnly effectiveFrom, string basis)
    {
        Kind = kind;
        EffectiveFrom = effectiveFrom;
        Correct(period, basis);
    }

    public long Id { get; private set; }

    public PetitionKind Kind { get; private set; }

    public int Amount { get; private set; }

    public PeriodUnit Unit { get; private set; }

    /// <summary>The first day, in the city's time zone, on which receipts are counted by it.</summary>
    public DateOnly EffectiveFrom { get; private set; }

    /// <summary>The article of law or ordinance, as shown to citizens.</summary>
    public string Basis { get; private set; } = "";

    public StatutoryPeriod Period() => new(Amount, Unit);

    /// <summary>
    /// Says otherwise how long it is. Only for one that begins today or later: what came in before was counted by what was in force then.
    /// </summary>
    public void Correct(StatutoryPeriod period, string basis)
    {
        Amount = period.Amount;
        Unit = period.Unit;
        Basis = basis;
    }
}

public sealed class ComplaintCategoryMapping : IEntityTypeConfiguration<ComplaintCategory>
{
    public void Configure(EntityTypeBuilder<ComplaintCategory> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(c => c.Code).HasMaxLength(ComplaintCategory.CodeLength);
        builder.ComplexProperty(c => c.Name).HasLength(ComplaintCategory.NameLength);
        builder.ComplexProperty(c => c.Hint).HasLength(ComplaintCategory.HintLength);
        builder.ComplexProperty(c => c.Group).HasLength(ComplaintCategory.NameLength);
        builder.Property(c => c.Icon).HasMaxLength(ComplaintCategory.IconLength);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasMany(c => c.Questions).WithOne().HasForeignKey(q => q.CategoryId).OnDelete(DeleteBehavior.Cascade);
    }
}

public sealed class CategoryQuestionMapping : IEntityTypeConfiguration<CategoryQuestion>
{
    public void Configure(EntityTypeBuilder<CategoryQuestion> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(q => q.Code).HasMaxLength(CategoryQuestion.CodeLength);
        builder.ComplexProperty(q => q.Label).HasLength(CategoryQuestion.LabelLength);
        builder.ComplexProperty(q => q.Hint).HasLength(CategoryQuestion.HintLength);
        builder.Property(q => q.OptionsJson).IsUnbounded();
        builder.HasIndex(q => new { q.CategoryId, q.Code }).IsUnique();
    }
}

public sealed class PetitionPeriodMapping : IEntityTypeConfiguration<PetitionPeriod>
{
    public void Configure(EntityTypeBuilder<PetitionPeriod> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(p => p.Basis).HasMaxLength(PetitionPeriod.BasisLength);
        builder.HasIndex(p => new { p.Kind, p.EffectiveFrom }).IsUnique();
    }
}
