using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Accountability;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Api.Accountability;

internal static class AccountabilityEndpoints
{
    public static void MapAccountability(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/accountability").WithTags("Accountability");
        group.MapGet("/flags", ListFlags).WithName("listFlags");
        group.MapPost("/sweep", Sweep).WithName("sweep").WithMetadata(new CommitsItself());
    }

    private static Task<Page<FlagItem>> ListFlags([AsParameters] ListFlags query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static Task<SweepResult> Sweep(IMediator mediator, CancellationToken ct) => mediator.Send(new Sweep(), ct);
}
