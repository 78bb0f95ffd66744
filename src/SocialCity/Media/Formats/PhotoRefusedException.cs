namespace SocialCity.Media.Formats;

/// <summary>Ends the reading of a container from any depth. Never leaves <see cref="PhotoInspector"/>, which turns it into a result.</summary>
internal sealed class PhotoRefusedException(PhotoRefusal refusal) : Exception(refusal.ToString())
{
    public PhotoRefusal Refusal => refusal;
}
