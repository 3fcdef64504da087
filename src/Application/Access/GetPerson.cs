using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Access;

[Needs(Right.ManagePeople)]
public sealed record GetPerson(UserId UserId) : IRequest<PersonDetails>;

internal sealed class GetPersonHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<GetPerson, PersonDetails>
{
    public async Task<PersonDetails> Handle(GetPerson query, CancellationToken ct) =>
        await db.Users.ManagedBy(user).Where(u => u.Id == query.UserId).AsDetails(db).SingleOrDefaultAsync(ct)
        ?? throw DomainException.NotFound("person");
}
