using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

/// <summary>
/// Asks for a verification of the history, which a job carries out, because it takes minutes where there are many entries.
/// </summary>
/// <param name="Head">A hash printed in an earlier report: if the chain does not contain it, the end of the history was removed.</param>
[Needs(Right.Audit)]
public sealed record RequestAuditVerification(string? Head = null) : IRequest<AuditVerificationId>;

internal sealed class RequestAuditVerificationValidator : AbstractValidator<RequestAuditVerification>
{
    public RequestAuditVerificationValidator() =>
        RuleFor(v => v.Head).Must(head => Blank.ToNull(head) is not { } hash || AuditHead.IsHash(hash)).WithText("form.hash");
}

internal sealed class RequestAuditVerificationHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RequestAuditVerification, AuditVerificationId>
{
    public async Task<AuditVerificationId> Handle(RequestAuditVerification command, CancellationToken ct)
    {
        AuditVerificationState[] unfinished = [AuditVerificationState.Waiting, AuditVerificationState.Running];
        if (await db.AuditVerifications.AnyAsync(v => unfinished.Contains(v.State), ct))
            throw DomainException.Conflict("audit.underWay");
        var verification = AuditVerification.Request(user.Actor, Blank.ToNull(command.Head)?.ToLowerInvariant(), time.GetUtcNow());
        db.AuditVerifications.Add(verification);
        await db.SaveChangesAsync(ct);
        return verification.Id;
    }
}
