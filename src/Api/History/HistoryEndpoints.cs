using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Exports;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Api.History;

internal static class HistoryEndpoints
{
    public static void MapHistory(this RouteGroupBuilder api)
    {
        api.MapGet("/history", List).WithTags("History").WithName("listHistory");
        api.MapGet("/history.csv", Export).WithTags("History").WithName("exportHistory").Produces<string>(200, "text/csv");

        var audit = api.MapGroup("/audit").WithTags("History");
        audit.MapGet("/head", Head).WithName("getAuditHead");
        audit.MapPost("/verifications", Verify).WithName("requestAuditVerification").Produces<AuditVerificationDetails>(202);
        audit.MapGet("/verifications", ListVerifications).WithName("listAuditVerifications");
        audit.MapGet("/verifications/{id:guid}", GetVerification).WithName("getAuditVerification").Produces<AuditVerificationDetails>();
    }

    private static Task<Page<HistoryLine>> List([AsParameters] ListHistory query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static IResult Export([AsParameters] HistoryFilter filter, IMediator mediator, CancellationToken ct) =>
        Results.Stream(
            body => mediator.Send(new ExportHistory(filter, TableFormat.Csv, body), ct),
            "text/csv; charset=utf-8",
            "history.csv"
        );

    private static Task<AuditChainState> Head(IMediator mediator, CancellationToken ct) => mediator.Send(new GetAuditHead(), ct);

    private static async Task<IResult> Verify(RequestAuditVerification? body, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(body ?? new RequestAuditVerification(), ct);
        return Results.Accepted($"/api/v1/audit/verifications/{id.Value}", await mediator.Send(new GetAuditVerification(id), ct));
    }

    private static Task<Page<AuditVerificationItem>> ListVerifications(
        [AsParameters] ListAuditVerifications query,
        IMediator mediator,
        CancellationToken ct
    ) => mediator.Send(query, ct);

    private static async Task<IResult> GetVerification(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await mediator.Send(new GetAuditVerification(new AuditVerificationId(id)), ct));
}
