using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Voices;

namespace PartnershipTracker.Application.Voices;

/// <summary>Where voices are read: at a commitment, or at a dialogue those on its outcomes.</summary>
public sealed record VoicePlace
{
    private VoicePlace() { }

    public CommitmentId? CommitmentId { get; private init; }

    public DialogueId? DialogueId { get; private init; }

    public static VoicePlace Of(CommitmentId id) => new() { CommitmentId = id };

    public static VoicePlace Of(DialogueId id) => new() { DialogueId = id };

    internal static VoicePlace Of(Voice voice) => new() { CommitmentId = voice.CommitmentId, DialogueId = voice.DialogueId };

    internal static VoicePlace Of(VoiceInvitation link) => new() { CommitmentId = link.CommitmentId, DialogueId = link.DialogueId };
}

internal static class VoicePlaces
{
    public static IQueryable<Voice> At(this IQueryable<Voice> voices, VoicePlace place) =>
        place.CommitmentId is { } commitment
            ? voices.Where(v => v.CommitmentId == commitment)
            : voices.Where(v => v.DialogueId == place.DialogueId);

    /// <returns>Whether the caller may see the commitment or dialogue.</returns>
    public static Task<bool> SeesAsync(this ITrackerDb db, ICurrentUser user, VoicePlace place, CancellationToken ct) =>
        place.CommitmentId is { } commitment
            ? db.Commitments.VisibleTo(db, user).AnyAsync(c => c.Id == commitment, ct)
            : db.Dialogues.VisibleTo(db, user).AnyAsync(d => d.Id == place.DialogueId, ct);

    /// <exception cref="DomainException">The commitment or dialogue does not exist or is hidden.</exception>
    public static async Task MustSeeAsync(this ITrackerDb db, ICurrentUser user, VoicePlace place, CancellationToken ct)
    {
        if (!await db.SeesAsync(user, place, ct))
            throw NotFound(place);
    }

    /// <returns>The organization that answers voices: the accountable one, or the one that organizes the dialogue.</returns>
    /// <exception cref="DomainException">As above.</exception>
    public static async Task<OrganizationId> GetAnsweringAsync(
        this ITrackerDb db,
        ICurrentUser user,
        VoicePlace place,
        CancellationToken ct
    )
    {
        var organizations = place.CommitmentId is { } commitment
            ? db.Commitments.VisibleTo(db, user).Where(c => c.Id == commitment).Select(c => (OrganizationId?)c.OrganizationId)
            : db.Dialogues.VisibleTo(db, user).Where(d => d.Id == place.DialogueId).Select(d => (OrganizationId?)d.OrganizationId);
        return await organizations.SingleOrDefaultAsync(ct) ?? throw NotFound(place);
    }

    /// <summary>A voice at a place that the caller may see.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), or the caller expects another version.</exception>
    public static async Task<Voice> GetForChangeAsync(
        this ITrackerDb db,
        ICurrentUser user,
        VoicePlace place,
        VoiceId id,
        CancellationToken ct
    )
    {
        await db.MustSeeAsync(user, place, ct);
        return (await db.Voices.At(place).GetAsync("voice", v => v.Id == id, ct)).MustBeExpectedBy(user);
    }

    public static DomainException NotFound(VoicePlace place) =>
        DomainException.NotFound(place.CommitmentId is null ? "dialogue" : "commitment");
}
