using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <summary>
/// Writes the mail that a decision would send: on a progress report or a change request if one is named, otherwise on the submitted
/// commitment. Nothing is decided and nothing is sent.
/// </summary>
/// <param name="Accepts">Whether it is accepted or approved; otherwise it is returned or rejected.</param>
/// <param name="Text">The reason or note.</param>
[Needs(Right.Review)]
public sealed record PreviewDecision(
    CommitmentId CommitmentId,
    bool Accepts,
    string? Text = null,
    ProgressReportId? ReportId = null,
    ChangeRequestId? ChangeRequestId = null
) : IRequest<DecisionPreview>;

/// <summary>The mail about a decision, as it would be written now.</summary>
/// <param name="To">The names of those who would get it, as far as they are known; empty if there is nobody.</param>
public sealed record DecisionPreview(string Subject, IReadOnlyList<string> Sentences, IReadOnlyList<string> To);

internal sealed class PreviewDecisionValidator : AbstractValidator<PreviewDecision>
{
    public PreviewDecisionValidator() => RuleFor(d => d.Text).Optional(Limits.Note);
}

internal sealed class PreviewDecisionHandler(ITrackerDb db, ICurrentUser user, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<PreviewDecision, DecisionPreview>
{
    /// <summary>Stands for a reason that is not written yet.</summary>
    private const string NotWritten = "…";

    public async Task<DecisionPreview> Handle(PreviewDecision query, CancellationToken ct)
    {
        try
        {
            return await DecideAsync(query, ct);
        }
        finally
        {
            // What was decided here only to write the mail must not be saved with anything else.
            db.Session.ClearTracked();
        }
    }

    private Task<DecisionPreview> DecideAsync(PreviewDecision query, CancellationToken ct)
    {
        var reason = Blank.ToNull(query.Text) ?? NotWritten;
        return query switch
        {
            { ReportId: { } report } => OfReportAsync(query, report, reason, ct),
            { ChangeRequestId: { } request } => OfChangeRequestAsync(query, request, reason, ct),
            _ => OfSubmissionAsync(query, reason, ct),
        };
    }

    private async Task<DecisionPreview> OfSubmissionAsync(PreviewDecision query, string reason, CancellationToken ct)
    {
        var (commitment, context) = await pending.OfSubmissionAsync(query.CommitmentId, ct);
        if (query.Accepts)
            commitment.Accept(reason, context);
        else
            commitment.Return(reason, context);
        return await mailer.PreviewAsync(commitment, context, ct);
    }

    private async Task<DecisionPreview> OfReportAsync(PreviewDecision query, ProgressReportId id, string reason, CancellationToken ct)
    {
        var (commitment, report, next, completion, context) = await pending.OfReportAsync(query.CommitmentId, id, ct);
        if (query.Accepts)
            commitment.AcceptProgressReport(report, query.Text, next, context);
        else
            commitment.ReturnProgressReport(report, reason, next, completion, context);
        return await mailer.PreviewAsync(commitment, report, context, ct);
    }

    private async Task<DecisionPreview> OfChangeRequestAsync(PreviewDecision query, ChangeRequestId id, string reason, CancellationToken ct)
    {
        var (commitment, request, next, context) = await pending.OfChangeRequestAsync(query.CommitmentId, id, ct);
        var successorIsActive = request.SuccessorId is { } successor && await db.CanReplaceAsync(user, successor, commitment, ct);
        if (query.Accepts)
            commitment.ApproveChangeRequest(request, query.Text, next, context, successorIsActive);
        else
            commitment.RejectChangeRequest(request, reason, next, context);
        return await mailer.PreviewAsync(commitment, request, context, ct);
    }
}
