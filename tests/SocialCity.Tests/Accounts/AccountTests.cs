using SocialCity.Accounts;
using SocialCity.Tests.Data;

namespace SocialCity.Tests.Accounts;

public sealed class AccountTests
{
    [Fact]
    public void A_closed_account_keeps_nothing_that_was_written_about_its_owner()
    {
        Account account = new("person@nuri.example", "김하늘", "ko", TestDatabase.Start);
        account.Present("김하늘", "나무를 좋아합니다.", null);
        account.Disable("김하늘 님이 광고를 되풀이했습니다.", TestDatabase.Start);

        account.Close(TestDatabase.Start);

        Assert.Null(account.DisabledReason);
        Assert.NotNull(account.DisabledAt);
        Assert.Equal(("", ""), (account.DisplayName, account.About));
        Assert.DoesNotContain("person", account.Email, StringComparison.Ordinal);
    }
}
