using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <param name="ExpiresOn">The last day on which the key works (UTC).</param>
[Needs(Right.ManagePeople)]
public sealed record IssueApiKey(OrganizationId OrganizationId, string Name, Role Role, DateOnly? ExpiresOn = null)
    : IRequest<IssuedApiKey>;

internal sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKey>
{
    public IssueApiKeyValidator()
    {
        RuleFor(k => k.Name).RequiredLine(Limits.Name);
        RuleFor(k => k.Role).IsKnownValue();
        RuleFor(k => k.ExpiresOn).OptionalDay();
    }
}

internal sealed class IssueApiKeyHandler(ITrackerDb db, ICurrentUser user, SecurityLog log, TimeProvider time)
    : IRequestHandler<IssueApiKey, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(IssueApiKey command, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, command.OrganizationId, ct);
        user.MustManageKeysOf(command.Role);
        var now = time.GetUtcNow();
        if (command.ExpiresOn < DateOnly.FromDateTime(now.UtcDateTime))
            throw DomainException.Refused("apiKey.expiresInThePast", "expiresOn");

        await db.ApiKeys.MustHaveRoomAsync(organization.Id, ApiKey.MaxUsable, now, ct);
        var (record, key) = ApiKey.Issue(organization.Id, command.Name, command.Role, command.ExpiresOn, user.Person, now);
        db.ApiKeys.Add(record);
        await log.AddAsync(SecurityEventKind.KeyMade, ct, key: record.Id);
        await db.SaveChangesAsync(ct);
        return new IssuedApiKey(record.Id.Value, key, record.Prefix, record.Role, record.ExpiresOn);
    }
}
