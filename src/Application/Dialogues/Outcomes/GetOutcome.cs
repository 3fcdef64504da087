using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

[Needs(Right.Read)]
public sealed record GetOutcome(DialogueId DialogueId, OutcomeId OutcomeId) : IRequest<OutcomeDetails>;

internal sealed class GetOutcomeHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<GetOutcome, OutcomeDetails>
{
    public async Task<OutcomeDetails> Handle(GetOutcome query, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var dialogue =
            await db
                .Dialogues.VisibleTo(db, user)
                .Where(d => d.Id == query.DialogueId)
                .Select(d => new { d.Groups })
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("dialogue");
        var outcome =
            await db
                .Outcomes.Where(o => o.DialogueId == query.DialogueId && o.Id == query.OutcomeId)
                .AsDetails(db, now)
                .SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("outcome");
        return (await new[] { outcome }.WithPartsAsync(db, user, dialogue.Groups, now, ct))[0];
    }
}
