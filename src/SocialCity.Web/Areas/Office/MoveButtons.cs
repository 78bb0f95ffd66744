namespace SocialCity.Web.Areas.Office;

/// <summary>The two buttons that move an entry of a list.</summary>
/// <param name="Action">Where they post to.</param>
/// <param name="Name">What is moved, for those who do not see the list.</param>
public sealed record MoveButtons(string Action, string Name, bool IsFirst, bool IsLast);
