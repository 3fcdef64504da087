using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Review)]
public sealed record ReturnReport(CommitmentId CommitmentId, ProgressReportId ReportId, string Reason) : IRequest;

internal sealed class ReturnReportValidator : AbstractValidator<ReturnReport>
{
    public ReturnReportValidator() => RuleFor(r => r.Reason).Required(4000);
}

internal sealed class ReturnReportHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ReturnReport>
{
    public async Task<Unit> Handle(ReturnReport command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct, closedBy: command.ReportId)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == command.ReportId && r.CommitmentId == commitment.Id, ct);
        user.MustNotHaveReported(report);
        commitment.ReturnReport(
            report, command.Reason, await db.NextReviewDueAsync(commitment.Id, ct, report: report.Id), await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
