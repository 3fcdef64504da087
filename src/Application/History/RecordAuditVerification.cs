using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

/// <summary>Records a verification that was carried out on the command line, so that everybody sees when the last one was.</summary>
/// <param name="StartedAt">When it began (UTC).</param>
[Needs(Right.Audit)]
public sealed record RecordAuditVerification(string? Head, DateTimeOffset StartedAt, AuditResult Result) : IRequest;

internal sealed class RecordAuditVerificationHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RecordAuditVerification>
{
    public async Task<Unit> Handle(RecordAuditVerification command, CancellationToken ct)
    {
        db.AuditVerifications.Add(
            AuditVerification.Record(
                user.Actor,
                Blank.ToNull(command.Head)?.ToLowerInvariant(),
                command.StartedAt,
                command.Result.Valid,
                AuditVerifications.Write(command.Result),
                time.GetUtcNow()
            )
        );
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
