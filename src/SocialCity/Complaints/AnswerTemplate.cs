using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Accounts;
using SocialCity.Data;

namespace SocialCity.Complaints;

/// <summary>답변 서식: a text that a department's officials start an answer from.</summary>
public sealed class AnswerTemplate : IVersioned
{
    public const int TitleLength = 80;
    public const int TextLength = 4000;

    private AnswerTemplate()
    {
    }

    public AnswerTemplate(long departmentId, string title, string text)
    {
        DepartmentId = departmentId;
        Change(title, text);
    }

    public long Id { get; private set; }

    public long DepartmentId { get; private set; }

    public string Title { get; private set; } = "";

    public string Text { get; private set; } = "";

    public Guid Version { get; private set; }

    public void Change(string title, string text)
    {
        Title = title;
        Text = text;
    }
}

public sealed class AnswerTemplateMapping : IEntityTypeConfiguration<AnswerTemplate>
{
    public void Configure(EntityTypeBuilder<AnswerTemplate> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(t => t.Title).HasMaxLength(AnswerTemplate.TitleLength);
        builder.Property(t => t.Text).HasMaxLength(AnswerTemplate.TextLength);
        builder.HasOne<Department>().WithMany().HasForeignKey(t => t.DepartmentId).OnDelete(DeleteBehavior.Restrict);
    }
}
