using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Voices;

/// <summary>Withdraws the voice that was given with a link, at any time. A second request does nothing.</summary>
[Needs(Right.UseLink)]
public sealed record WithdrawVoiceByLink(string Token) : IRequest;

internal sealed class WithdrawVoiceByLinkHandler(ITrackerDb db, VoiceWriter writer) : IRequestHandler<WithdrawVoiceByLink>
{
    public async Task<Unit> Handle(WithdrawVoiceByLink command, CancellationToken ct)
    {
        var link = await db.VoiceInvitations.GetByTokenAsync(command.Token, ct);
        if (await db.Voices.SingleOrDefaultAsync(v => v.Id == link.VoiceId && v.WithdrawnAt == null, ct) is { } voice)
            await writer.WithdrawAsync(voice, ct);
        return Unit.Value;
    }
}
