using SocialCity.Accounts;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Accounts;

public sealed class RightGrantTests
{
    private static readonly DateTime Now = TestDatabase.Start;

    [Theory]
    [InlineData(Right.Merchant, false)]
    [InlineData(Right.Official, true)]
    [InlineData(Right.Manager, true)]
    [InlineData(Right.Editor, false)]
    [InlineData(Right.Moderator, false)]
    [InlineData(Right.Administrator, false)]
    public void Officials_and_managers_belong_to_a_department_and_nobody_else_does(Right right, bool needsDepartment)
    {
        long? wrong = needsDepartment ? null : 1;
        Account account = Person();

        ArgumentException refusal = Assert.Throws<ArgumentException>(() => new RightGrant(account, right, wrong, null, "임용", Now));

        Assert.StartsWith($"{right} {(needsDepartment ? "needs" : "has no")} department.", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, account.RightsVersion);
        Assert.Equal(right, new RightGrant(account, right, needsDepartment ? 1 : null, null, "임용", Now).Right);
    }

    [Fact]
    public void What_is_given_and_taken_shows_in_open_sessions()
    {
        Account account = Person();
        RightGrant grant = new(account, Right.Editor, null, 7, "임용", Now);
        Assert.Equal(1, account.RightsVersion);

        grant.Revoke(account, 8, "전보", Now.AddDays(1));

        Assert.Equal(2, account.RightsVersion);
    }

    [Fact]
    public void The_history_keeps_who_took_a_right_first_and_why()
    {
        Account account = Person();
        RightGrant grant = new(account, Right.Editor, null, 7, "임용", Now);
        grant.Revoke(account, 8, "전보", Now.AddDays(1));

        grant.Revoke(account, 9, "퇴직", Now.AddDays(2));

        Assert.Equal((7L, "임용", Now), (grant.GrantedById, grant.GrantReason, grant.GrantedAt));
        Assert.Equal((8L, "전보", Now.AddDays(1)), (grant.RevokedById, grant.RevokeReason, grant.RevokedAt));
        Assert.Equal(2, account.RightsVersion);
    }

    private static Account Person() => new("person@nuri.example", "박시민", "ko", Now);
}
