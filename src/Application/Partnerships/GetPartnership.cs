using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Partnerships;

/// <summary>A partnership, as it is answered.</summary>
public sealed record PartnershipDetails
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    public string? Summary { get; init; }

    public IReadOnlyList<Pillar> Pillars { get; init; } = [];

    public IReadOnlyList<Theme> Themes { get; init; } = [];

    public IReadOnlyList<string> CountryCodes { get; init; } = [];

    public IReadOnlyList<string> SdgTargets { get; init; } = [];

    public DateOnly StartDate { get; init; }

    public DateOnly? EndDate { get; init; }

    public PartnershipStatus Status { get; init; }

    public bool IsPublished { get; init; }

    public int Members { get; init; }

    /// <summary>What is allowed but worth knowing, e.g. that all members are of one sector.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>When it last changed (UTC); <c>updatedSince</c> compares with it.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    public int Version { get; init; }
}

/// <param name="Code">Stable.</param>
public sealed record Remark(string Code, string Text)
{
    public static Remark Of(string code) => new(code, Texts.Error(code));
}

[Needs(Right.Read)]
public sealed record GetPartnership(PartnershipId PartnershipId) : IRequest<PartnershipDetails>;

internal sealed class GetPartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetPartnership, PartnershipDetails>
{
    public async Task<PartnershipDetails> Handle(GetPartnership query, CancellationToken ct)
    {
        var details = await db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId).AsDetails(db).SingleOrDefaultAsync(ct)
            ?? throw DomainException.NotFound("partnership");
        return details with { Remarks = [.. await RemarksAsync(query.PartnershipId, ct)] };
    }

    /// <summary>A partnership of one sector or one country is allowed; SDG 17.17 means more than that, so it is said.</summary>
    private async Task<IEnumerable<Remark>> RemarksAsync(PartnershipId id, CancellationToken ct)
    {
        var members = db.Organizations.Where(o => db.Members.Any(m => m.PartnershipId == id && m.OrganizationId == o.Id));
        var sectors = await members.Select(o => o.Sector).Distinct().Take(2).CountAsync(ct);
        var countries = await members.Select(o => o.CountryCode).Distinct().Take(2).CountAsync(ct);
        return [
            .. sectors == 1 ? [Remark.Of("partnership.oneSector")] : Array.Empty<Remark>(),
            .. countries == 1 ? [Remark.Of("partnership.oneCountry")] : Array.Empty<Remark>(),
        ];
    }
}

/// <param name="Q">Part of the name, without regard to case and accents.</param>
[Needs(Right.Read)]
public sealed record ListPartnerships(string? Q = null, PartnershipStatus? Status = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<PartnershipDetails>>, ISupportsUpdatedSince;

internal sealed class ListPartnershipsValidator : AbstractValidator<ListPartnerships>
{
    public ListPartnershipsValidator()
    {
        this.Paged();
        RuleFor(q => q.Q).OptionalLine(200);
        RuleFor(q => q.Status).IsKnownValue();
    }
}

internal sealed class ListPartnershipsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListPartnerships, Page<PartnershipDetails>>
{
    public Task<Page<PartnershipDetails>> Handle(ListPartnerships query, CancellationToken ct)
    {
        var rows = db.Partnerships.VisibleTo(db, user);
        if (Blank.ToNull(query.Q) is { } q) rows = rows.Where(p => p.NameKey.Contains(TextKey.Of(q)));
        if (query.Status is { } status) rows = rows.Where(p => p.Status == status);
        return rows.ToPageAsync(query, p => p.NameKey, descending: false, page => page.AsDetails(db), ct);
    }
}

internal static class PartnershipProjection
{
    public static IQueryable<PartnershipDetails> AsDetails(this IQueryable<Partnership> partnerships, ITrackerDb db) => partnerships.Select(p => new PartnershipDetails
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
        Members = db.Members.Count(m => m.PartnershipId == p.Id),
        UpdatedAt = p.UpdatedAt,
            Version = p.Version,
    });
}

/// <summary>A member, with the organization's name.</summary>
public sealed record MemberDetails(Guid OrganizationId, string OrganizationName, Sector Sector, string CountryCode, MemberRole Role, DateOnly JoinedOn);

[Needs(Right.Read)]
public sealed record ListMembers(PartnershipId PartnershipId, MemberRole? Role = null, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<MemberDetails>>, ISupportsUpdatedSince;

internal sealed class ListMembersValidator : AbstractValidator<ListMembers>
{
    public ListMembersValidator()
    {
        this.Paged();
        RuleFor(q => q.Role).IsKnownValue();
    }
}

internal sealed class ListMembersHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListMembers, Page<MemberDetails>>
{
    public async Task<Page<MemberDetails>> Handle(ListMembers query, CancellationToken ct)
    {
        var partnership = await db.Partnerships.VisibleTo(db, user).GetAsync(query.PartnershipId, ct);
        var rows = db.Members.Where(m => m.PartnershipId == partnership.Id);
        if (query.Role is { } role) rows = rows.Where(m => m.Role == role);
        return await rows.ToPageAsync(query, m => m.Seq, descending: false, page =>
            from m in page
            join o in db.Organizations on m.OrganizationId equals o.Id
            orderby m.Seq
            select new MemberDetails(m.OrganizationId.Value, o.Name, o.Sector, o.CountryCode, m.Role, m.JoinedOn), ct);
    }
}
