using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetDialogue(DialogueId DialogueId) : IRequest<DialogueDetails>;

internal sealed class GetDialogueHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetDialogue, DialogueDetails>
{
    public async Task<DialogueDetails> Handle(GetDialogue query, CancellationToken ct) =>
        await db.Dialogues.VisibleTo(db, user).Where(d => d.Id == query.DialogueId).AsDetails(db, user).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("dialogue");
}
