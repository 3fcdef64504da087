using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Api.ReportLinks;

/// <summary>Links with which contacts report without an account. No answer contains the token that opens one.</summary>
internal static class ReportLinkEndpoints
{
    public static void MapReportLinks(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/commitments/{id:guid}/report-links").WithTags("Commitments");
        group.MapPost("/", Send).WithName("sendReportLink").Produces<ReportLinkDetails>(201);
        group.MapGet("/", List).WithName("listReportLinks");
        group.MapGet("/{linkId:guid}", Get).WithName("getReportLink").Produces<ReportLinkDetails>();
        group.MapDelete("/{linkId:guid}", Revoke).WithName("revokeReportLink").Produces(204);
    }

    private static async Task<IResult> Send(Guid id, ReportLinkBody body, IMediator mediator, CancellationToken ct)
    {
        var link = await mediator.Send(new SendReportLink(new CommitmentId(id), new ContactId(body.ContactId), body.Reason), ct);
        return Results.Created($"/api/v1/commitments/{id}/report-links/{link.Value}", await ReadAsync(id, link.Value, mediator, ct));
    }

    private static Task<Page<ReportLinkDetails>> List(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListReportLinks(new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> Get(Guid id, Guid linkId, IMediator mediator, HttpContext http, CancellationToken ct) =>
        http.Tagged(await ReadAsync(id, linkId, mediator, ct));

    private static Task<ReportLinkDetails> ReadAsync(Guid id, Guid linkId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetReportLink(new CommitmentId(id), new ReportLinkId(linkId)), ct);

    private static async Task<IResult> Revoke(Guid id, Guid linkId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RevokeReportLink(new CommitmentId(id), new ReportLinkId(linkId)), ct);
        return Results.NoContent();
    }
}
