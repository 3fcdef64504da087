using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;

namespace PartnershipTracker.Application.Access;

/// <summary>Records that the caller was refused a request.</summary>
[Needs(Right.SignIn)]
public sealed record RecordRefusal(SecurityEventKind Kind) : IRequest;

internal sealed class RecordRefusalHandler(ITrackerDb db, SecurityLog log) : IRequestHandler<RecordRefusal>
{
    public async Task<Unit> Handle(RecordRefusal command, CancellationToken ct)
    {
        await log.AddAsync(command.Kind, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
