namespace PartnershipTracker.Application.Common;

/// <summary>Where people and systems reach us, for links in what we send (<c>Tracker:PublicUrl</c>).</summary>
public sealed record PublicUrl(Uri Address)
{
    public string To(string path) => new Uri(Address, path.TrimStart('/')).ToString();
}
