using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Infrastructure.Configuration;

namespace PartnershipTracker.Infrastructure;

/// <summary>
/// Determines the addresses on which the program listens, from any way that ASP.NET supports to set them, and the address for links if none
/// is configured.
/// </summary>
public static class Listening
{
    /// <summary>The default. It is not in appsettings, where it would take precedence over some of the ways to set the address.</summary>
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>
    /// A port that the system chooses is known only after the start, so links written before it contain only the host name.
    /// </summary>
    private static readonly Uri NotYetKnown = new("http://localhost/");

    /// <summary>The configured addresses, in Kestrel's order of precedence; empty if none is configured.</summary>
    public static IReadOnlyList<string> Configured(IConfiguration configuration)
    {
        var endpoints = configuration
            .GetSection("Kestrel:Endpoints")
            .GetChildren()
            .Select(endpoint => endpoint["Url"])
            .OfType<string>()
            .ToList();
        if (endpoints.Count > 0)
            return endpoints;
        if (Split(configuration["urls"]) is { Length: > 0 } urls)
            return urls;
        return [.. Ports(configuration, "http"), .. Ports(configuration, "https")];
    }

    /// <exception cref="ConfigurationException">An address is invalid, or the program can be reached from other machines and no public
    /// address is configured.</exception>
    internal static IServiceCollection AddPublicUrl(this IServiceCollection services, IConfiguration configuration)
    {
        var configured = Configured(configuration);
        List<BindingAddress> addresses = [.. (configured.Count > 0 ? configured : [DefaultAddress]).Select(Read)];
        if (configuration.Setting<Uri?>("Tracker:PublicUrl", null) is { } given)
            return services.AddSingleton(new PublicUrl(new Uri(given.OriginalString.TrimEnd('/') + "/")));

        if (addresses.Find(address => !IsOnlyHere(address)) is { } open && !configuration.Setting("Demo:Enabled", otherwise: false))
            throw new ConfigurationException(
                $"Tracker:PublicUrl is missing, but others reach the program at {open}, and links in mail need the address that people use."
            );
        if (addresses.TrueForAll(address => address.Port != 0))
            return services.AddSingleton(new PublicUrl(() => LinkTo(addresses)));
        return services.AddSingleton(provider => new PublicUrl(() => LinkTo(Bound(provider))));
    }

    private static string[] Split(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>ASPNETCORE_HTTP_PORTS</c>, which applies to every address of the machine.</summary>
    private static IEnumerable<string> Ports(IConfiguration configuration, string scheme)
    {
        foreach (var port in Split(configuration[scheme + "_ports"]))
        {
            if (!ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                throw new ConfigurationException($"{scheme}_ports is '{port}', but must be a whole number from 0 to 65535.");
            yield return $"{scheme}://*:{port}";
        }
    }

    private static BindingAddress Read(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            return address is not { Port: 0, Host: "localhost" }
                ? address
                : throw new ConfigurationException(
                    $"Urls is '{text}', but a free port can be chosen for an IP address only, as in http://127.0.0.1:0."
                );
        }
        catch (FormatException)
        {
            throw new ConfigurationException($"Urls is '{text}', but must be an address such as {DefaultAddress}.");
        }
    }

    /// <summary>Kestrel listens on all addresses for every host name except localhost.</summary>
    private static bool IsOnlyHere(BindingAddress address)
    {
        if (IPAddress.TryParse(address.Host, out var ip))
            return IPAddress.IsLoopback(ip);
        return address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<BindingAddress> Bound(IServiceProvider provider) =>
        (provider.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Select(BindingAddress.Parse)
            .Where(address => address.Port != 0);

    /// <summary>http before https, because secure cookies are used only if links use https. A Unix socket has no link.</summary>
    private static Uri LinkTo(IEnumerable<BindingAddress> addresses) =>
        addresses
            .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
            .OrderByDescending(address => address.Scheme == Uri.UriSchemeHttp)
            .Select(LinkTo)
            .FirstOrDefault()
        ?? NotYetKnown;

    private static Uri LinkTo(BindingAddress address)
    {
        var isEvery =
            address.Host is "*" or "+"
            || (IPAddress.TryParse(address.Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any)));
        return new UriBuilder(address.Scheme, isEvery ? "localhost" : address.Host, address.Port).Uri;
    }
}
