using SocialCity.Municipality;

namespace SocialCity.Tests.Municipality;

public sealed class BoundaryTests
{
    [Theory]
    [InlineData("37.4,126.8 37.4,126.9 37.5,126.9", true)]
    [InlineData("37.4,126.8 37.4,126.8001 37.4001,126.8001", true)]
    [InlineData("37.3,127.3 37.3,127.3 37.3,127.3", false)]
    [InlineData("37.3,127.3 37.4,127.4 37.5,127.5", false)]
    [InlineData("37.4,126.8 37.4,126.80001 37.40001,126.80001", false)]
    public void A_boundary_holds_some_square_metres(string written, bool hasArea) => Assert.Equal(hasArea, Boundary.Parse(written).HasArea);
}
