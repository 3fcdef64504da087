using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>
/// Withdraws the caller's own voice, at any time: text, file and identity are deleted, and it remains that there was a voice. A second
/// request does nothing.
/// </summary>
[Needs(Right.AddVoice)]
public sealed record WithdrawVoice(VoicePlace Place, VoiceId VoiceId) : IRequest;

internal sealed class WithdrawVoiceHandler(ITrackerDb db, VoicePeople people, VoiceWriter writer) : IRequestHandler<WithdrawVoice>
{
    public async Task<Unit> Handle(WithdrawVoice command, CancellationToken ct)
    {
        var voice = await db.Voices.At(command.Place).GetAsync("voice", v => v.Id == command.VoiceId, ct);
        if (voice.IsWithdrawn)
            return Unit.Value;
        var own = await people.KeysOfCallerAsync(ct, voice.ScopeId);
        if (!await db.VoiceIdentities.AnyAsync(i => i.VoiceId == voice.Id && own.Contains(i.PersonKey), ct))
            throw DomainException.NotFound("voice");
        await writer.WithdrawAsync(voice, ct);
        return Unit.Value;
    }
}
