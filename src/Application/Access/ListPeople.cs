using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;

namespace PartnershipTracker.Application.Access;

[Needs(Right.ManagePeople)]
public sealed record ListPeople(int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<PersonDetails>>,
        ISupportsUpdatedSince;

internal sealed class ListPeopleValidator : AbstractValidator<ListPeople>
{
    public ListPeopleValidator() => this.Paged();
}

internal sealed class ListPeopleHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ListPeople, Page<PersonDetails>>
{
    public Task<Page<PersonDetails>> Handle(ListPeople query, CancellationToken ct) =>
        db.Users.ManagedBy(user).ToPageAsync(query, u => u.Email, descending: false, page => page.AsDetails(db), ct);
}
