namespace SocialCity.Web.Areas.Office;

/// <summary>A form that changes something: it brings the version that was read, so that nobody's work is overwritten unseen.</summary>
public abstract class VersionedForm
{
    public Guid Version { get; set; }
}
