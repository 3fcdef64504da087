using MediatR;
using PartnershipTracker.Api.Dashboard.Forms;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Voices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Api.Dashboard.Reviews;

/// <summary>Reads what the pages of a reviewer show.</summary>
internal sealed class ReviewReader(IMediator mediator, TimeProvider time)
{
    public async Task<(CommitmentDetails Commitment, CommitmentActions Actions)> ReadAsync(Guid id, CancellationToken ct)
    {
        var found = await mediator.Send(new GetCommitment(new CommitmentId(id)), ct);
        return (found, await mediator.Send(new GetCommitmentActions(found), ct));
    }

    /// <returns>The report, and the one before it that was not returned, if there is one.</returns>
    public async Task<(ProgressReportDetails Report, ProgressReportDetails? Before)> ReportsAsync(
        Guid id,
        Guid reportId,
        int count,
        CancellationToken ct
    )
    {
        var commitment = new CommitmentId(id);
        var newest = (await mediator.Send(new ListProgressReports(commitment, count), ct)).Items;
        var report =
            newest.FirstOrDefault(r => r.Id == reportId)
            ?? await mediator.Send(new GetProgressReport(commitment, new ProgressReportId(reportId)), ct);
        return (report, newest.FirstOrDefault(r => r.SubmittedAt < report.SubmittedAt && r.Status != ProgressReportStatus.Returned));
    }

    public Task<ChangeRequestDetails> ChangeRequestAsync(Guid id, Guid changeRequestId, CancellationToken ct) =>
        mediator.Send(new GetChangeRequest(new CommitmentId(id), new ChangeRequestId(changeRequestId)), ct);

    /// <returns>The last assessment; null if there is none.</returns>
    public async Task<AssessmentDetails?> AssessmentAsync(CommitmentDetails commitment, CancellationToken ct) =>
        commitment.AssessedLevel is null ? null
        : (await mediator.Send(new GetCommitmentRecord(commitment, Rows: 1), ct)).Assessments is [var last, ..] ? last
        : null;

    /// <param name="claim">Only voices on this claim; on all claims where it is null.</param>
    public Task<CommitmentVoices> VoicesAsync(CommitmentDetails commitment, CancellationToken ct, Guid? claim = null) =>
        mediator.Send(new GetCommitmentVoices(commitment, claim), ct);

    /// <returns>The last progress report that was not returned; null if there is none.</returns>
    public async Task<ProgressReportDetails?> LastReportAsync(Guid id, int count, CancellationToken ct) =>
        (await mediator.Send(new ListProgressReports(new CommitmentId(id), count), ct)).Items.FirstOrDefault(r =>
            r.Status != ProgressReportStatus.Returned
        );

    public Task<DecisionPreview> PreviewAsync(
        CommitmentDetails commitment,
        bool accepts,
        string text,
        CancellationToken ct,
        ProgressReportId? report = null,
        ChangeRequestId? request = null
    ) => mediator.Send(new PreviewDecision(new CommitmentId(commitment.Id), accepts, text, report, request), ct);

    /// <summary>Today where the organization is.</summary>
    public DateOnly Today(CommitmentDetails commitment) => DueDay.Today(time.GetUtcNow(), Codes.TimeZone(commitment.TimeZone));

    /// <summary>What was typed, for the commitment as it is now.</summary>
    public async Task<Form> AgainAsync(Guid id, Form form, CancellationToken ct) =>
        form.At((await mediator.Send(new GetCommitment(new CommitmentId(id)), ct)).Version);

    /// <summary>The action on one part only.</summary>
    /// <param name="isOpen">Whether the part still awaits a decision.</param>
    public static CommitmentAction Part(CommitmentAction action, Guid part, bool isOpen)
    {
        if (action.Parts.Contains(part) || (!action.Allowed && action.IsForbidden))
            return action;
        return isOpen
            ? action with
            {
                Allowed = false,
                Code = AccessErrors.OwnFiling().Code,
                IsForbidden = true,
            }
            : action with
            {
                Allowed = false,
                Reason = Texts.Page("decide.decided"),
                IsForbidden = false,
            };
    }

    /// <returns>The page that says why nothing can be decided here; null if something can.</returns>
    /// <exception cref="DomainException">The caller may not decide.</exception>
    public static IResult? NothingToDecide(CommitmentDetails commitment, CommitmentAction action, Form form) =>
        action switch
        {
            { Allowed: true } => null,
            { IsForbidden: true, Code: { } code } => throw DomainException.Forbidden(code),
            _ => Pages.Page<NothingToDecidePage>(new { Commitment = commitment, Reason = action.Reason! }, form.Status),
        };
}
