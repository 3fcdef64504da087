using AutoMapper;
using AutoMapper.QueryableExtensions;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record GetProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId) : IRequest<ProgressReportDetails>;

internal sealed class GetProgressReportHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetProgressReport, ProgressReportDetails>
{
    public Task<ProgressReportDetails> Handle(GetProgressReport query, CancellationToken ct) =>
        db.GetPartAsync(
            user,
            query.CommitmentId,
            db.ProgressReports.Where(r => r.CommitmentId == query.CommitmentId && r.Id == query.ReportId)
                .ProjectTo<ProgressReportDetails>(maps, new { db }),
            "progressReport",
            ct
        );
}
