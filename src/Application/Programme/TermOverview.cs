using PartnershipTracker.Application.Dashboard;
using PartnershipTracker.Application.Dialogues;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Programme;

/// <summary>
/// A pillar or theme: what was committed, by whom and where, and its initiatives and dialogues, as far as the caller may see them.
/// </summary>
public sealed record TermOverview
{
    public VocabularyKind Kind { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public string? Description { get; init; }

    public bool IsRetired { get; init; }

    /// <summary>The commitments that were ever accepted.</summary>
    public int Committed { get; init; }

    /// <summary>Those that are completed.</summary>
    public int Completed { get; init; }

    /// <summary>Those that are overdue now.</summary>
    public int Overdue { get; init; }

    /// <summary>Those that are active and not overdue.</summary>
    public int OnTime { get; init; }

    /// <summary>The ten organizations that are accountable for the most, by their number of commitments.</summary>
    public IReadOnlyList<OrganizationCount> ByOrganization { get; init; } = [];

    /// <summary>All organizations that are accountable for a commitment that was accepted.</summary>
    public int Organizations { get; init; }

    /// <summary>A commitment in two countries counts in both.</summary>
    public IReadOnlyList<CountryCount> ByCountry { get; init; } = [];

    /// <summary>The first ten partnerships that name the pillar or theme, by name.</summary>
    public IReadOnlyList<PartnershipOfTerm> Partnerships { get; init; } = [];

    public int PartnershipsTotal { get; init; }

    /// <summary>The ten newest initiatives under the pillar, or with the theme; none for callers who may not read initiatives.</summary>
    public IReadOnlyList<InitiativeDetails> Initiatives { get; init; } = [];

    /// <summary>All of these initiatives; null for callers who may not read initiatives.</summary>
    public int? InitiativesTotal { get; init; }

    /// <summary>The ten dialogues that begin last, of partnerships that name the pillar or theme.</summary>
    public IReadOnlyList<DialogueDetails> Dialogues { get; init; } = [];

    public int DialoguesTotal { get; init; }

    /// <summary>How the board answers what members propose under the pillar; null for a theme.</summary>
    public SoundingBoard? SoundingBoard { get; init; }
}

/// <param name="Committed">The commitments that were ever accepted.</param>
public sealed record OrganizationCount(Guid OrganizationId, string Name, string? CountryCode, int Committed, int Completed, int Overdue);

public sealed record PartnershipOfTerm(Guid PartnershipId, string Name, PartnershipStatus Status, int Members);
