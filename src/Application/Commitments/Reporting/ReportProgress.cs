using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <param name="AsOf">The day that the report is about, never in the future.</param>
/// <param name="Value">In the unit of the measure; left out if unknown.</param>
/// <param name="ReportsCompletion">
/// Reports the commitment complete. Its delivery deadline then no longer applies, and it awaits review.
/// </param>
[Needs(Right.Contribute)]
public sealed record ReportProgress(
    CommitmentId CommitmentId,
    DateOnly AsOf,
    string Narrative,
    decimal? Value = null,
    string? Barriers = null,
    bool ReportsCompletion = false,
    IReadOnlyList<EvidenceLink>? Evidence = null
) : IRequest<ProgressReportId>
{
    public ProgressStatement ToStatement() => new(AsOf, Value, Narrative, Barriers, ReportsCompletion, Evidence);
}

internal sealed class ReportProgressValidator : AbstractValidator<ReportProgress>
{
    public ReportProgressValidator()
    {
        RuleFor(r => r.AsOf).RequiredDay();
        RuleFor(r => r.Narrative).Required(Limits.Narrative);
        RuleFor(r => r.Barriers).Optional(Limits.Narrative);
        RuleFor(r => r.Value).OptionalNumber();
        RuleFor(r => r.Evidence).AtMost(ProgressReport.MaxEvidence);
        RuleForEach(r => r.Evidence)
            .ChildRules(evidence =>
            {
                evidence.RuleFor(e => e.Title).RequiredLine(Limits.Title);
                evidence.RuleFor(e => e.Url).Cascade(CascadeMode.Stop).NotEmpty().WithText("form.required").HttpUrl(Limits.Url);
            });
    }
}

internal sealed class ReportProgressHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<ReportProgress, ProgressReportId>
{
    public async Task<ProgressReportId> Handle(ReportProgress command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustBeAParty(commitment);
        var context = await contexts.OfAsync(commitment.OrganizationId, ct);
        var report = commitment.ReportProgress(user.OrganizationId ?? commitment.OrganizationId, command.ToStatement(), context);
        db.ProgressReports.Add(report);
        await db.SaveChangesAsync(ct);
        return report.Id;
    }
}
