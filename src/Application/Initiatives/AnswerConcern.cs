using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Initiatives;

namespace PartnershipTracker.Application.Initiatives;

/// <summary>The proposer answers a concern, also anew, until it is resolved; earlier answers stay readable.</summary>
[Needs(Right.Propose)]
public sealed record AnswerConcern(InitiativeId InitiativeId, InitiativeConcernId ConcernId, string Answer) : IRequest;

internal sealed class AnswerConcernValidator : AbstractValidator<AnswerConcern>
{
    public AnswerConcernValidator() => RuleFor(c => c.Answer).Required(Limits.Note);
}

internal sealed class AnswerConcernHandler(ITrackerDb db, ICurrentUser user, TimeProvider time) : IRequestHandler<AnswerConcern>
{
    public async Task<Unit> Handle(AnswerConcern command, CancellationToken ct)
    {
        var initiative = await db.GetForChangeAsync(user, command.InitiativeId, ct);
        var concern = await db.InitiativeConcerns.GetAsync(
            "initiativeConcern",
            c => c.Id == command.ConcernId && c.InitiativeId == initiative.Id,
            ct
        );
        if (initiative.AnswerConcern(concern, command.Answer, user.AsFiler(), time.GetUtcNow()) is { } earlier)
            db.EarlierConcernAnswers.Add(earlier);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
