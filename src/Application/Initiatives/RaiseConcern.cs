using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>Raises a concern, which the proposer can answer.</summary>
[Needs(Right.Propose)]
public sealed record RaiseConcern(InitiativeId InitiativeId, string Text) : IRequest<InitiativeConcernId>;

internal sealed class RaiseConcernValidator : AbstractValidator<RaiseConcern>
{
    public RaiseConcernValidator() => RuleFor(c => c.Text).Required(Limits.Note);
}

internal sealed class RaiseConcernHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<RaiseConcern, InitiativeConcernId>
{
    public async Task<InitiativeConcernId> Handle(RaiseConcern command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var concern = initiative.RaiseConcern(command.Text, user.AsFiler(), user.OrganizationId, time.GetUtcNow());
        db.InitiativeConcerns.Add(concern);
        await db.SaveChangesAsync(ct);
        return concern.Id;
    }
}
