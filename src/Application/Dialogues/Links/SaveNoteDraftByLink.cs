using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Keeps what a rapporteur has typed and not added as a note yet. Only they see it.</summary>
/// <param name="Key">The random text of the form that it is typed into.</param>
[Needs(Right.UseLink)]
public sealed record SaveNoteDraftByLink(string Token, RoomId RoomId, string? Text, string? Key = null) : IRequest;

internal sealed class SaveNoteDraftByLinkValidator : AbstractValidator<SaveNoteDraftByLink>
{
    public SaveNoteDraftByLinkValidator()
    {
        RuleFor(n => n.Text).Optional(Limits.Note);
        RuleFor(n => n.Key).OptionalLine(TakeNoteByLinkValidator.KeyLength);
    }
}

internal sealed class SaveNoteDraftByLinkHandler(ITrackerDb db, CurrentUser user, TimeProvider time) : IRequestHandler<SaveNoteDraftByLink>
{
    public async Task<Unit> Handle(SaveNoteDraftByLink command, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var (participant, dialogue) = await db.ActByLinkAsync(user, command.Token, now, ct);
        var room = await db.GetOwnRoomAsync(participant, command.RoomId, ct);
        await db.KeepDraftAsync(dialogue, room, command.Text ?? "", command.Key ?? "", participant.Id.Value, now, ct);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
