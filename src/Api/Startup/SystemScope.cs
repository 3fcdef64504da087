using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Startup;

internal static class SystemScope
{
    /// <summary>Runs an action in a scope of its own, with the system as current user.</summary>
    public static async Task AsSystemAsync(this WebApplication app, Func<IServiceProvider, CancellationToken, Task> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().ActAsSystem();
        await work(scope.ServiceProvider, app.Lifetime.ApplicationStopping);
    }
}
