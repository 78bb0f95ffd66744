using SocialCity.Accounts;

namespace SocialCity.Tests.Accounts;

public sealed class TypedCodeTests
{
    [Theory]
    [InlineData("461442")]
    [InlineData("461 442")]
    [InlineData("461-442")]
    [InlineData("４６１４４２")]
    [InlineData("\u00a0461\u3000442 ")]
    public void A_number_is_read_however_it_is_spaced(string typed) => Assert.Equal("461442", TypedCode.Plain(typed));

    [Theory]
    [InlineData("RRXQ2-9KNF3")]
    [InlineData("RRXQ29KNF3")]
    [InlineData("rrxq2 9knf3")]
    [InlineData(" ｒｒｘｑ２－９ｋｎｆ３")]
    public void A_recovery_code_is_read_as_it_was_given_out(string typed) => Assert.Equal("RRXQ2-9KNF3", TypedCode.Recovery(typed));

    [Theory]
    [InlineData("", "")]
    [InlineData(" - ", "")]
    [InlineData("RRXQ2-9KNF", "RRXQ29KNF")]
    public void What_is_no_code_stays_none(string typed, string read) => Assert.Equal(read, TypedCode.Recovery(typed));
}
