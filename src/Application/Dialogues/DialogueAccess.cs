using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Dialogues;

/// <summary>Who reads and who organizes dialogues.</summary>
public static class DialogueAccess
{
    /// <summary>
    /// All dialogues for the secretariat, board and reviewers; for officers and reporters those that their organization organizes, those of
    /// its partnerships and published ones; for members published ones and those in which they or their organization take part; published
    /// ones for all others.
    /// </summary>
    public static IQueryable<Dialogue> VisibleTo(this IQueryable<Dialogue> dialogues, ITrackerDb db, ICurrentUser user)
    {
        if (user.SeesEverything())
            return dialogues;
        if (user is { Role: Role.Officer or Role.Reporter, OrganizationId: { } own })
        {
            var shared = db.Members.Where(m => m.OrganizationId == own).Select(m => m.PartnershipId);
            return dialogues.Where(d =>
                d.Status == DialogueStatus.Published
                || d.OrganizationId == own
                || (d.PartnershipId != null && shared.Contains(d.PartnershipId!.Value))
            );
        }

        return user.Role == Role.Member ? dialogues.WhereTakesPart(db, user) : dialogues.Where(d => d.Status == DialogueStatus.Published);
    }

    /// <summary>
    /// Published dialogues, those that the caller's organization organizes, and those to which the caller, or somebody with an account of
    /// the organization, is invited and has not declined. Participants have no account here; they are known by their address.
    /// </summary>
    private static IQueryable<Dialogue> WhereTakesPart(this IQueryable<Dialogue> dialogues, ITrackerDb db, ICurrentUser user)
    {
        var (person, own) = (user.Person, user.OrganizationId);
        var people = db.Users.Where(u =>
            u.DeactivatedAt == null && (u.Id == person || (u.OrganizationId != null && u.OrganizationId == own))
        );
        var invited = db
            .DialogueParticipants.Where(p => p.RemovedAt == null && p.Answer != InvitationAnswer.Declined)
            .Join(people, p => p.Email, u => u.Email, (p, _) => p.DialogueId);
        return dialogues.Where(d => d.Status == DialogueStatus.Published || d.OrganizationId == own || invited.Contains(d.Id));
    }

    /// <summary>Whether the caller organizes the dialogues of an organization: the secretariat, and its own officers.</summary>
    public static bool Organizes(this ICurrentUser user, OrganizationId organization) =>
        user.Role is { } role && RoleTable.Allows(role, Right.Organize) && user.WhyNotActFor(organization) is null;

    internal static Task<Dialogue> GetAsync(this IQueryable<Dialogue> rows, DialogueId id, CancellationToken ct) =>
        rows.GetAsync("dialogue", d => d.Id == id, ct);

    /// <summary>Loads a dialogue that the caller organizes.</summary>
    /// <exception cref="DomainException">It does not exist or is hidden (not found), the caller does not organize it, or expects another
    /// version.</exception>
    internal static async Task<Dialogue> GetForChangeAsync(this ITrackerDb db, ICurrentUser user, DialogueId id, CancellationToken ct)
    {
        var dialogue = (await db.Dialogues.VisibleTo(db, user).GetAsync(id, ct)).MustBeExpectedBy(user);
        user.MustActFor(dialogue.OrganizationId);
        return dialogue;
    }

    /// <summary>A dialogue that the caller organizes, to which rows are added without changing it.</summary>
    internal static async Task<Dialogue> GetForAddingAsync(this ITrackerDb db, ICurrentUser user, DialogueId id, CancellationToken ct) =>
        (await db.GetOrganizedAsync(user, id, ct)).MustBeExpectedBy(user);

    /// <summary>A dialogue that the caller organizes, for a change of a row that has a version of its own.</summary>
    internal static async Task<Dialogue> GetOrganizedAsync(this ITrackerDb db, ICurrentUser user, DialogueId id, CancellationToken ct)
    {
        var dialogue = await db.Dialogues.AsNoTracking().VisibleTo(db, user).GetAsync(id, ct);
        user.MustActFor(dialogue.OrganizationId);
        return dialogue;
    }

    /// <exception cref="DomainException">
    /// The dialogue does not exist or is hidden (not found), or the caller does not organize it.
    /// </exception>
    internal static async Task MustOrganizeAsync(this ITrackerDb db, ICurrentUser user, DialogueId id, CancellationToken ct)
    {
        var organization = await db
            .Dialogues.VisibleTo(db, user)
            .Where(d => d.Id == id)
            .Select(d => (OrganizationId?)d.OrganizationId)
            .SingleOrDefaultAsync(ct);
        user.MustActFor(organization ?? throw DomainException.NotFound("dialogue"));
    }

    /// <exception cref="DomainException">The dialogue does not exist or is hidden.</exception>
    internal static async Task MustExistAsync(this IQueryable<Dialogue> rows, DialogueId id, CancellationToken ct)
    {
        if (!await rows.AnyAsync(d => d.Id == id, ct))
            throw DomainException.NotFound("dialogue");
    }

    internal static Task<Segment> GetAsync(this IQueryable<Segment> rows, DialogueId dialogue, SegmentId id, CancellationToken ct) =>
        rows.GetAsync("segment", s => s.DialogueId == dialogue && s.Id == id, ct);

    internal static Task<Room> GetAsync(this IQueryable<Room> rows, DialogueId dialogue, RoomId id, CancellationToken ct) =>
        rows.GetAsync("room", r => r.DialogueId == dialogue && r.Id == id, ct);

    internal static Task<Participant> GetAsync(
        this IQueryable<Participant> rows,
        DialogueId dialogue,
        ParticipantId id,
        CancellationToken ct
    ) => rows.GetAsync("participant", p => p.DialogueId == dialogue && p.Id == id && p.RemovedAt == null, ct);

    /// <summary>
    /// The partnership of a dialogue that is planned: the organization must be a member, unless the secretariat plans it.
    /// </summary>
    internal static async Task CheckPartnershipAsync(
        this ITrackerDb db,
        ICurrentUser user,
        PartnershipId? id,
        OrganizationId organization,
        CancellationToken ct
    )
    {
        if (id is not { } partnership)
            return;
        await db.Partnerships.VisibleTo(db, user).GetAsync(partnership, ct);
        if (
            user.Role != Role.Secretariat
            && !await db.Members.AnyAsync(m => m.PartnershipId == partnership && m.OrganizationId == organization, ct)
        )
            throw DialogueErrors.NotAMember();
    }
}
