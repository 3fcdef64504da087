using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Review)]
public sealed record ReturnProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId, string Reason) : IRequest;

internal sealed class ReturnProgressReportValidator : AbstractValidator<ReturnProgressReport>
{
    public ReturnProgressReportValidator() => RuleFor(r => r.Reason).Required(Limits.Note);
}

internal sealed class ReturnProgressReportHandler(ITrackerDb db, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<ReturnProgressReport>
{
    public async Task<Unit> Handle(ReturnProgressReport command, CancellationToken ct)
    {
        var (commitment, report, nextReviewDueAt, otherCompletion, context) = await pending.OfReportAsync(
            command.CommitmentId,
            command.ReportId,
            ct
        );
        commitment.ReturnProgressReport(report, command.Reason, nextReviewDueAt, otherCompletion, context);
        await mailer.TellReporterAsync(commitment, report, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
