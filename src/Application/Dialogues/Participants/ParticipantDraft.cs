using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Somebody who is invited to a dialogue.</summary>
/// <param name="Group">The code of their stakeholder group, for example research; one of those that the dialogue invites.</param>
/// <param name="Organization">The name of their organization.</param>
public sealed record ParticipantDraft(string Name, string Email, string Group, string? Organization = null)
{
    internal ParticipantTerms ToTerms() => new(Name, Email, Organization, Group);
}

internal sealed class ParticipantDraftValidator : AbstractValidator<ParticipantDraft>
{
    public ParticipantDraftValidator()
    {
        RuleFor(p => p.Name).RequiredLine(Limits.Name);
        RuleFor(p => p.Email).EmailAddress();
        RuleFor(p => p.Group).RequiredLine(StakeholderGroups.MaxLength);
        RuleFor(p => p.Organization).OptionalLine(Limits.Title);
    }
}
