using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Access;

/// <summary>Creates an account and sends an invitation. A deactivated person can be invited again.</summary>
/// <param name="OrganizationId">An officer's own organization if left out.</param>
/// <param name="Language">The language of mails to the person; that of a contact with the same address, or English, if left out.</param>
/// <param name="TimeZone">IANA id; the time zone of the organization, or UTC, if left out.</param>
/// <param name="StakeholderGroup">The code of a stakeholder group; as it is, or unknown, if left out.</param>
/// <param name="IsEarlyCareer">Whether the person is at the beginning of their career; as it is, or unknown, if left out.</param>
[Needs(Right.ManagePeople)]
public sealed record InvitePerson(
    string Email,
    Role Role,
    string? Name = null,
    OrganizationId? OrganizationId = null,
    string? Language = null,
    string? TimeZone = null,
    string? StakeholderGroup = null,
    bool? IsEarlyCareer = null
) : IRequest<UserId>;

internal sealed class InvitePersonValidator : AbstractValidator<InvitePerson>
{
    public InvitePersonValidator(IVocabulary vocabulary)
    {
        RuleFor(p => p.Email).EmailAddress();
        RuleFor(p => p.Name).OptionalLine(Limits.Name);
        RuleFor(p => p.Role).IsKnownValue();
        RuleFor(p => p.Language).OptionalLanguage();
        RuleFor(p => p.TimeZone).OptionalLine(Limits.TimeZone);
        RuleFor(p => p.StakeholderGroup).IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true);
    }
}

internal sealed class InvitePersonHandler(ITrackerDb db, ICurrentUser user, InvitationMailer mailer, TimeProvider time)
    : IRequestHandler<InvitePerson, UserId>
{
    public async Task<UserId> Handle(InvitePerson command, CancellationToken ct)
    {
        user.MustManage(command.Role);
        var organization = command.OrganizationId ?? (user.Role == Role.Officer ? user.OrganizationId : null);
        var place = organization is { } id ? await db.GetOwnOrganizationAsync(user, id, ct) : null;

        var email = Email.Normalize(command.Email);
        var person = await db.Users.SingleOrDefaultAsync(u => u.Email == email, ct);
        if (person is null)
            db.Users.Add(person = User.Invite(email, command.Name, command.Role, organization, time.GetUtcNow()));
        else if (person.OrganizationId != organization && user.Role == Role.Officer)
            throw UserErrors.Exists();
        else
            person.InviteAgain(command.Name, command.Role, organization);

        if (command.Language is not null || command.TimeZone is not null)
            person.Prefer(command.Language ?? person.Language, command.TimeZone ?? person.TimeZone);
        person.Describe(command.StakeholderGroup ?? person.StakeholderGroup, command.IsEarlyCareer);
        await mailer.InviteAsync(person, place?.Name, ct);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
