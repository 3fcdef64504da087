using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>Cancels a round that has not closed: its links stop working, and its answers are erased.</summary>
[Needs(Right.Lead)]
public sealed record CancelHealthCheckRound(PartnershipId PartnershipId, HealthCheckRoundId RoundId, string Reason) : IRequest;

internal sealed class CancelHealthCheckRoundValidator : AbstractValidator<CancelHealthCheckRound>
{
    public CancelHealthCheckRoundValidator() => RuleFor(r => r.Reason).Required(Limits.Reason);
}

internal sealed class CancelHealthCheckRoundHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<CancelHealthCheckRound>
{
    public async Task<Unit> Handle(CancelHealthCheckRound command, CancellationToken ct)
    {
        await db.GetLedAsync(user, command.PartnershipId, ct);
        var round = (await db.HealthCheckRounds.GetAsync(command.PartnershipId, command.RoundId, ct)).MustBeExpectedBy(user);
        round.Cancel(command.Reason.Trim(), time.GetUtcNow());
        await db.InTransactionAsync(
            async () =>
            {
                // Whoever answers at this moment waits for the row of the round, and is then refused.
                await db.SaveChangesAsync(ct);
                await db.HealthTallies.Where(t => t.RoundId == round.Id).ExecuteDeleteAsync(ct);
                await db.HealthCheckRounds.Where(r => r.Id == round.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Answers, 0), ct);
            },
            ct
        );
        return Unit.Value;
    }
}
