using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Lists the versions of a commitment, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListVersions(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<VersionDetails>>,
        ISupportsUpdatedSince;

/// <summary>The state of a commitment between two changes.</summary>
public sealed record VersionDetails
{
    public int Version { get; init; }

    /// <summary>The start of the version (UTC).</summary>
    public DateTimeOffset ValidFrom { get; init; }

    /// <summary>The end of the version (UTC), exclusive; null for the current version.</summary>
    public DateTimeOffset? ValidTo { get; init; }

    public CommitmentStatus Status { get; init; }

    public Guid OrganizationId { get; init; }

    public Guid PartnershipId { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The code of a pillar, e.g. <c>advocacy</c>.</summary>
    public string? Pillar { get; init; }

    /// <summary>Codes of themes.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2; the country of the organization where the commitment named none.</summary>
    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public DateOnly? DueDate { get; init; }

    public DateOnly? OriginalDueDate { get; init; }

    public int TimesMoved { get; init; }

    public int DaysSlipped { get; init; }

    public DateOnly? ReportedCompleteOn { get; init; }

    public CompletionLevel? AssessedLevel { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>Whether it was ever accepted.</summary>
    public bool WasAccepted { get; init; }

    /// <summary>The day on which it was withdrawn or superseded while overdue; null if it was not.</summary>
    public DateOnly? EndedOverdueOn { get; init; }

    /// <summary>0 to 1.</summary>
    public decimal SmartScore { get; init; }

    public SmartLevel SmartLevel { get; init; }

    public ReportingFrequency ReportingFrequency { get; init; }

    /// <summary>
    /// When the commitment became or would have become overdue (UTC); null if no deadline applied. The next three are deadlines of the same
    /// kind.
    /// </summary>
    public DateTimeOffset? OverdueAt { get; init; }

    public DateTimeOffset? ReportDueAt { get; init; }

    public DateTimeOffset? ReviewDueAt { get; init; }

    public DateTimeOffset? OffTrackAt { get; init; }
}

internal sealed class VersionMaps : Profile
{
    public VersionMaps() => CreateMap<CommitmentVersion, VersionDetails>();
}

internal sealed class ListVersionsValidator : AbstractValidator<ListVersions>
{
    public ListVersionsValidator() => this.Paged();
}

internal sealed class ListVersionsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListVersions, Page<VersionDetails>>
{
    public async Task<Page<VersionDetails>> Handle(ListVersions query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        var rows = db.CommitmentVersions.Where(v => v.CommitmentId == query.CommitmentId);
        if (query.UpdatedSince is { } since)
            rows = rows.Where(v => v.ValidFrom >= since || v.ValidTo >= since);
        return await rows.ToPageAsync(query, v => v.ValidFrom, descending: true, page => page.ProjectTo<VersionDetails>(maps), ct);
    }
}

internal static class Versions
{
    /// <summary>Selects the version of each commitment that was valid at an instant, at most one for each.</summary>
    public static IQueryable<CommitmentVersion> AsOf(this IQueryable<CommitmentVersion> versions, DateTimeOffset at) =>
        versions.Where(v => v.ValidFrom <= at && (v.ValidTo == null || v.ValidTo > at));
}
