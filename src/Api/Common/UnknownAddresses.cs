using Microsoft.AspNetCore.Routing.Template;

namespace PartnershipTracker.Api.Common;

/// <summary>
/// An unknown page is answered with 404 without a sign-in; an unknown address of the API requires a key first. A 405 is answered only for
/// addresses of our own routes, because the framework's route for static files matches every path, for GET alone.
/// </summary>
internal sealed class UnknownAddresses(RequestDelegate next, EndpointDataSource routes)
{
    private readonly Lazy<TemplateMatcher[]> _ours = new(() =>
    [
        .. routes.Endpoints.OfType<RouteEndpoint>().Where(route => !route.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
            .Select(route => new TemplateMatcher(new RouteTemplate(route.RoutePattern), [])),
    ]);

    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint() is RouteEndpoint || (http.GetEndpoint() is not null && Array.Exists(_ours.Value, route => route.TryMatch(http.Request.Path, [])))) return next(http);

        http.SetEndpoint(null);
        if (http.Request.Path.StartsWithSegments("/api")) return next(http);
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
