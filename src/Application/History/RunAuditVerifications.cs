using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.History;

/// <summary>Carries out the verifications that wait, one after the other.</summary>
[Needs(Right.Administer)]
public sealed record RunAuditVerifications : IRequest<int>;

internal sealed class RunAuditVerificationsHandler(DeferredRunner runner) : IRequestHandler<RunAuditVerifications, int>
{
    /// <returns>The number of verifications that came to a result.</returns>
    public Task<int> Handle(RunAuditVerifications command, CancellationToken ct) =>
        runner.WorkOffAsync(DeferredKind.AuditVerification, new WorkLimits(IsAlone: true), ct);
}
