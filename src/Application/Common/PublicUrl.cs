namespace PartnershipTracker.Application.Common;

/// <summary>Where people and systems reach us, for links in what we send (<c>Tracker:PublicUrl</c>).</summary>
public sealed class PublicUrl
{
    private readonly Func<Uri> _address;

    public PublicUrl(Uri address) => _address = () => address;

    /// <summary>Nobody has said it: it follows from where the program listens, which may be known only after the start.</summary>
    public PublicUrl(Func<Uri> listensAt) => (_address, IsGuess) = (listensAt, true);

    public Uri Address => _address();

    public bool IsGuess { get; }

    public string To(string path) => new Uri(Address, path.TrimStart('/')).ToString();
}
