using Microsoft.AspNetCore.Http.Features;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// Takes the token out of the address of a calendar before anybody can write the address down: the log of requests, its scopes, traces and
/// problems all read the path, and it says <see cref="Calendar"/> for every one.
/// </summary>
internal sealed class SecretPaths(IServiceProvider services) : IHttpContextFactory
{
    public const string Calendar = "/calendars/feed.ics";
    private const string Folder = "/calendars/", Ending = ".ics";

    private readonly DefaultHttpContextFactory _inner = new(services);

    public static string AddressOf(string token) => Folder + token + Ending;

    public static string TokenOf(HttpContext http) => http.Features.Get<Token>()?.Text ?? "";

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        var http = _inner.Create(featureCollection);
        var request = featureCollection.GetRequiredFeature<IHttpRequestFeature>();
        if (!request.Path.StartsWith(Folder, StringComparison.OrdinalIgnoreCase)) return http;

        var name = request.Path[Folder.Length..];
        http.Features.Set(new Token(name.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) ? name[..^Ending.Length] : name));
        (request.Path, request.RawTarget) = (Calendar, Calendar);
        return http;
    }

    public void Dispose(HttpContext httpContext) => _inner.Dispose(httpContext);

    private sealed record Token(string Text);
}
