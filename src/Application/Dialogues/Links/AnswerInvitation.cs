using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Accepts or declines an invitation as the holder of its link.</summary>
[Needs(Right.UseLink)]
public sealed record AnswerInvitation(string Token, bool Accepts) : IRequest;

internal sealed class AnswerInvitationHandler(ITrackerDb db, CurrentUser user, TimeProvider time) : IRequestHandler<AnswerInvitation>
{
    public async Task<Unit> Handle(AnswerInvitation command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (participant, dialogue) = await db.ActByLinkAsync(user, command.Token, now, ct);
        participant.AnswerInvitation(dialogue, command.Accepts, now);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
