namespace SocialCity.Web.Resources;

/// <summary>Names the texts of the officials' desk. The Korean text itself is the key; English and Japanese stand in the resource files beside.</summary>
public sealed class DeskTexts;
