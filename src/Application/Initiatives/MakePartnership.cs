using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>
/// Makes a proposed partnership of an accepted initiative. What is left out is taken from the initiative; the organization that carries it
/// becomes the lead member.
/// </summary>
/// <param name="Name">The title of the initiative if left out.</param>
/// <param name="StartDate">Today (UTC) if left out.</param>
/// <param name="Summary">The idea of the initiative if left out.</param>
/// <param name="OrganizationId">Who carries it; needed for the initiative of an individual.</param>
[Needs(Right.Administer)]
public sealed record MakePartnership(
    InitiativeId InitiativeId,
    string? Name = null,
    DateOnly? StartDate = null,
    string? Summary = null,
    OrganizationId? OrganizationId = null
) : IRequest<PartnershipId>;

internal sealed class MakePartnershipValidator : AbstractValidator<MakePartnership>
{
    public MakePartnershipValidator()
    {
        RuleFor(p => p.Name).OptionalLine(Limits.Title);
        RuleFor(p => p.StartDate).OptionalDay();
        RuleFor(p => p.Summary).Optional(Limits.Note);
    }
}

internal sealed class MakePartnershipHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<MakePartnership, PartnershipId>
{
    public async Task<PartnershipId> Handle(MakePartnership command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var carrier = initiative.MayBecomePartnership(command.OrganizationId);
        var organization = await db.Organizations.VisibleTo(db, user).GetAsync(carrier, ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var partnership = Partnership.Propose(
            new PartnershipTerms(
                Blank.ToNull(command.Name) ?? initiative.Title,
                Blank.ToNull(command.Summary) ?? initiative.Idea,
                [initiative.Pillar],
                initiative.Themes,
                [],
                [],
                command.StartDate ?? today
            ),
            initiative.Id
        );
        db.Partnerships.Add(partnership);
        db.Members.Add(partnership.Join(organization.Id, MemberRole.Lead, isMember: false, today));
        initiative.BecomePartnership(partnership.Id);
        await db.SaveChangesAsync(ct);
        return partnership.Id;
    }
}
