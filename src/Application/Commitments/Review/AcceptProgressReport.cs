using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Review)]
public sealed record AcceptProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId, string? Note = null) : IRequest;

internal sealed class AcceptProgressReportValidator : AbstractValidator<AcceptProgressReport>
{
    public AcceptProgressReportValidator() => RuleFor(r => r.Note).Optional(4000);
}

internal sealed class AcceptProgressReportHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<AcceptProgressReport>
{
    public async Task<Unit> Handle(AcceptProgressReport command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        var report = await db.ProgressReports.GetAsync("progressReport", r => r.Id == command.ReportId && r.CommitmentId == commitment.Id, ct);
        user.MustNotHaveReported(report);
        commitment.AcceptProgressReport(
            report, command.Note, await db.NextReviewDueAsync(commitment.Id, ct, report: report.Id), await contexts.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
