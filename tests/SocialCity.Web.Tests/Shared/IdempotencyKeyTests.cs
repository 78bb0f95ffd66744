using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using SocialCity.Web.Shared.TagHelpers;

namespace SocialCity.Web.Tests.Shared;

public sealed class IdempotencyKeyTests
{
    [Fact]
    public void A_fresh_form_gets_a_key_of_its_own() => Assert.NotEqual(KeyAfter(null), KeyAfter(null));

    [Fact]
    public void A_form_shown_again_keeps_its_key()
    {
        Guid posted = Guid.NewGuid();

        Assert.Equal(posted, KeyAfter(posted.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void A_key_that_is_none_is_replaced(string posted) => Assert.NotEqual(Guid.Empty, KeyAfter(posted));

    private static Guid KeyAfter(string? posted)
    {
        ViewDataDictionary data = new(new EmptyModelMetadataProvider(), new ModelStateDictionary());
        if (posted is not null)
        {
            data.ModelState.SetModelValue("IdempotencyKey", posted, posted);
        }

        TagHelperOutput output = new("idempotency-key", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        new IdempotencyKeyTagHelper { ViewContext = new ViewContext { ViewData = data } }
            .Process(new TagHelperContext([], new Dictionary<object, object>(), "id"), output);
        Assert.Equal("hidden", output.Attributes["type"].Value);
        return Guid.Parse(Assert.IsType<string>(output.Attributes["value"].Value));
    }
}
