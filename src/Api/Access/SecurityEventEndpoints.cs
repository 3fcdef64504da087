using MediatR;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Access;

internal static class SecurityEventEndpoints
{
    public static void MapSecurityEvents(this RouteGroupBuilder api) =>
        api.MapGet("/security-events", List).WithTags("People").WithName("listSecurityEvents");

    private static Task<Page<SecurityEventItem>> List([AsParameters] ListSecurityEvents query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);
}
