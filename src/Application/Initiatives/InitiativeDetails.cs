using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>An initiative with the board's answer and what became of it.</summary>
public sealed record InitiativeDetails
{
    public Guid Id { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The code of the pillar.</summary>
    public string Pillar { get; init; } = "";

    /// <summary>The codes of the themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public string Idea { get; init; } = "";

    public string Need { get; init; } = "";

    /// <summary>What the proposer brings; null for nothing yet.</summary>
    public string? Offer { get; init; }

    /// <summary>What others are asked for; null for nothing.</summary>
    public string? Ask { get; init; }

    /// <summary>The organization that would carry it; null for the proposal of an individual.</summary>
    public Guid? OrganizationId { get; init; }

    public string? OrganizationName { get; init; }

    /// <summary>The name of the person who proposed it; null where it is unknown, was erased, or where a system proposed it.</summary>
    public string? ProposerName { get; init; }

    /// <summary>Whether the proposer was at the beginning of their career then.</summary>
    public bool IsByEarlyCareer { get; init; }

    /// <summary>Whether the caller proposed it.</summary>
    public bool IsMine { get; init; }

    /// <summary>Whether the caller, or their organization, supports it.</summary>
    public bool IsSupportedByMe { get; init; }

    /// <summary>Whether the caller may decide on it now.</summary>
    public bool MayDecide { get; init; }

    public InitiativeStatus Status { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>The last day for the board's answer; it ends in UTC.</summary>
    public DateOnly DecisionDueOn { get; init; }

    /// <summary>The instant at which that day ends (UTC).</summary>
    public DateTimeOffset DecisionDueAt { get; init; }

    /// <summary>Whether it still waits for the board after that instant.</summary>
    public bool IsOverdue { get; init; }

    /// <summary>Days since the day for the answer; 0 while it is not overdue.</summary>
    public int DaysOverdue { get; init; }

    /// <summary>When the board answered, or the proposer withdrew it (UTC).</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The reason of the board, or why it was withdrawn.</summary>
    public string? DecisionReason { get; init; }

    /// <summary>How many persons and organizations support it.</summary>
    public int Supports { get; init; }

    public int Comments { get; init; }

    /// <summary>Concerns that are not resolved.</summary>
    public int OpenConcerns { get; init; }

    /// <summary>The partnership that it became.</summary>
    public Guid? PartnershipId { get; init; }

    public string? PartnershipName { get; init; }

    /// <summary>The last commitment that was drafted of it.</summary>
    public Guid? CommitmentId { get; init; }

    public string? CommitmentTitle { get; init; }

    /// <summary>Whether it became a partnership, or a commitment of it was submitted, also one that the caller may not see.</summary>
    public bool IsTakenUp { get; init; }

    /// <summary>Whether the caller may make a commitment of it now.</summary>
    public bool MayTakeUp { get; init; }

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal static class InitiativeProjection
{
    /// <summary>What became of an initiative is named only to callers who may see it.</summary>
    public static IQueryable<InitiativeDetails> AsDetails(
        this IQueryable<Initiative> initiatives,
        ITrackerDb db,
        ICurrentUser user,
        DateTimeOffset now
    )
    {
        var (person, key) = (user.AsFiler().Person, user.AsFiler().Key);
        var supporter = InitiativeSupport.KeyOf(user.AsFiler(), user.OrganizationId);
        var decides = user.Role is { } role && RoleTable.Allows(role, Right.DecideInitiatives);
        var submits = user.Role is { } any && RoleTable.Allows(any, Right.Submit);
        var own = db.Initiatives.WhereOwn(db, user).Select(i => i.Id);
        var involved = db.Initiatives.WhereInvolves(db, user).Select(i => i.Id);
        var takenUp = db.Initiatives.WhereTakenUp(db).Select(i => i.Id);
        var standing = db.Commitments.WhereStands();
        var partnerships = db.Partnerships.VisibleTo(db, user);
        var commitments = db.Commitments.VisibleTo(db, user);
        return initiatives.Select(i => new InitiativeDetails
        {
            Id = i.Id.Value,
            Title = i.Title,
            Pillar = i.Pillar,
            Themes = i.Themes,
            Idea = i.Idea,
            Need = i.Need,
            Offer = i.Offer,
            Ask = i.Ask,
            OrganizationId = i.OrganizationId == null ? null : i.OrganizationId.Value.Value,
            OrganizationName = db.Organizations.Where(o => o.Id == i.OrganizationId).Select(o => o.Name).FirstOrDefault(),
            ProposerName = db.Users.Where(u => u.Id == i.ProposedBy.Person).Select(u => u.Name).FirstOrDefault(),
            IsByEarlyCareer = i.IsByEarlyCareer,
            IsMine = (person != null && i.ProposedBy.Person == person) || (key != null && i.ProposedBy.Key == key),
            IsSupportedByMe = db.InitiativeSupports.Any(s =>
                s.InitiativeId == i.Id && s.SupporterKey == supporter && s.WithdrawnAt == null
            ),
            MayDecide = decides && i.Status == InitiativeStatus.Proposed && !own.Contains(i.Id),
            Status = i.Status,
            ProposedAt = i.ProposedAt,
            DecisionDueOn = i.DecisionDueOn,
            DecisionDueAt = i.DecisionDueAt,
            IsOverdue = i.Status == InitiativeStatus.Proposed && i.DecisionDueAt <= now,
            DecidedAt = i.DecidedAt,
            DecisionReason = i.DecisionReason,
            Supports = db.InitiativeSupports.Count(s => s.InitiativeId == i.Id && s.WithdrawnAt == null),
            Comments = db.InitiativeComments.Count(c => c.InitiativeId == i.Id),
            OpenConcerns = db.InitiativeConcerns.Count(c => c.InitiativeId == i.Id && c.ResolvedAt == null),
            PartnershipId = i.PartnershipId == null ? null : i.PartnershipId.Value.Value,
            PartnershipName = partnerships.Where(p => p.Id == i.PartnershipId).Select(p => p.Name).FirstOrDefault(),
            CommitmentId = i.CommitmentId == null ? null : i.CommitmentId.Value.Value,
            CommitmentTitle = commitments.Where(c => c.Id == i.CommitmentId).Select(c => c.Title).FirstOrDefault(),
            IsTakenUp = takenUp.Contains(i.Id),
            MayTakeUp =
                submits && i.Status == InitiativeStatus.Accepted && involved.Contains(i.Id) && !standing.Any(c => c.InitiativeId == i.Id),
            UpdatedAt = i.UpdatedAt,
            Version = i.Version,
        });
    }

    /// <summary>Adds what is computed from the stored day.</summary>
    public static InitiativeDetails At(this InitiativeDetails found, DateTimeOffset now) =>
        found with
        {
            DaysOverdue = DueDay.DaysOverdue(found.DecisionDueOn, found.IsOverdue ? found.DecisionDueAt : null, now, TimeZoneInfo.Utc),
        };
}
