using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Invites people by mail. All of them are invited, or none.</summary>
[Needs(Right.Organize)]
public sealed record InviteParticipants(DialogueId DialogueId, IReadOnlyList<ParticipantDraft> Participants)
    : IRequest<IReadOnlyList<ParticipantId>>;

internal sealed class InviteParticipantsValidator : AbstractValidator<InviteParticipants>
{
    public InviteParticipantsValidator(IVocabulary vocabulary)
    {
        RuleFor(i => i.Participants).NotEmpty().WithText("form.required");
        RuleFor(i => i.Participants!).AtMost(Paging.MaxLimit);
        RuleForEach(i => i.Participants).SetValidator(new ParticipantDraftValidator(vocabulary));
    }
}

internal sealed class InviteParticipantsHandler(ITrackerDb db, ICurrentUser user, InvitationSender sender, TimeProvider time)
    : IRequestHandler<InviteParticipants, IReadOnlyList<ParticipantId>>
{
    public async Task<IReadOnlyList<ParticipantId>> Handle(InviteParticipants command, CancellationToken ct)
    {
        var dialogue = await db.GetForAddingAsync(user, command.DialogueId, ct);
        await CheckAddressesAsync(command, ct);
        var now = time.GetUtcNow();
        var invited = command
            .Participants.Select((draft, i) => Participant.Invite(dialogue, draft.ToTerms(), $"participants[{i}].", now))
            .ToList();
        await sender.SendAsync(dialogue, invited, ct);
        db.DialogueParticipants.AddRange(invited.Select(one => one.Participant));
        await db.SaveChangesAsync(ct);
        return [.. invited.Select(one => one.Participant.Id)];
    }

    /// <summary>Nobody is invited twice, neither before nor in the same request.</summary>
    private async Task CheckAddressesAsync(InviteParticipants command, CancellationToken ct)
    {
        var addresses = command.Participants.Select(p => Email.Normalize(p.Email)).ToList();
        var known = await db
            .DialogueParticipants.Where(p => p.DialogueId == command.DialogueId && p.Email != null && addresses.Contains(p.Email))
            .Select(p => p.Email!)
            .ToListAsync(ct);
        var seen = known.ToHashSet();
        foreach (var (address, i) in addresses.Select((address, i) => (address, i)))
            if (!seen.Add(address))
                throw DialogueErrors.AlreadyInvited($"participants[{i}].email", address);
    }
}
