namespace SocialCity.Web.Resources;

/// <summary>Names the texts of the conversation and its moderation. The Korean text itself is the key; English and Japanese stand in the resource files beside.</summary>
public sealed class ConversationTexts;
