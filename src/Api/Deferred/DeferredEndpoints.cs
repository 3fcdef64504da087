using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Api.Deferred;

internal static class DeferredEndpoints
{
    public static void MapDeferredWork(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/deferred").WithTags("Deferred work");
        group.MapGet("", List).WithName("listDeferredWork");
        group.MapGet("/{id:guid}", Get).WithName("getDeferredWork").Produces<DeferredWorkDetails>();
        group.MapPost("/{id:guid}/retry", Retry).WithName("retryDeferredWork");
        group.MapPost("/{id:guid}/drop", Drop).WithName("dropDeferredWork").Produces(204);
    }

    private static Task<Page<DeferredWorkDetails>> List([AsParameters] ListDeferredWork query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetDeferredWork(new DeferredWorkId(id)), ct));

    private static Task<DeferredWorkDetails> Retry(Guid id, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new RetryDeferredWork(new DeferredWorkId(id)), ct);

    private static async Task<IResult> Drop(Guid id, DropBody body, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new DropDeferredWork(new DeferredWorkId(id), body.Reason), ct);
        return Results.NoContent();
    }
}
