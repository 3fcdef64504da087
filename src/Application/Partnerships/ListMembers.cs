using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Partnerships;
using PartnershipTracker.Domain.Reference;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Read)]
public sealed record ListMembers(
    PartnershipId PartnershipId,
    MemberRole? Role = null,
    int? Limit = null,
    string? Cursor = null,
    DateTimeOffset? UpdatedSince = null
) : IRequest<Page<MemberDetails>>, ISupportsUpdatedSince
{
    public bool WithoutTotal { get; init; }
}

/// <summary>A member of a partnership, with the organization's name.</summary>
public sealed record MemberDetails(
    Guid OrganizationId,
    string OrganizationName,
    Sector Sector,
    string? CountryCode,
    MemberRole Role,
    DateOnly JoinedOn
);

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
        var visible = db.Partnerships.VisibleTo(db, user).Where(p => p.Id == query.PartnershipId);
        var rows = db.Members.Where(m => visible.Any(p => p.Id == m.PartnershipId));
        if (query.Role is { } role)
            rows = rows.Where(m => m.Role == role);
        var page = await rows.ToPageAsync(
            query,
            m => m.Seq,
            descending: false,
            page =>
                from m in page
                join o in db.Organizations on m.OrganizationId equals o.Id
                orderby m.Seq
                select new MemberDetails(m.OrganizationId.Value, o.Name, o.Sector, o.CountryCode, m.Role, m.JoinedOn),
            ct
        );
        if (page.Items.Count == 0)
            await visible.GetAsync(query.PartnershipId, ct);
        return page;
    }
}
