using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Api.Commitments;

/// <summary>What awaits a decision, and the decisions on change requests and progress reports, and assessments.</summary>
internal static class ReviewEndpoints
{
    public static void MapReviews(this RouteGroupBuilder api)
    {
        api.MapGet("/reviews", ListReviews).WithTags("Review").WithName("listReviews");
        var group = api.MapGroup("/commitments/{id:guid}").WithTags("Review");
        group.MapPost("/change-requests", RequestChange).WithName("requestChange").Produces<ChangeRequestDetails>(201);
        group.MapGet("/change-requests", ListChangeRequests).WithName("listChangeRequests");
        group
            .MapGet("/change-requests/{changeRequestId:guid}", GetChangeRequest)
            .WithName("getChangeRequest")
            .Produces<ChangeRequestDetails>();
        group
            .MapPost("/change-requests/{changeRequestId:guid}/approve", ApproveChangeRequest)
            .WithName("approveChangeRequest")
            .Produces<ChangeRequestDetails>();
        group
            .MapPost("/change-requests/{changeRequestId:guid}/reject", RejectChangeRequest)
            .WithName("rejectChangeRequest")
            .Produces<ChangeRequestDetails>();
        group
            .MapPost("/reports/{reportId:guid}/accept", AcceptProgressReport)
            .WithName("acceptProgressReport")
            .Produces<ProgressReportDetails>();
        group
            .MapPost("/reports/{reportId:guid}/return", ReturnProgressReport)
            .WithName("returnProgressReport")
            .Produces<ProgressReportDetails>();
        group.MapPost("/decision-preview", PreviewDecision).WithName("previewDecision");
        group.MapPost("/assessments", Assess).WithName("assessCommitment").Produces<AssessmentDetails>(201);
        group.MapGet("/assessments", ListAssessments).WithName("listAssessments");
    }

    private static Task<Page<WaitingReview>> ListReviews([AsParameters] ListReviews query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    /// <summary>Writes the mail that a decision would send. Nothing is decided and nothing is sent.</summary>
    private static Task<DecisionPreview> PreviewDecision(Guid id, DecisionPreviewBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(
            new PreviewDecision(
                new CommitmentId(id),
                body.Accepts,
                body.Text,
                body.ReportId is { } report ? new ProgressReportId(report) : null,
                body.ChangeRequestId is { } request ? new ChangeRequestId(request) : null
            ),
            ct
        );

    private static async Task<IResult> RequestChange(Guid id, ChangeRequestBody body, IMediator mediator, CancellationToken ct)
    {
        var change = await mediator.Send(new RequestChange(new CommitmentId(id), body.ToTerms()), ct);
        return Results.Created(
            $"/api/v1/commitments/{id}/change-requests/{change.Value}",
            await mediator.Send(new GetChangeRequest(new CommitmentId(id), change), ct)
        );
    }

    private static Task<Page<ChangeRequestDetails>> ListChangeRequests(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        ChangeRequestStatus? status = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListChangeRequests(new CommitmentId(id), status, limit, cursor, updatedSince), ct);

    private static async Task<IResult> GetChangeRequest(
        Guid id,
        Guid changeRequestId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => http.Tagged(await ReadAsync(id, changeRequestId, mediator, ct));

    private static Task<ChangeRequestDetails> ReadAsync(Guid id, Guid changeRequestId, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new GetChangeRequest(new CommitmentId(id), new ChangeRequestId(changeRequestId)), ct);

    private static async Task<ChangeRequestDetails> ApproveChangeRequest(
        Guid id,
        Guid changeRequestId,
        IMediator mediator,
        CancellationToken ct,
        NoteBody? body = null
    )
    {
        await mediator.Send(new ApproveChangeRequest(new CommitmentId(id), new ChangeRequestId(changeRequestId), body?.Note), ct);
        return await ReadAsync(id, changeRequestId, mediator, ct);
    }

    private static async Task<ChangeRequestDetails> RejectChangeRequest(
        Guid id,
        Guid changeRequestId,
        RejectBody body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new RejectChangeRequest(new CommitmentId(id), new ChangeRequestId(changeRequestId), body.Note), ct);
        return await ReadAsync(id, changeRequestId, mediator, ct);
    }

    private static async Task<ProgressReportDetails> AcceptProgressReport(
        Guid id,
        Guid reportId,
        IMediator mediator,
        CancellationToken ct,
        NoteBody? body = null
    )
    {
        await mediator.Send(new AcceptProgressReport(new CommitmentId(id), new ProgressReportId(reportId), body?.Note), ct);
        return await mediator.Send(new GetProgressReport(new CommitmentId(id), new ProgressReportId(reportId)), ct);
    }

    private static async Task<ProgressReportDetails> ReturnProgressReport(
        Guid id,
        Guid reportId,
        ReasonBody body,
        IMediator mediator,
        CancellationToken ct
    )
    {
        await mediator.Send(new ReturnProgressReport(new CommitmentId(id), new ProgressReportId(reportId), body.Reason), ct);
        return await mediator.Send(new GetProgressReport(new CommitmentId(id), new ProgressReportId(reportId)), ct);
    }

    private static async Task<IResult> Assess(Guid id, AssessmentBody body, IMediator mediator, CancellationToken ct)
    {
        var assessment = await mediator.Send(new AssessCommitment(new CommitmentId(id), body.Level, body.Narrative, body.AsOf), ct);
        return Results.Created($"/api/v1/commitments/{id}/assessments", assessment);
    }

    private static Task<Page<AssessmentDetails>> ListAssessments(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListAssessments(new CommitmentId(id), limit, cursor, updatedSince), ct);
}
