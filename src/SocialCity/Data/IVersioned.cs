namespace SocialCity.Data;

/// <summary>
/// An aggregate that two people may edit at once. <see cref="Version"/> changes with each save
/// (<see cref="VersionInterceptor"/>); a form posts it back, and an older one is a conflict.
/// </summary>
public interface IVersioned
{
    Guid Version { get; }
}
