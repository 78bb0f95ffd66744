namespace SocialCity.Web.Resources;

/// <summary>Names the texts of the city blog's pages. The Korean text itself is the key; English and Japanese stand in the resource files beside.</summary>
public sealed class BlogTexts;
