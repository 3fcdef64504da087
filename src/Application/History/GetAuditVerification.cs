using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

[Needs(Right.Audit)]
public sealed record GetAuditVerification(AuditVerificationId AuditVerificationId) : IRequest<AuditVerificationDetails>;

internal sealed class GetAuditVerificationHandler(ITrackerDb db, ICurrentUser user)
    : IRequestHandler<GetAuditVerification, AuditVerificationDetails>
{
    public async Task<AuditVerificationDetails> Handle(GetAuditVerification query, CancellationToken ct)
    {
        var found = await db.AuditVerifications.AsNoTracking().GetAsync("verification", v => v.Id == query.AuditVerificationId, ct);
        var described = await new[] { found }.DescribeAsync(db, user, ct);
        return new AuditVerificationDetails(described[0]) { Result = AuditVerifications.Read(found.Result) };
    }
}
