using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>The accountable organization answers a voice; a later answer replaces the former.</summary>
[Needs(Right.Contribute)]
public sealed record ReplyToVoice(CommitmentId CommitmentId, VoiceId VoiceId, string Text) : IRequest<VoiceDetails>;

internal sealed class ReplyToVoiceValidator : AbstractValidator<ReplyToVoice>
{
    public ReplyToVoiceValidator() => RuleFor(r => r.Text).Required(Limits.Note);
}

internal sealed class ReplyToVoiceHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<ReplyToVoice, VoiceDetails>
{
    public async Task<VoiceDetails> Handle(ReplyToVoice command, CancellationToken ct)
    {
        var commitment = await db.Commitments.VisibleTo(db, user).GetAsync("commitment", c => c.Id == command.CommitmentId, ct);
        if (user.OrganizationId != commitment.OrganizationId)
            throw AccessErrors.NotYourOrganization();
        var voice = await db.GetForChangeAsync(user, command.CommitmentId, command.VoiceId, ct);
        voice.ReplyWith(command.Text, time.GetUtcNow());
        await db.SaveChangesAsync(ct);
        return await db.Voices.GetDetailsAsync(voice.Id, db, user, ct);
    }
}
