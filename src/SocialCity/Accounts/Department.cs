using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SocialCity.Data;

namespace SocialCity.Accounts;

/// <summary>부서: a part of the administration that answers with one voice.</summary>
public sealed class Department : IVersioned
{
    public const int NameLength = 60;
    public const int CodeLength = 20;
    public const int PhoneLength = 30;
    public const int AboutLength = 400;

    /// <summary>Digits, three at least ("120"), with the signs by which numbers are parted.</summary>
    public const string PhonePattern = @"(?:[+() .-]*[0-9]){3,}[() .-]*";

    private Department()
    {
    }

    public Department(string code, LocalText name, LocalText about, string phone, string email, int order)
    {
        Code = code;
        Order = order;
        Change(name, about, phone, email);
    }

    public long Id { get; private set; }

    public string Code { get; private set; } = "";

    public LocalText Name { get; private set; } = new("");

    /// <summary>What the department does, in a sentence for citizens.</summary>
    public LocalText About { get; private set; } = new("");

    public string Phone { get; private set; } = "";

    public string Email { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>When it was dissolved; its past answers keep its name.</summary>
    public DateTime? DissolvedAt { get; private set; }

    public Guid Version { get; private set; }

    public void Change(LocalText name, LocalText about, string phone, string email)
    {
        Name = name;
        About = about;
        Phone = phone;
        Email = email;
    }

    public void MoveTo(int order) => Order = order;

    public void Dissolve(DateTime now) => DissolvedAt ??= now;

    public void Restore() => DissolvedAt = null;
}

/// <summary>담당 업무: a task within a department and the official who does it now. Routing names duties, so that a change of person is one edit.</summary>
public sealed class Duty : IVersioned
{
    public const int NameLength = 80;

    private Duty()
    {
    }

    public Duty(long departmentId, LocalText name, string phone, long? officerId)
    {
        DepartmentId = departmentId;
        Change(name, phone, officerId);
    }

    public long Id { get; private set; }

    public long DepartmentId { get; private set; }

    public LocalText Name { get; private set; } = new("");

    public string Phone { get; private set; } = "";

    /// <summary>The official in charge; null while the post is vacant: the complaint then waits in the department's queue.</summary>
    public long? OfficerId { get; private set; }

    public bool IsActive { get; private set; } = true;

    public Guid Version { get; private set; }

    public void Change(LocalText name, string phone, long? officerId)
    {
        Name = name;
        Phone = phone;
        OfficerId = officerId;
    }

    public void Switch(bool isActive) => IsActive = isActive;
}

public sealed class DepartmentMapping : IEntityTypeConfiguration<Department>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Property(d => d.Code).HasMaxLength(Department.CodeLength);
        builder.ComplexProperty(d => d.Name).HasLength(Department.NameLength);
        builder.ComplexProperty(d => d.About).HasLength(Department.AboutLength);
        builder.Property(d => d.Phone).HasMaxLength(Department.PhoneLength);
        builder.Property(d => d.Email).HasMaxLength(Account.EmailLength);
        builder.HasIndex(d => d.Code).IsUnique();
    }
}

public sealed class DutyMapping : IEntityTypeConfiguration<Duty>
{
    public void Configure(EntityTypeBuilder<Duty> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.ComplexProperty(d => d.Name).HasLength(Duty.NameLength);
        builder.Property(d => d.Phone).HasMaxLength(Department.PhoneLength);
        builder.HasOne<Department>().WithMany().HasForeignKey(d => d.DepartmentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(d => d.OfficerId).OnDelete(DeleteBehavior.SetNull);
    }
}
