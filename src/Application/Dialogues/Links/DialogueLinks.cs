using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>What people do with the personal link of a dialogue. The token is their only permission.</summary>
internal static class DialogueLinks
{
    private const int MaxTokenLength = 100;

    /// <exception cref="DomainException">The link does not exist.</exception>
    public static Task<Participant> GetByTokenAsync(this IQueryable<Participant> participants, string token, CancellationToken ct)
    {
        if (token.Length > MaxTokenLength)
            throw DomainException.NotFound("dialogueLink");
        var hash = Secret.HashOf(token);
        return participants.GetAsync("dialogueLink", p => p.Hash == hash && p.RemovedAt == null, ct);
    }

    /// <summary>Finds the holder of a link that works and makes them the actor of this scope.</summary>
    /// <exception cref="DomainException">The link does not exist or has expired.</exception>
    public static async Task<(Participant Participant, Dialogue Dialogue)> ActByLinkAsync(
        this ITrackerDb db,
        CurrentUser user,
        string token,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var participant = await db.DialogueParticipants.GetByTokenAsync(token, ct);
        if (participant.LinkExpiresAt <= now)
            throw DialogueErrors.LinkExpired();
        user.SignIn(new Actor(ActorKind.Participant, participant.Id.Value), Role.Community, organizationId: null);
        return (participant, await db.Dialogues.AsNoTracking().SingleAsync(d => d.Id == participant.DialogueId, ct));
    }

    /// <returns>The room in which the participant takes notes.</returns>
    /// <exception cref="DomainException">They have no such room, or another task in it.</exception>
    public static async Task<Room> GetOwnRoomAsync(this ITrackerDb db, Participant participant, RoomId id, CancellationToken ct)
    {
        var role = await db
            .DialogueAssignments.Where(a => a.RoomId == id && a.ParticipantId == participant.Id)
            .Select(a => (RoomRole?)a.Role)
            .SingleOrDefaultAsync(ct);
        return role switch
        {
            RoomRole.Rapporteur => await db.DialogueRooms.AsNoTracking().GetAsync(participant.DialogueId, id, ct),
            null => throw DomainException.NotFound("room"),
            _ => throw DialogueErrors.NotRapporteur(),
        };
    }
}
