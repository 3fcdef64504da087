using MediatR;
using PartnershipTracker.Application.Work;

namespace PartnershipTracker.Api.Work;

internal static class WorkEndpoints
{
    public static void MapWork(this RouteGroupBuilder api) => api.MapGet("/work", GetWork).WithTags("Work").WithName("getWork");

    /// <summary>What needs the caller: the first rows of each list that leads to something to do, and how many there are.</summary>
    private static Task<WorkToDo> GetWork(IMediator mediator, CancellationToken ct) => mediator.Send(new GetWork(), ct);
}
