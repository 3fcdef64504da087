using FluentValidation;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Somebody who is invited to a dialogue.</summary>
/// <param name="Group">The code of their stakeholder group, e.g. <c>research</c>; one of those that the dialogue invites.</param>
/// <param name="Organization">The name of their organization.</param>
public sealed record ParticipantDraft(string Name, string Email, string Group, string? Organization = null)
{
    internal ParticipantTerms ToTerms() => new(Name, Email, Organization, Group);
}

internal sealed class ParticipantDraftValidator : AbstractValidator<ParticipantDraft>
{
    public ParticipantDraftValidator(IVocabulary vocabulary)
    {
        RuleFor(p => p.Name).RequiredLine(Limits.Name);
        RuleFor(p => p.Email).EmailAddress();
        RuleFor(p => p.Group)
            .RequiredLine(Limits.VocabularyCode)
            .DependentRules(() =>
                RuleFor(p => (string?)p.Group)
                    .IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true)
                    .OverridePropertyName(nameof(ParticipantDraft.Group))
            );
        RuleFor(p => p.Organization).OptionalLine(Limits.Title);
    }
}
