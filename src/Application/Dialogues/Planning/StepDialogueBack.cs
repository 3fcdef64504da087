using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Undoes the last step: from consolidating to running, or from running to planned.</summary>
[Needs(Right.Organize)]
public sealed record StepDialogueBack(DialogueId DialogueId) : IRequest;

internal sealed class StepDialogueBackHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<StepDialogueBack>
{
    public async Task<Unit> Handle(StepDialogueBack command, CancellationToken ct)
    {
        (await db.GetForChangeAsync(user, command.DialogueId, ct)).StepBack();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
