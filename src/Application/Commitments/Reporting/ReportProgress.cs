using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <param name="AsOf">The day it speaks of, never in the future.</param>
/// <param name="Value">In the unit of the measure; left out when unknown.</param>
/// <param name="ReportsCompletion">Hands the delivery clock over to the reviewer.</param>
[Needs(Right.Draft)]
public sealed record ReportProgress(
    CommitmentId CommitmentId, DateOnly AsOf, string Narrative, decimal? Value = null, string? Barriers = null, bool ReportsCompletion = false,
    IReadOnlyList<EvidenceLink>? Evidence = null) : IRequest<ProgressReportId>
{
    public ProgressStatement ToStatement() => new(AsOf, Value, Narrative, Barriers, ReportsCompletion, Evidence);
}

internal sealed class ReportProgressValidator : AbstractValidator<ReportProgress>
{
    public ReportProgressValidator()
    {
        RuleFor(r => r.AsOf).RequiredDay();
        RuleFor(r => r.Narrative).Required(ProgressReport.NarrativeMaxLength);
        RuleFor(r => r.Barriers).Optional(ProgressReport.NarrativeMaxLength);
        RuleFor(r => r.Value).InclusiveBetween(-1_000_000_000_000_000m, 1_000_000_000_000_000m).Format("form.numberTooLarge");
        RuleFor(r => r.Evidence).AtMost(ProgressReport.MaxEvidence);
        RuleForEach(r => r.Evidence).ChildRules(evidence =>
        {
            evidence.RuleFor(e => e.Title).RequiredLine(Evidence.TitleMaxLength);
            evidence.RuleFor(e => e.Url).Cascade(CascadeMode.Stop).NotEmpty().Format("form.required").HttpUrl(Evidence.UrlMaxLength);
        });
    }
}

internal sealed class ReportProgressHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts) : IRequestHandler<ReportProgress, ProgressReportId>
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
