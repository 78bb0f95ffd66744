namespace SocialCity.Web.Shared;

/// <summary>Marks a text of a form that is picked from a list, such as a language: nobody wrote it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChosenAttribute : Attribute;
