namespace SocialCity.Web.Resources;

/// <summary>Names the texts of those who write and edit the blog. The Korean text itself is the key; English and Japanese stand in the resource files beside.</summary>
public sealed class WritingTexts;
