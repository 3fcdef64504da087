using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Gives a voice as the holder of a link, on the claim of the link. Until the link expires it can be given anew.</summary>
[Needs(Right.UseLink)]
public sealed record GiveVoiceByLink(string Token, VoiceDraft Draft) : IRequest;

internal sealed class GiveVoiceByLinkValidator : AbstractValidator<GiveVoiceByLink>
{
    public GiveVoiceByLinkValidator() => RuleFor(v => v.Draft).SetValidator(new VoiceDraftValidator());
}

internal sealed class GiveVoiceByLinkHandler(ITrackerDb db, VoiceWriter writer, TimeProvider time) : IRequestHandler<GiveVoiceByLink>
{
    public async Task<Unit> Handle(GiveVoiceByLink command, CancellationToken ct)
    {
        var link = await db.VoiceInvitations.GetByTokenAsync(command.Token, ct);
        if (!link.CanGiveAt(time.GetUtcNow()) || link is not { PersonKey: { } key, Encrypted: { } encrypted })
            throw VoiceErrors.LinkNotUsable(link.StateAt(time.GetUtcNow()));
        var subject = await db.GetSpokenOfAsync(VoicePlace.Of(link), link.Claim, link.OrganizationId, ct);
        await writer.GiveAsync(subject, link.Claim, command.Draft, link.OrganizationId, new VoicePerson(key, encrypted), ct, link);
        return Unit.Value;
    }
}
