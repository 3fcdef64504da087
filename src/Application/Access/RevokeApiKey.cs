using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

[Needs(Right.ManagePeople)]
public sealed record RevokeApiKey(OrganizationId OrganizationId, ApiKeyId ApiKeyId) : IRequest;

internal sealed class RevokeApiKeyHandler(ITrackerDb db, ICurrentUser user, SecurityLog log, TimeProvider time)
    : IRequestHandler<RevokeApiKey>
{
    public async Task<Unit> Handle(RevokeApiKey command, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, command.OrganizationId, ct);
        var key = (
            await db.ApiKeys.GetAsync("apiKey", k => k.Id == command.ApiKeyId && k.OrganizationId == organization.Id, ct)
        ).MustBeExpectedBy(user);
        user.MustManageKeysOf(key.Role);
        key.Revoke(time.GetUtcNow());
        await log.AddAsync(SecurityEventKind.KeyRevoked, ct, key: key.Id);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
