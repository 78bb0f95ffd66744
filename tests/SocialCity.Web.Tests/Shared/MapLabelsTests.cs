using SocialCity.Web.Shared;

namespace SocialCity.Web.Tests.Shared;

public sealed class MapLabelsTests
{
    [Fact]
    public void A_name_that_would_lie_upon_one_before_it_or_run_out_of_the_drawing_is_crowded() => Assert.Equal(
        [null, "crowded", null, "crowded"],
        MapLabels.Crowding([("가람동", 100, 100), ("나래동", 110, 105), ("다솔동", 300, 100), ("라온동", 10, 300)], 400, 10, 12));

    [Fact]
    public void On_a_phone_letters_are_larger_and_latin_ones_narrower() => Assert.Equal(
        [null, "crowded-small", null],
        MapLabels.Crowding([("가람동", 100, 100), ("나래동", 150, 100), ("Hana", 200, 100)], 400, 10, 20));
}
