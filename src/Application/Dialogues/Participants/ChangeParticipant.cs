using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>
/// Corrects the details of a participant. Where the address changes, a new link is sent and the one before stops working.
/// </summary>
[Needs(Right.Organize)]
public sealed record ChangeParticipant(DialogueId DialogueId, ParticipantId ParticipantId, ParticipantDraft Draft) : IRequest;

internal sealed class ChangeParticipantValidator : AbstractValidator<ChangeParticipant>
{
    public ChangeParticipantValidator(IVocabulary vocabulary) =>
        RuleFor(p => p.Draft).SetValidator(new ParticipantDraftValidator(vocabulary));
}

internal sealed class ChangeParticipantHandler(ITrackerDb db, ICurrentUser user, InvitationSender sender, TimeProvider time)
    : IRequestHandler<ChangeParticipant>
{
    public async Task<Unit> Handle(ChangeParticipant command, CancellationToken ct)
    {
        var dialogue = await db.GetOrganizedAsync(user, command.DialogueId, ct);
        var participant = (await db.DialogueParticipants.GetAsync(dialogue.Id, command.ParticipantId, ct)).MustBeExpectedBy(user);
        var (before, address) = (participant.Email, Email.Normalize(command.Draft.Email));
        if (await db.DialogueParticipants.AnyAsync(p => p.DialogueId == dialogue.Id && p.Email == address && p.Id != participant.Id, ct))
            throw DialogueErrors.AlreadyInvited("email", address);
        participant.Change(dialogue, command.Draft.ToTerms());
        if (participant.Email != before)
            await sender.SendAsync(dialogue, [(participant, participant.Resend(dialogue, time.GetUtcNow()))], ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
