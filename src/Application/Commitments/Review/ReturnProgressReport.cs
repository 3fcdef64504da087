using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Review)]
public sealed record ReturnProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId, string Reason) : IRequest;

internal sealed class ReturnProgressReportValidator : AbstractValidator<ReturnProgressReport>
{
    public ReturnProgressReportValidator() => RuleFor(r => r.Reason).Required(4000);
}

internal sealed class ReturnProgressReportHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<ReturnProgressReport>
{
    public async Task<Unit> Handle(ReturnProgressReport command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct, closedBy: command.ReportId)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == command.ReportId && r.CommitmentId == commitment.Id, ct);
        user.MustNotHaveReported(report);
        commitment.ReturnProgressReport(
            report, command.Reason, await db.NextReviewDueAsync(commitment.Id, ct, report: report.Id), await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
