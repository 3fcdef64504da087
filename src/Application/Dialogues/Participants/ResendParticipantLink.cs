using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Mails a participant a new link; the one before stops working.</summary>
[Needs(Right.Organize)]
public sealed record ResendParticipantLink(DialogueId DialogueId, ParticipantId ParticipantId) : IRequest;

internal sealed class ResendParticipantLinkHandler(ITrackerDb db, ICurrentUser user, InvitationSender sender, TimeProvider time)
    : IRequestHandler<ResendParticipantLink>
{
    public async Task<Unit> Handle(ResendParticipantLink command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var participant = (await db.DialogueParticipants.GetAsync(dialogue.Id, command.ParticipantId, ct)).MustBeExpectedBy(user);
        await sender.SendAsync(dialogue, [(participant, participant.Resend(dialogue, time.GetUtcNow()))], ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
