using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>
/// Opens a round of the health check of a partnership. From its first day on, the focal points and alternates of all members get a link,
/// and the authorized officers of a member that has neither.
/// </summary>
/// <param name="Period">What the round asks about, e.g. "Second half of 2026"; once in a partnership.</param>
/// <param name="OpensOn">The first day, UTC; today if null.</param>
/// <param name="ClosesOn">The last day on which it can be answered, wherever the respondent is; 7 to 92 days in all.</param>
[Needs(Right.Lead)]
public sealed record OpenHealthCheckRound(PartnershipId PartnershipId, string Period, DateOnly? OpensOn, DateOnly ClosesOn)
    : IRequest<HealthCheckRoundId>;

internal sealed class OpenHealthCheckRoundValidator : AbstractValidator<OpenHealthCheckRound>
{
    public OpenHealthCheckRoundValidator()
    {
        RuleFor(r => r.Period).RequiredLine(Limits.Name);
        RuleFor(r => r.OpensOn).OptionalDay();
        RuleFor(r => r.ClosesOn).RequiredDay();
    }
}

internal sealed class OpenHealthCheckRoundHandler(ITrackerDb db, ICurrentUser user, TimeProvider time)
    : IRequestHandler<OpenHealthCheckRound, HealthCheckRoundId>
{
    public async Task<HealthCheckRoundId> Handle(OpenHealthCheckRound command, CancellationToken ct)
    {
        var partnership = await db.GetLedAsync(user, command.PartnershipId, ct);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var rounds = db.HealthCheckRounds.AsNoTracking().Where(r => r.PartnershipId == partnership.Id);
        var round = HealthCheckRound.Open(
            partnership,
            await rounds.CountAsync(ct) + 1,
            command.Period,
            command.OpensOn ?? today,
            command.ClosesOn,
            today
        );
        var kept = rounds.Where(r => r.CancelledAt == null);
        if (await kept.Where(r => r.Period == round.Period).Select(r => r.Period).FirstOrDefaultAsync(ct) is { } same)
            throw HealthCheckErrors.PeriodExists(same);

        // A respondent has one link at a time.
        var overlapping = kept.Where(r => r.ClosesAt > round.OpensAt && r.OpensAt < round.ClosesAt);
        if (await overlapping.Select(r => r.Period).FirstOrDefaultAsync(ct) is { } other)
            throw HealthCheckErrors.Overlaps(other);

        db.HealthCheckRounds.Add(round);
        await db.SaveChangesAsync(ct);
        return round.Id;
    }
}
