using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Issues a new key. The old one keeps working for a while, so that the caller's systems can change over without interruption.
/// </summary>
/// <param name="OverlapHours">How long both keys work, 0 to 168 hours.</param>
[Needs(Right.ManagePeople)]
public sealed record RotateApiKey(OrganizationId OrganizationId, ApiKeyId ApiKeyId, int OverlapHours = RotateApiKey.UsualOverlap)
    : IRequest<IssuedApiKey>
{
    public const int UsualOverlap = 24;
}

internal sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKey>
{
    private static readonly int MaxHours = (int)ApiKey.MaxOverlap.TotalHours;

    public RotateApiKeyValidator() => RuleFor(r => r.OverlapHours).InclusiveBetween(0, MaxHours).WithText("form.between", 0, MaxHours);
}

internal sealed class RotateApiKeyHandler(ITrackerDb db, ICurrentUser user, SecurityLog log, TimeProvider time)
    : IRequestHandler<RotateApiKey, IssuedApiKey>
{
    public async Task<IssuedApiKey> Handle(RotateApiKey command, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, command.OrganizationId, ct);
        var old = (
            await db.ApiKeys.GetAsync("apiKey", k => k.Id == command.ApiKeyId && k.OrganizationId == organization.Id, ct)
        ).MustBeExpectedBy(user);
        user.MustManageKeysOf(old.Role);

        // Each key may be replaced while the old ones still work.
        var now = time.GetUtcNow();
        await db.ApiKeys.MustHaveRoomAsync(organization.Id, 2 * ApiKey.MaxUsable, now, ct);
        var (record, key) = old.Rotate(TimeSpan.FromHours(command.OverlapHours), user.Person, now);
        db.ApiKeys.Add(record);
        await log.AddAsync(SecurityEventKind.KeyMade, ct, key: record.Id);
        await db.SaveChangesAsync(ct);
        return new IssuedApiKey(record.Id.Value, key, record.Prefix, record.Role, record.ExpiresOn);
    }
}
