using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Notices;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Review)]
public sealed record AcceptProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId, string? Note = null) : IRequest;

internal sealed class AcceptProgressReportValidator : AbstractValidator<AcceptProgressReport>
{
    public AcceptProgressReportValidator() => RuleFor(r => r.Note).Optional(Limits.Note);
}

internal sealed class AcceptProgressReportHandler(ITrackerDb db, PendingDecisions pending, DecisionMailer mailer)
    : IRequestHandler<AcceptProgressReport>
{
    public async Task<Unit> Handle(AcceptProgressReport command, CancellationToken ct)
    {
        var (commitment, report, nextReviewDueAt, _, context) = await pending.OfReportAsync(command.CommitmentId, command.ReportId, ct);
        commitment.AcceptProgressReport(report, command.Note, nextReviewDueAt, context);
        await mailer.TellReporterAsync(commitment, report, context, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
