using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Initiatives;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>A partnership with its details.</summary>
public sealed record PartnershipDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string? Summary { get; init; }

    public IReadOnlyList<string> Pillars { get; init; } = [];

    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    public DateOnly StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public PartnershipStatus Status { get; init; }

    public bool IsPublished { get; init; }

    /// <summary>The initiative that it came from.</summary>
    public Guid? InitiativeId { get; init; }

    /// <summary>Its title; null for callers who may not read initiatives.</summary>
    public string? InitiativeTitle { get; init; }

    public int Members { get; init; }

    /// <summary>Facts that are allowed but may need attention, e.g. that all members are of one sector.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

internal static class PartnershipProjection
{
    public static IQueryable<PartnershipDetails> AsDetails(this IQueryable<Partnership> partnerships, ITrackerDb db, ICurrentUser user)
    {
        var initiatives = db.Initiatives.VisibleTo(user);
        return partnerships.Select(p => new PartnershipDetails
        {
            Id = p.Id.Value,
            Name = p.Name,
            Summary = p.Summary,
            Pillars = p.Pillars,
            Themes = p.Themes,
            CountryCodes = p.CountryCodes,
            SdgTargets = p.SdgTargets,
            StartDate = p.StartDate,
            EndDate = p.EndDate,
            Status = p.Status,
            IsPublished = p.IsPublished,
            InitiativeId = p.InitiativeId == null ? null : p.InitiativeId.Value.Value,
            InitiativeTitle = initiatives.Where(i => i.Id == p.InitiativeId).Select(i => i.Title).FirstOrDefault(),
            Members = db.Members.Count(m => m.PartnershipId == p.Id),
            UpdatedAt = p.UpdatedAt,
            Version = p.Version,
        });
    }
}
