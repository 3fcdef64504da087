using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Access;

/// <summary>Changes the role of a person. The new role applies from the next request, because every request reads it.</summary>
/// <param name="OrganizationId">The new organization; unchanged if left out. People of the secretariat have no organization.</param>
/// <param name="StakeholderGroup">The code of a stakeholder group; unchanged if left out.</param>
/// <param name="IsEarlyCareer">Whether the person is at the beginning of their career; unchanged if left out.</param>
[Needs(Right.ManagePeople)]
public sealed record ChangeRole(
    UserId UserId,
    Role Role,
    OrganizationId? OrganizationId = null,
    string? StakeholderGroup = null,
    bool? IsEarlyCareer = null
) : IRequest;

internal sealed class ChangeRoleValidator : AbstractValidator<ChangeRole>
{
    public ChangeRoleValidator(IVocabulary vocabulary)
    {
        RuleFor(c => c.Role).IsKnownValue();
        RuleFor(c => c.StakeholderGroup).IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true);
    }
}

internal sealed class ChangeRoleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ChangeRole>
{
    public async Task<Unit> Handle(ChangeRole command, CancellationToken ct)
    {
        var person = await db.ManagedPersonAsync(user, command.UserId, ct);
        user.MustManage(command.Role);
        var organization = command.OrganizationId ?? (command.Role == Role.Secretariat ? null : person.OrganizationId);
        if (organization is { } id && id != person.OrganizationId)
            await db.GetOwnOrganizationAsync(user, id, ct);
        if (command.Role != Role.Secretariat)
            await db.MustNotBeLastOfSecretariatAsync(user, person, ct);
        person.ChangeRole(command.Role, organization);
        person.Describe(command.StakeholderGroup ?? person.StakeholderGroup, command.IsEarlyCareer);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
