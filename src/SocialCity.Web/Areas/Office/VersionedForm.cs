namespace SocialCity.Web.Areas.Office;

/// <summary>
/// A form that changes something: it brings the version that was read, so that nobody's work is overwritten unseen. One that makes something
/// brings a new key there, so that sent twice it makes it once.
/// </summary>
public abstract class VersionedForm
{
    public Guid Version { get; set; }
}
