using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.ReportLinks;

namespace PartnershipTracker.Application.ReportLinks;

[Needs(Right.ManagePeople)]
public sealed record GetReportLink(CommitmentId CommitmentId, ReportLinkId ReportLinkId) : IRequest<ReportLinkDetails>;

internal sealed class GetReportLinkHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<GetReportLink, ReportLinkDetails>
{
    public async Task<ReportLinkDetails> Handle(GetReportLink query, CancellationToken ct)
    {
        await db.MustSeeLinksOfAsync(user, query.CommitmentId, ct);
        var row =
            await db
                .ReportLinks.VisibleTo(user)
                .Where(l => l.CommitmentId == query.CommitmentId && l.Id == query.ReportLinkId)
                .WithFacts(db)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("reportLink");
        return row.At(time.GetUtcNow());
    }
}
