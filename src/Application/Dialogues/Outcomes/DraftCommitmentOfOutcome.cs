using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>
/// Makes a draft commitment of an outcome or of one step of a pathway, in the partnership of the dialogue. It keeps where it comes from.
/// Several commitments may come of one outcome. Whoever does not organize the dialogue drafts for their own organization only.
/// </summary>
/// <param name="OrganizationId">The accountable organization, a member of the partnership. Only its officers submit the draft.</param>
/// <param name="StepId">The step; null for the outcome as a whole.</param>
/// <param name="Title">The title of the outcome or step if left out.</param>
[Needs(Right.Organize)]
public sealed record DraftCommitmentOfOutcome(
    DialogueId DialogueId,
    OutcomeId OutcomeId,
    OrganizationId OrganizationId,
    OutcomeStepId? StepId = null,
    string? Title = null,
    DateOnly? DueDate = null
) : IRequest<CommitmentId>;

internal sealed class DraftCommitmentOfOutcomeValidator : AbstractValidator<DraftCommitmentOfOutcome>
{
    public DraftCommitmentOfOutcomeValidator()
    {
        RuleFor(c => c.Title).OptionalLine(Limits.Title);
        RuleFor(c => c.DueDate).OptionalDay();
    }
}

internal sealed class DraftCommitmentOfOutcomeHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<DraftCommitmentOfOutcome, CommitmentId>
{
    public async Task<CommitmentId> Handle(DraftCommitmentOfOutcome command, CancellationToken ct)
    {
        var dialogue = await db.Dialogues.AsNoTracking().VisibleTo(db, user).GetAsync(command.DialogueId, ct);
        var outcome = (await db.Outcomes.GetAsync(dialogue.Id, command.OutcomeId, ct)).MustBeExpectedBy(user);
        var origin = outcome.TakeUp(dialogue, command.StepId);
        if (dialogue.PartnershipId is not { } partnershipId)
            throw OutcomeErrors.NoPartnership();
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        List<OrganizationId> concerned = [organization.Id, dialogue.OrganizationId];
        var members = await db
            .Members.Where(m => m.PartnershipId == partnershipId && concerned.Contains(m.OrganizationId))
            .Select(m => m.OrganizationId)
            .ToListAsync(ct);
        if (!members.Contains(dialogue.OrganizationId) || !user.Organizes(dialogue.OrganizationId))
            user.MustActFor(organization.Id);
        var status = await db.Partnerships.Where(p => p.Id == partnershipId).Select(p => p.Status).SingleAsync(ct);
        if (status is PartnershipStatus.Completed or PartnershipStatus.Dissolved)
            throw CommitmentErrors.PartnershipEnded();
        if (!members.Contains(organization.Id))
            throw CommitmentErrors.NotAMember();

        var step = outcome.Steps.FirstOrDefault(s => s.Id == command.StepId);
        var draft = new CommitmentDraft
        {
            Title = Blank.ToNull(command.Title) ?? step?.Title ?? outcome.Title,
            Description = outcome.Text,
            DueDate = command.DueDate,
            StatedNeed = dialogue.Question,
        };
        var context = await contexts.OfAsync(organization.Id, ct);
        var commitment = Commitment.Draft(partnershipId, organization, draft.ToTerms(), context, origin: origin);
        db.Commitments.Add(commitment);
        outcome.TakenUp(commitment.Id, organization.Id);
        await db.SaveChangesAsync(ct);
        return commitment.Id;
    }
}
