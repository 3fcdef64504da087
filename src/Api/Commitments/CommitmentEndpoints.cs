using System.Text.Json;
using MediatR;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Api.Commitments;

internal static class CommitmentEndpoints
{
    public static void MapCommitments(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/commitments").WithTags("Commitments");
        group.MapPost("/", Draft).WithName("draftCommitment").Produces<CommitmentDetails>(201);
        group.MapGet("/", List).WithName("listCommitments");
        group.MapGet("/{id:guid}", Get).WithName("getCommitment").Produces<CommitmentDetails>();
        group.MapGet("/{id:guid}/actions", Actions).WithName("getCommitmentActions");
        group.MapPut("/{id:guid}", Revise).WithName("reviseCommitment").Produces<CommitmentDetails>();
        group
            .MapPatch("/{id:guid}", Patch)
            .WithName("patchCommitment")
            .Accepts<CommitmentDraft>(MergePatch.ContentType, "application/json")
            .Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/submit", Submit).WithName("submitCommitment").Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/accept", Accept).WithName("acceptCommitment").Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/return", Return).WithName("returnCommitment").Produces<CommitmentDetails>();
        group
            .MapPost("/{id:guid}/withdraw", Withdraw)
            .WithName("withdrawCommitment")
            .Produces<CommitmentDetails>()
            .Produces<CommitmentDetails>(202);
        group.MapPost("/{id:guid}/close", Close).WithName("closeCommitment").Produces<CommitmentDetails>();
        group
            .MapPost("/{id:guid}/supersede", Supersede)
            .WithName("supersedeCommitment")
            .Produces<CommitmentDetails>()
            .Produces<CommitmentDetails>(202);
        group.MapPost("/{id:guid}/reopen", Reopen).WithName("reopenCommitment").Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/hand-over", HandOver).WithName("handOverCommitment").Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/supporters", AddSupporter).WithName("addSupporter").Produces<CommitmentDetails>(201);
        group.MapDelete("/{id:guid}/supporters/{organizationId:guid}", RemoveSupporter).WithName("removeSupporter").Produces(204);
        group.MapPost("/{id:guid}/payments", RecordPayment).WithName("recordPayment").Produces<PaymentDetails>(201);
        group.MapGet("/{id:guid}/payments", ListPayments).WithName("listPayments");
        group.MapPost("/score", Score).WithName("scoreDraft");
        group
            .MapPost("/{id:guid}/milestones/{milestoneId:guid}/reopen", ReopenMilestone)
            .WithName("reopenMilestone")
            .Produces<CommitmentDetails>();
        group
            .MapPost("/{id:guid}/milestones/{milestoneId:guid}/complete", CompleteMilestone)
            .WithName("completeMilestone")
            .Produces<CommitmentDetails>();
        group.MapPost("/{id:guid}/reports", ReportProgress).WithName("reportProgress").Produces<ProgressReportDetails>(201);
        group.MapGet("/{id:guid}/reports", ListProgressReports).WithName("listProgressReports");
        group
            .MapGet("/{id:guid}/reports/{reportId:guid}", GetProgressReport)
            .WithName("getProgressReport")
            .Produces<ProgressReportDetails>();
        group.MapGet("/{id:guid}/history", History).WithName("getHistory");
        group.MapGet("/{id:guid}/versions", Versions).WithName("listVersions");
    }

    private static async Task<IResult> Draft(CommitmentBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var id = await mediator.Send(body.ToCommand(), ct);
        var commitment = await mediator.Send(new GetCommitment(id), ct);
        return http.CreatedTagged($"/api/v1/commitments/{commitment.Id}", commitment, commitment.Version);
    }

    private static Task<Page<CommitmentItem>> List([AsParameters] ListCommitments query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var commitment = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        return http.Tagged(commitment, commitment.Version);
    }

    /// <summary>What the caller may do with the commitment now, and why not the rest.</summary>
    private static async Task<CommitmentActions> Actions(Guid id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetCommitmentActions(await mediator.Send(new GetCommitment(new CommitmentId(id)), ct)), ct);

    private static Task<IResult> Revise(Guid id, CommitmentDraft body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ReviseCommitment(new CommitmentId(id), body), mediator, http, ct);

    /// <summary>
    /// Changes parts of a draft. If another person changed it meanwhile, the request is refused even without <c>If-Match</c>.
    /// </summary>
    private static async Task<IResult> Patch(
        Guid id,
        JsonElement body,
        IMediator mediator,
        CurrentUser user,
        IOptions<JsonOptions> json,
        HttpContext http,
        CancellationToken ct
    )
    {
        var (draft, version) = await mediator.Send(new GetDraft(new CommitmentId(id)), ct);
        user.ExpectedVersion ??= version;
        return await Revise(id, MergePatch.Apply(draft, body, json.Value.SerializerOptions), mediator, http, ct);
    }

    private static Task<IResult> Submit(Guid id, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new SubmitCommitment(new CommitmentId(id)), mediator, http, ct);

    private static Task<IResult> Accept(Guid id, IMediator mediator, HttpContext http, CancellationToken ct, AcceptBody? body = null) =>
        Do(id, new AcceptCommitment(new CommitmentId(id), body?.Reason), mediator, http, ct);

    private static Task<IResult> Return(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ReturnCommitment(new CommitmentId(id), body.Reason), mediator, http, ct);

    /// <summary>
    /// Withdraws the commitment. If it is overdue or reported complete, a reviewer decides: the answer is 202, and <c>Location</c> is the
    /// change request.
    /// </summary>
    private static Task<IResult> Withdraw(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        End(id, new WithdrawCommitment(new CommitmentId(id), body.Reason), mediator, http, ct);

    private static Task<IResult> Close(Guid id, CloseBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new CloseCommitment(new CommitmentId(id), body.Outcome, body.Narrative, body.ClosedOn), mediator, http, ct);

    /// <summary>
    /// Replaces the commitment with another one. If it is overdue or reported complete, a reviewer decides: the answer is 202, and
    /// <c>Location</c> is the change request.
    /// </summary>
    private static Task<IResult> Supersede(Guid id, SupersedeBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        End(id, new SupersedeCommitment(new CommitmentId(id), new CommitmentId(body.SuccessorId), body.Reason), mediator, http, ct);

    private static Task<IResult> Reopen(Guid id, ReasonBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new ReopenCommitment(new CommitmentId(id), body.Reason), mediator, http, ct);

    private static Task<IResult> HandOver(Guid id, HandOverBody body, IMediator mediator, HttpContext http, CancellationToken ct) =>
        Do(id, new HandOverCommitment(new CommitmentId(id), new OrganizationId(body.OrganizationId), body.Reason), mediator, http, ct);

    private static async Task<IResult> AddSupporter(Guid id, SupporterBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new AddSupporter(new CommitmentId(id), new OrganizationId(body.OrganizationId), body.Share), ct);
        var commitment = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        return http.CreatedTagged($"/api/v1/commitments/{id}", commitment, commitment.Version);
    }

    private static async Task<IResult> RemoveSupporter(Guid id, Guid organizationId, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveSupporter(new CommitmentId(id), new OrganizationId(organizationId)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> RecordPayment(Guid id, PaymentBody body, IMediator mediator, CancellationToken ct)
    {
        var payment = await mediator.Send(
            new RecordPayment(new CommitmentId(id), body.Amount, body.Currency, body.PaidOn, body.Evidence),
            ct
        );
        return Results.Created($"/api/v1/commitments/{id}/payments", payment);
    }

    private static Task<Page<PaymentDetails>> ListPayments(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListPayments(new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static Task<SmartAnswer> Score(ScoreBody body, IMediator mediator, CancellationToken ct) =>
        mediator.Send(new ScoreDraft(body, body.OrganizationId is { } organization ? new OrganizationId(organization) : null), ct);

    private static Task<IResult> ReopenMilestone(
        Guid id,
        Guid milestoneId,
        ReasonBody body,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => Do(id, new ReopenMilestone(new CommitmentId(id), new MilestoneId(milestoneId), body.Reason), mediator, http, ct);

    private static Task<IResult> CompleteMilestone(
        Guid id,
        Guid milestoneId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct,
        CompleteMilestoneBody? body = null
    ) => Do(id, new CompleteMilestone(new CommitmentId(id), new MilestoneId(milestoneId), body?.CompletedOn), mediator, http, ct);

    private static async Task<IResult> ReportProgress(Guid id, ProgressBody body, IMediator mediator, CancellationToken ct)
    {
        var report = await mediator.Send(body.ToCommand(new CommitmentId(id)), ct);
        var details = await mediator.Send(new GetProgressReport(new CommitmentId(id), report), ct);
        return Results.Created($"/api/v1/commitments/{id}/reports/{report.Value}", details);
    }

    private static async Task<IResult> GetProgressReport(
        Guid id,
        Guid reportId,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    ) => http.Tagged(await mediator.Send(new GetProgressReport(new CommitmentId(id), new ProgressReportId(reportId)), ct));

    private static Task<Page<ProgressReportDetails>> ListProgressReports(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListProgressReports(new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static Task<Page<HistoryItem>> History(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new GetHistory(new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static Task<Page<VersionDetails>> Versions(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListVersions(new CommitmentId(id), limit, cursor, updatedSince), ct);

    private static async Task<IResult> End(
        Guid id,
        IRequest<ChangeRequestId?> command,
        IMediator mediator,
        HttpContext http,
        CancellationToken ct
    )
    {
        var request = await mediator.Send(command, ct);
        var commitment = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        return request is { } waiting
            ? http.AcceptedTagged($"/api/v1/commitments/{id}/change-requests/{waiting.Value}", commitment, commitment.Version)
            : http.Tagged(commitment, commitment.Version);
    }

    private static async Task<IResult> Do(Guid id, IRequest command, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(command, ct);
        return await Get(id, mediator, http, ct);
    }
}
