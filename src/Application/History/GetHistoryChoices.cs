using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Access;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.History;

/// <summary>What the history can be filtered by: the partnerships, organizations and people that the caller may see, by name.</summary>
[Needs(Right.Read)]
public sealed record GetHistoryChoices : IRequest<HistoryChoices>;

/// <param name="People">Empty for callers who may not see who has an account.</param>
public sealed record HistoryChoices(
    IReadOnlyList<HistoryChoice> Partnerships,
    IReadOnlyList<HistoryChoice> Organizations,
    IReadOnlyList<HistoryChoice> People
);

public sealed record HistoryChoice(Guid Id, string Name);

internal sealed class GetHistoryChoicesHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetHistoryChoices, HistoryChoices>
{
    /// <summary>A longer list is no help; the pages of an organization or a partnership lead to their own history.</summary>
    private const int Max = 200;

    public async Task<HistoryChoices> Handle(GetHistoryChoices query, CancellationToken ct) =>
        new(
            await db
                .Partnerships.VisibleTo(db, user)
                .OrderBy(p => p.NameKey)
                .Take(Max)
                .Select(p => new HistoryChoice(p.Id.Value, p.Name))
                .ToListAsync(ct),
            await db
                .Organizations.VisibleTo(db, user)
                .OrderBy(o => o.NameKey)
                .Take(Max)
                .Select(o => new HistoryChoice(o.Id.Value, o.Name))
                .ToListAsync(ct),
            user.Role is { } role && RoleTable.Allows(role, Right.ManagePeople)
                ? await db
                    .Users.ManagedBy(user)
                    .OrderBy(u => u.Name ?? u.Email)
                    .Take(Max)
                    .Select(u => new HistoryChoice(u.Id.Value, u.Name ?? u.Email))
                    .ToListAsync(ct)
                : []
        );
}
