using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>No voice can be given with the link any more. A voice that was given with it stays, and can be withdrawn with it.</summary>
[Needs(Right.AddVoice)]
public sealed record RevokeVoiceInvitation(VoiceInvitationId InvitationId) : IRequest;

internal sealed class RevokeVoiceInvitationHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RevokeVoiceInvitation>
{
    public async Task<Unit> Handle(RevokeVoiceInvitation command, CancellationToken ct)
    {
        var invitation = await db
            .VoiceInvitations.Where(i => i.OrganizationId == user.OrganizationId)
            .GetAsync("voiceInvitation", i => i.Id == command.InvitationId, ct);
        invitation.Revoke(time.GetUtcNow());
        await db.InTransactionAsync(
            async () =>
            {
                await db.SaveChangesAsync(ct);
                await db.AfterForgettingAsync(invitation.ScopeId, invitation.OrganizationId, ct);
            },
            ct
        );
        return Unit.Value;
    }
}
