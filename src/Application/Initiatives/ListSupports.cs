using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Those who support an initiative, the newest first; withdrawn supports are left out.</summary>
[Needs(Right.Read)]
public sealed record ListSupports(InitiativeId InitiativeId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<SupportDetails>>,
        ISupportsUpdatedSince;

/// <param name="PersonName">Null where it is unknown, was erased, or where a system supports it.</param>
/// <param name="OrganizationId">The organization that supports it; null for an individual.</param>
/// <param name="Brings">What the supporter brings.</param>
/// <param name="IsMine">Whether the caller, or their organization, can withdraw it.</param>
public sealed record SupportDetails(
    Guid Id,
    Guid? OrganizationId,
    string? OrganizationName,
    string? PersonName,
    string Brings,
    DateTimeOffset SupportedAt,
    bool IsMine
);

internal sealed class ListSupportsValidator : AbstractValidator<ListSupports>
{
    public ListSupportsValidator() => this.Paged();
}

internal sealed class ListSupportsHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListSupports, Page<SupportDetails>>
{
    public Task<Page<SupportDetails>> Handle(ListSupports query, CancellationToken ct)
    {
        var (person, key, own) = (user.AsFiler().Person, user.AsFiler().Key, user.OrganizationId);
        return db
            .InitiativeSupports.Where(s => s.InitiativeId == query.InitiativeId && s.WithdrawnAt == null)
            .ToPageOfAsync(
                db.Initiatives.VisibleTo(user).Where(i => i.Id == query.InitiativeId),
                "initiative",
                query,
                s => s.SupportedAt,
                s => new SupportDetails(
                    s.Id.Value,
                    s.OrganizationId == null ? null : s.OrganizationId.Value.Value,
                    db.Organizations.Where(o => o.Id == s.OrganizationId).Select(o => o.Name).FirstOrDefault(),
                    db.Users.Where(u => u.Id == s.By.Person).Select(u => u.Name).FirstOrDefault(),
                    s.Brings,
                    s.SupportedAt,
                    (person != null && s.By.Person == person)
                        || (key != null && s.By.Key == key)
                        || (own != null && s.OrganizationId == own)
                ),
                ct
            );
    }
}
