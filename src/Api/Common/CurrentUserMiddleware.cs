using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Common;

/// <summary>Passes the signed-in caller, and the version that they expect, to the use cases.</summary>
internal sealed class CurrentUserMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http, CurrentUser user)
    {
        user.SignIn(http);
        user.ExpectedVersion = ETags.Expected(http.Request);
        return next(http);
    }
}
