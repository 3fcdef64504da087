using System.Data.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Api.Common;

/// <summary>Records requests that were refused with 403 as security events, apart from whatever the request itself has changed.</summary>
internal sealed partial class RefusalLog(IServiceScopeFactory scopes, ILogger<RefusalLog> logger)
{
    public async Task AddAsync(HttpContext http, SecurityEventKind kind)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(http);
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RecordRefusal(kind), http.RequestAborted);
        }
        catch (Exception e) when (e is DbException or DbUpdateException or OperationCanceledException)
        {
            LogNotRecorded(logger, kind, e.GetType().Name);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The security event {Kind} could not be recorded ({Failure}).")]
    private static partial void LogNotRecorded(ILogger logger, SecurityEventKind kind, string failure);
}
