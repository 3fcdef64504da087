using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Dialogues;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Somebody who is invited to a dialogue; only its organizers read this.</summary>
public sealed record ParticipantDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public string? Organization { get; init; }

    /// <summary>The code of their stakeholder group.</summary>
    public string Group { get; init; } = "";

    /// <summary>Whether they state the level of agreement of their group.</summary>
    public bool IsSpokesperson { get; init; }

    public InvitationAnswer Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public DateTimeOffset InvitedAt { get; init; }

    /// <summary>When the mail with the present link was sent; null while it waits.</summary>
    public DateTimeOffset? SentAt { get; init; }

    public DateTimeOffset LinkExpiresAt { get; init; }

    /// <summary>Their places, in the order of the segments.</summary>
    public IReadOnlyList<ParticipantPlace> Places { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

/// <summary>The place of a participant in one segment.</summary>
public sealed record ParticipantPlace(Guid SegmentId, string Segment, Guid RoomId, string Room, RoomRole Role);

internal static class ParticipantRows
{
    public static IQueryable<ParticipantDetails> AsDetails(this IQueryable<Participant> participants, ITrackerDb db) =>
        participants.Select(p => new ParticipantDetails
        {
            Id = p.Id.Value,
            Name = p.Name ?? "",
            Email = p.Email ?? "",
            Organization = p.Organization,
            Group = p.Group,
            IsSpokesperson = p.SpokesFor != null,
            Answer = p.Answer,
            AnsweredAt = p.AnsweredAt,
            InvitedAt = p.InvitedAt,
            SentAt = db.Mails.Where(m => m.Id == p.MailId).Select(m => m.SentAt).FirstOrDefault(),
            LinkExpiresAt = p.LinkExpiresAt,
            UpdatedAt = p.UpdatedAt,
            Version = p.Version,
        });

    /// <summary>Adds the places of all of them, read in one statement.</summary>
    public static async Task<IReadOnlyList<ParticipantDetails>> WithPlacesAsync(
        this IReadOnlyList<ParticipantDetails> participants,
        ITrackerDb db,
        CancellationToken ct
    )
    {
        if (participants.Count == 0)
            return participants;
        var ids = participants.Select(p => new ParticipantId(p.Id)).ToList();
        var places = (
            await (
                from a in db.DialogueAssignments
                join s in db.DialogueSegments on a.SegmentId equals s.Id
                join r in db.DialogueRooms on a.RoomId equals r.Id
                where ids.Contains(a.ParticipantId)
                orderby s.Position
                select new { a.ParticipantId, Place = new ParticipantPlace(s.Id.Value, s.Title, r.Id.Value, r.Name, a.Role) }
            ).ToListAsync(ct)
        ).ToLookup(row => row.ParticipantId.Value, row => row.Place);
        return [.. participants.Select(p => p with { Places = [.. places[p.Id]] })];
    }
}
