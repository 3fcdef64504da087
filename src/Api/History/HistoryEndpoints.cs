using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;

namespace PartnershipTracker.Api.History;

internal static class HistoryEndpoints
{
    public static void MapHistory(this RouteGroupBuilder api)
    {
        api.MapGet("/history", List).WithTags("History").WithName("listHistory");
        api.MapGet("/history.csv", Export).WithTags("History").WithName("exportHistory").Produces<string>(200, "text/csv");
        api.MapGet("/audit/verify", Verify).WithTags("History").WithName("verifyAudit");
    }

    private static Task<Page<HistoryLine>> List([AsParameters] ListHistory query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static IResult Export([AsParameters] HistoryFilter filter, IMediator mediator, CancellationToken ct) =>
        Results.Stream(body => mediator.Send(new ExportHistory(filter, body), ct), "text/csv; charset=utf-8", "history.csv");

    private static Task<AuditResult> Verify(IMediator mediator, CancellationToken ct, string? head = null) =>
        mediator.Send(new VerifyAudit(head), ct);
}
