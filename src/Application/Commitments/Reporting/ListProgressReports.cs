using AutoMapper;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Lists progress reports, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListProgressReports(
    CommitmentId CommitmentId,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<ProgressReportDetails>>, ISupportsUpdatedSince;

internal sealed class ListProgressReportsValidator : AbstractValidator<ListProgressReports>
{
    public ListProgressReportsValidator() => this.Paged();
}

internal sealed class ListProgressReportsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListProgressReports, Page<ProgressReportDetails>>
{
    public Task<Page<ProgressReportDetails>> Handle(ListProgressReports query, CancellationToken ct) =>
        db
            .ProgressReports.Where(r => r.CommitmentId == query.CommitmentId)
            .ToPageOfAsync(
                query.CommitmentId,
                db.Commitments.VisibleTo(db, user),
                query,
                row => row.Seq,
                maps.Projection<ProgressReport, ProgressReportDetails>(new { db }),
                ct
            );
}
