using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.ReportLinks;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Organizations;

/// <summary>
/// A contact leaves, and the named person takes over: the role, and a new report link for each open one. What the leaving contact filed
/// stays theirs; decisions on it are sent to the focal points.
/// </summary>
/// <param name="Language">The language of mails to the successor; English if left out.</param>
[Needs(Right.ManagePeople)]
public sealed record HandOverContact(OrganizationId OrganizationId, ContactId ContactId, string Name, string Email, string? Language = null)
    : IRequest<ContactId>;

internal sealed class HandOverContactValidator : AbstractValidator<HandOverContact>
{
    public HandOverContactValidator()
    {
        RuleFor(c => c.Name).RequiredLine(Limits.Name);
        RuleFor(c => c.Email).EmailAddress();
        RuleFor(c => c.Language).OptionalLanguage();
    }
}

internal sealed class HandOverContactHandler(ITrackerDb db, ICurrentUser user, OpenReportLinks links)
    : IRequestHandler<HandOverContact, ContactId>
{
    public async Task<ContactId> Handle(HandOverContact command, CancellationToken ct)
    {
        var organization = await db.GetWithContactsAsync(user, command.OrganizationId, ct);
        var successor = organization.HandOverContact(command.ContactId, command.Name, command.Email, command.Language);
        await links.ReplaceAsync(command.ContactId, successor, ct);
        await db.SaveChangesAsync(ct);
        return successor.Id;
    }
}
