using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <summary>
/// Changes a contact. With another address, their open report links are replaced with new ones that are sent there, because whoever reads
/// the old address could still report with the old links.
/// </summary>
/// <param name="Language">The language of mails to the contact; English if left out.</param>
[Needs(Right.ManagePeople)]
public sealed record ChangeContact(
    OrganizationId OrganizationId,
    ContactId ContactId,
    string Name,
    string Email,
    ContactRole Role,
    string? Language = null
) : IRequest;

internal sealed class ChangeContactValidator : AbstractValidator<ChangeContact>
{
    public ChangeContactValidator()
    {
        RuleFor(c => c.Name).RequiredLine(Limits.Name);
        RuleFor(c => c.Email).EmailAddress();
        RuleFor(c => c.Role).IsKnownValue();
        RuleFor(c => c.Language).OptionalLanguage();
    }
}

internal sealed class ChangeContactHandler(ITrackerDb db, ICurrentUser user, OpenReportLinks links) : IRequestHandler<ChangeContact>
{
    public async Task<Unit> Handle(ChangeContact command, CancellationToken ct)
    {
        var organization = await db.GetWithContactsAsync(user, command.OrganizationId, ct);
        var before = organization.GetContact(command.ContactId).Email;
        var contact = organization.ChangeContact(command.ContactId, command.Name, command.Email, command.Role, command.Language);
        if (contact.Email != before)
            await links.ReplaceAsync(contact.Id, contact, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
