using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>
/// Makes a draft commitment of an accepted initiative, by the secretariat or by an officer of the accountable organization that proposed or
/// supports it. What is left out is taken from the initiative; the rest is completed in the draft.
/// </summary>
/// <param name="PartnershipId">A partnership of which the organization is a member.</param>
/// <param name="OrganizationId">The accountable organization; needed for the initiative of an individual.</param>
/// <param name="Title">The title of the initiative if left out.</param>
/// <param name="DueDate">Needed to submit the draft, not to make it.</param>
[Needs(Right.Submit)]
public sealed record MakeCommitment(
    InitiativeId InitiativeId,
    PartnershipId PartnershipId,
    OrganizationId? OrganizationId = null,
    string? Title = null,
    DateOnly? DueDate = null
) : IRequest<CommitmentId>;

internal sealed class MakeCommitmentValidator : AbstractValidator<MakeCommitment>
{
    public MakeCommitmentValidator()
    {
        RuleFor(c => c.Title).OptionalLine(Limits.Title);
        RuleFor(c => c.DueDate).OptionalDay();
    }
}

internal sealed class MakeCommitmentHandler(ITrackerDb db, ICurrentUser user, IMediator mediator)
    : IRequestHandler<MakeCommitment, CommitmentId>
{
    public async Task<CommitmentId> Handle(MakeCommitment command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        if (!await db.Initiatives.Where(i => i.Id == initiative.Id).WhereInvolves(db, user).AnyAsync(ct))
            throw InitiativeErrors.NotInvolved();
        var hasCommitment = await db.Commitments.WhereStands().AnyAsync(c => c.InitiativeId == initiative.Id, ct);
        var organization = initiative.MayBecomeCommitment(command.OrganizationId, hasCommitment);
        var draft = new CommitmentDraft
        {
            Title = Blank.ToNull(command.Title) ?? initiative.Title,
            Description = initiative.Idea,
            Pillar = initiative.Pillar,
            Themes = initiative.Themes,
            StatedNeed = initiative.Need,
            Resources = initiative.Offer,
            DueDate = command.DueDate,
        };
        CommitmentId made = default;
        await db.InTransactionAsync(
            async () =>
            {
                made = await mediator.Send(
                    new DraftCommitment(command.PartnershipId, organization, draft) { InitiativeId = initiative.Id },
                    ct
                );
                initiative.BecomeCommitment(made);
                await db.SaveChangesAsync(ct);
            },
            ct
        );
        return made;
    }
}
