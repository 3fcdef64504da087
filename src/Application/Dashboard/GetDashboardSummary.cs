using System.Text.Json;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Dashboard;

/// <summary>A short form of the figures on the dashboard page.</summary>
[Needs(Right.Read)]
public sealed record GetDashboardSummary : IRequest<DashboardSummary>;

/// <param name="AsOf">The time of the figures (UTC).</param>
/// <param name="Total">All that the caller may see, with what was never accepted.</param>
/// <param name="Accepted">
/// Commitments that were accepted, whatever their status is now. All figures but <paramref name="Total"/> and <paramref name="ByStatus"/>
/// count these; the list shows them with <c>accepted=true</c>.
/// </param>
/// <param name="ByStatus">The number for every status; the sum is <paramref name="Total"/>.</param>
/// <param name="Overdue">Commitments that are overdue at this time.</param>
/// <param name="EndedOverdue">Commitments that were withdrawn or superseded while overdue.</param>
/// <param name="ReportedComplete">Commitments reported complete and awaiting review.</param>
/// <param name="VoicesDiffer">
/// Commitments on which a voice of a community differs from what was reported; the list shows them with <c>voices=diverging</c>.
/// </param>
/// <param name="OutcomesDiffer">
/// Outcomes of dialogues on which a voice of a community differs from what was agreed; the list of dialogues shows where with
/// <c>voices=diverging</c>.
/// </param>
/// <param name="DueIn30Days">Commitments that are not overdue and due within 30 days, without those reported complete.</param>
/// <param name="ByGoal">All 17 goals.</param>
/// <param name="CompletedOnTime">Completed by the due date.</param>
public sealed record DashboardSummary(
    DateTimeOffset AsOf,
    int Total,
    int Accepted,
    IReadOnlyDictionary<string, int> ByStatus,
    int Overdue,
    int EndedOverdue,
    int MilestonesOverdue,
    int ReportedComplete,
    int VoicesDiffer,
    int OutcomesDiffer,
    int DueIn30Days,
    IReadOnlyList<GoalCount> ByGoal,
    IReadOnlyList<SectorCount> BySector,
    IReadOnlyList<CountryCount> ByCountry,
    IReadOnlyList<PillarCount> ByPillar,
    int CompletedOnTime,
    int CompletedLate
);

internal sealed class GetDashboardSummaryHandler(IMediator mediator) : IRequestHandler<GetDashboardSummary, DashboardSummary>
{
    public async Task<DashboardSummary> Handle(GetDashboardSummary query, CancellationToken ct)
    {
        var o = await mediator.Send(new GetOverview(), ct);
        return new DashboardSummary(
            o.AsOf,
            o.Total,
            o.Accepted,
            o.ByStatus.ToDictionary(s => JsonNamingPolicy.CamelCase.ConvertName(s.Status.ToString()), s => s.Count),
            o.Overdue,
            o.EndedOverdue,
            o.MilestonesOverdue,
            o.ReportedComplete,
            o.VoicesDiffer,
            o.OutcomesDiffer,
            o.DueIn30Days.Count,
            o.ByGoal,
            o.BySector,
            o.ByCountry,
            o.ByPillar,
            o.CompletedOnTime,
            o.CompletedLate
        );
    }
}
