using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <param name="Language">The language of mails to the contact; English if left out.</param>
[Needs(Right.ManagePeople)]
public sealed record AddContact(OrganizationId OrganizationId, string Name, string Email, ContactRole Role, string? Language = null)
    : IRequest<ContactId>;

internal sealed class AddContactValidator : AbstractValidator<AddContact>
{
    public AddContactValidator()
    {
        RuleFor(c => c.Name).RequiredLine(Limits.Name);
        RuleFor(c => c.Email).EmailAddress();
        RuleFor(c => c.Role).IsKnownValue();
        RuleFor(c => c.Language).OptionalLanguage();
    }
}

internal sealed class AddContactHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AddContact, ContactId>
{
    public async Task<ContactId> Handle(AddContact command, CancellationToken ct)
    {
        var organization = await db.GetWithContactsAsync(user, command.OrganizationId, ct);
        var hadContact = organization.Contacts.Count > 0;
        var contact = organization.AddContact(command.Name, command.Email, command.Role, command.Language);
        await db.SaveContactsAsync(organization, hadContact, ct);
        return contact.Id;
    }
}
