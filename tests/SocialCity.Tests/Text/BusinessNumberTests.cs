using System.Globalization;
using SocialCity.Text;

namespace SocialCity.Tests.Text;

public class BusinessNumberTests
{
    [Theory]
    [InlineData("124-81-00998")]
    [InlineData("1248100998")]
    [InlineData(" １２４－８１－００９９８ ")]
    public void A_valid_number_is_read_as_people_write_it(string text)
    {
        Assert.Equal("1248100998", BusinessNumber.Parse(text)?.Digits);
        Assert.Equal("124-81-00998", BusinessNumber.Parse(text)?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("124-81-00997")]
    [InlineData("214-81-00998")]
    [InlineData("124-81-0099")]
    [InlineData("124-81-009988")]
    [InlineData("124-81-0099x")]
    [InlineData("000-00-00000")]
    public void An_invalid_number_is_refused(string? text)
    {
        Assert.Null(BusinessNumber.Parse(text));
    }

    [Fact]
    public void Exactly_one_check_digit_fits()
    {
        Random random = new(1);
        for (int round = 0; round < 500; round++)
        {
            string nine = random.Next(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture);
            Assert.Equal(1, Enumerable.Range(0, 10).Count(digit => BusinessNumber.Parse($"{nine}{digit}") is not null));
        }
    }

    [Fact]
    public void Numbers_with_the_same_digits_are_equal()
    {
        Assert.Equal(BusinessNumber.Parse("124-81-00998"), BusinessNumber.Parse("1248100998"));
    }
}
