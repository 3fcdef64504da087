using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Programme;
using PartnershipTracker.Domain.Access;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Programme;

namespace PartnershipTracker.Application.Access;

/// <summary>
/// Replaces the stakeholder group of the signed-in person, and whether they are at the beginning of their career. Figures about initiatives
/// and about who is missing count by them. An API key has neither.
/// </summary>
/// <param name="StakeholderGroup">The code of a stakeholder group; unknown if left out.</param>
/// <param name="IsEarlyCareer">Whether the person is at the beginning of their career; unknown if left out.</param>
[Needs(Right.SignIn)]
public sealed record DescribeMyself(string? StakeholderGroup = null, bool? IsEarlyCareer = null) : IRequest;

internal sealed class DescribeMyselfValidator : AbstractValidator<DescribeMyself>
{
    public DescribeMyselfValidator(IVocabulary vocabulary) =>
        RuleFor(c => c.StakeholderGroup).IsTerm(vocabulary, VocabularyKind.StakeholderGroup, orRetired: true);
}

internal sealed class DescribeMyselfHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<DescribeMyself>
{
    public async Task<Unit> Handle(DescribeMyself command, CancellationToken ct)
    {
        if (user.Actor is not { Kind: ActorKind.User, Id: { } id })
            throw AccessErrors.NotAllowed();
        var person = await db.Users.SingleAsync(u => u.Id == new UserId(id), ct);
        person.DescribeThemselves(command.StakeholderGroup, command.IsEarlyCareer);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
