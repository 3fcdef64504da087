using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>
/// Replaces all details. The times of its segments follow from the start. A stakeholder group with participants stays invited.
/// </summary>
[Needs(Right.Organize)]
public sealed record ReviseDialogue(DialogueId DialogueId, DialogueDraft Draft) : IRequest;

internal sealed class ReviseDialogueValidator : AbstractValidator<ReviseDialogue>
{
    public ReviseDialogueValidator(IVocabulary vocabulary) => RuleFor(d => d.Draft).SetValidator(new DialogueDraftValidator(vocabulary));
}

internal sealed class ReviseDialogueHandler(ITrackerDb db, ICurrentUser user, IVocabulary vocabulary) : IRequestHandler<ReviseDialogue>
{
    public async Task<Unit> Handle(ReviseDialogue command, CancellationToken ct)
    {
        var dialogue = await db.GetForChangeAsync(user, command.DialogueId, ct);
        var terms = command.Draft.ToTerms(dialogue.TimeZone, vocabulary);
        vocabulary.MustBeOffered(VocabularyKind.StakeholderGroup, "groups", terms.Groups, dialogue.Groups);
        if (terms.PartnershipId != dialogue.PartnershipId)
            await db.CheckPartnershipAsync(user, terms.PartnershipId, dialogue.OrganizationId, ct);
        var hasCommitments = await db.Commitments.AnyAsync(c => c.DialogueId == dialogue.Id, ct);
        dialogue.Revise(terms, hasCommitments, await TakenAsync(dialogue, terms, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }

    /// <returns>The groups that would not be invited any more although participants belong to them.</returns>
    private async Task<IReadOnlyList<string>> TakenAsync(Dialogue dialogue, DialogueTerms terms, CancellationToken ct)
    {
        var leftOut = dialogue.GroupsLeftOut(terms).ToList();
        return leftOut.Count == 0
            ? []
            : await db
                .DialogueParticipants.Where(p => p.DialogueId == dialogue.Id && p.RemovedAt == null && leftOut.Contains(p.Group))
                .Select(p => p.Group)
                .Distinct()
                .ToListAsync(ct);
    }
}
