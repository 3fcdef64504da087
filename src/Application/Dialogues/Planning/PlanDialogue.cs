using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <param name="OrganizationId">The organization whose officers organize it.</param>
[Needs(Right.Organize)]
public sealed record PlanDialogue(OrganizationId OrganizationId, DialogueDraft Draft) : IRequest<DialogueId>;

internal sealed class PlanDialogueValidator : AbstractValidator<PlanDialogue>
{
    public PlanDialogueValidator(IVocabulary vocabulary) => RuleFor(d => d.Draft).SetValidator(new DialogueDraftValidator(vocabulary));
}

internal sealed class PlanDialogueHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary)
    : IRequestHandler<PlanDialogue, DialogueId>
{
    public async Task<DialogueId> Handle(PlanDialogue command, CancellationToken ct)
    {
        var organization = await db.GetOwnOrganizationAsync(user, command.OrganizationId, ct);
        var terms = command.Draft.ToTerms(organization.TimeZone, vocabulary);
        vocabulary.MustBeOffered(VocabularyKind.StakeholderGroup, "groups", terms.Groups);
        await db.CheckPartnershipAsync(user, terms.PartnershipId, organization.Id, ct);
        var dialogue = Dialogue.Plan(organization.Id, terms);
        db.Dialogues.Add(dialogue);
        await db.SaveChangesAsync(ct);
        return dialogue.Id;
    }
}
