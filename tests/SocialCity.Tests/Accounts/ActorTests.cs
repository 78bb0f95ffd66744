using SocialCity.Accounts;

namespace SocialCity.Tests.Accounts;

public sealed class ActorTests
{
    private const long Roads = 1;
    private const long Parks = 2;

    [Fact]
    public void Neither_a_guest_nor_the_portal_itself_is_signed_in()
    {
        Assert.False(Actor.Guest.IsSignedIn);
        Assert.False(Actor.Guest.IsSystem);
        Assert.False(Actor.System.IsSignedIn);
        Assert.True(Actor.System.IsSystem);
        Assert.True(With().IsSignedIn);
        Assert.False(With().IsSystem);
    }

    [Theory]
    [InlineData(Right.Merchant, false)]
    [InlineData(Right.Official, true)]
    [InlineData(Right.Manager, true)]
    [InlineData(Right.Editor, true)]
    [InlineData(Right.Moderator, true)]
    [InlineData(Right.Administrator, true)]
    public void Every_right_but_a_merchants_makes_somebody_staff(Right right, bool isStaff)
    {
        Assert.Equal(isStaff, With(new HeldRight(right)).IsStaff);
        Assert.True(With(new HeldRight(Right.Merchant), new HeldRight(Right.Moderator)).IsStaff);
        Assert.False(With().IsStaff);
    }

    [Fact]
    public void A_right_counts_in_the_department_in_which_it_is_held_alone()
    {
        Actor official = With(new HeldRight(Right.Official, Roads), new HeldRight(Right.Manager, Parks));

        Assert.True(official.Has(Right.Official));
        Assert.True(official.Has(Right.Official, Roads));
        Assert.False(official.Has(Right.Official, Parks));
        Assert.False(official.Has(Right.Manager, Roads));
        Assert.False(official.Has(Right.Editor));
    }

    [Fact]
    public void What_has_no_department_yet_is_no_matter_of_somebody_who_holds_a_right_without_one()
    {
        Assert.False(With(new HeldRight(Right.Administrator)).Has(Right.Administrator, null));
        Assert.False(With(new HeldRight(Right.Official, Roads)).Has(Right.Official, null));
    }

    [Fact]
    public void Somebodys_departments_are_those_of_officials_and_managers_each_once()
    {
        Actor actor = With(
            new HeldRight(Right.Official, Roads), new HeldRight(Right.Manager, Roads), new HeldRight(Right.Official, Parks), new HeldRight(Right.Editor));

        Assert.Equal([Roads, Parks], actor.Departments());
        Assert.Equal([Roads], actor.ManagedDepartments());
        Assert.Empty(With(new HeldRight(Right.Editor)).Departments());
    }

    private static Actor With(params HeldRight[] rights) => new(10, IdentityLevel.EmailConfirmed, rights);
}
