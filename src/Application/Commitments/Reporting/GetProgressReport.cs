using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

[Needs(Right.Read)]
public sealed record GetProgressReport(CommitmentId CommitmentId, ProgressReportId ReportId) : IRequest<ProgressReportDetails>;

internal sealed class GetProgressReportHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<GetProgressReport, ProgressReportDetails>
{
    public async Task<ProgressReportDetails> Handle(GetProgressReport query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db
                .ProgressReports.Where(r => r.CommitmentId == query.CommitmentId && r.Id == query.ReportId)
                .ProjectTo<ProgressReportDetails>(maps, new { db })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("progressReport");
    }
}
