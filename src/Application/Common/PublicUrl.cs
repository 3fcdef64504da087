namespace PartnershipTracker.Application.Common;

/// <summary>The public address of the installation, for links in mails and messages (<c>Tracker:PublicUrl</c>).</summary>
public sealed class PublicUrl
{
    private readonly Func<Uri> _address;

    public PublicUrl(Uri address) => _address = () => address;

    /// <summary>
    /// The address is not configured. It is derived from where the program listens, which may be known only after the start.
    /// </summary>
    public PublicUrl(Func<Uri> listensAt) => (_address, IsGuess) = (listensAt, true);

    public Uri Address => _address();

    public bool IsGuess { get; }

    public bool IsHttps => Address.Scheme == Uri.UriSchemeHttps;

    public string To(string path) => new Uri(Address, path.TrimStart('/')).ToString();
}
