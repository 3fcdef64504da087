using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.HealthChecks;

namespace PartnershipTracker.Application.HealthChecks;

/// <summary>
/// Answers a health check with a link, once. What is stored is that the link was used, that there is one answer more, and ten counts; the
/// history names nobody.
/// </summary>
/// <param name="Ratings">
/// One for each statement of the version with which the round was opened, in the order of <see cref="HealthInstrument.StatementsOf"/>.
/// </param>
[Needs(Right.UseLink)]
public sealed record AnswerHealthCheck(string Token, IReadOnlyList<HealthRating> Ratings) : IRequest;

internal sealed class AnswerHealthCheckValidator : AbstractValidator<AnswerHealthCheck>
{
    public AnswerHealthCheckValidator()
    {
        RuleFor(a => a.Ratings).Must(r => r is { Count: > 0 }).WithText("healthCheck.incomplete");
        RuleForEach(a => a.Ratings).IsKnownValue();
    }
}

internal sealed class AnswerHealthCheckHandler(ITrackerDb db, IMediator mediator, TimeProvider time) : IRequestHandler<AnswerHealthCheck>
{
    public async Task<Unit> Handle(AnswerHealthCheck command, CancellationToken ct)
    {
        var page = await mediator.Send(new OpenHealthCheckLink(command.Token), ct);
        if (page.State == HealthCheckLinkState.Receipt)
            throw HealthCheckErrors.AlreadyAnswered();
        if (page.State != HealthCheckLinkState.Form)
            throw HealthCheckErrors.NotOpen(page.Round.State);
        if (command.Ratings.Count != HealthInstrument.StatementsOf(page.Round.InstrumentVersion).Count)
            throw HealthCheckErrors.Incomplete();
        var invitation = await db.HealthCheckInvitations.AsNoTracking().GetByTokenAsync(command.Token, ct);
        await db.InTransactionAsync(() => CountAsync(invitation, command.Ratings, page.Round, ct), ct);
        return Unit.Value;
    }

    private async Task CountAsync(
        HealthCheckInvitation invitation,
        IReadOnlyList<HealthRating> ratings,
        HealthCheckRoundDetails round,
        CancellationToken ct
    )
    {
        // The link is used up first: of two that are sent at the same moment, the second finds it used.
        var used = await db
            .HealthCheckInvitations.Where(i => i.Seq == invitation.Seq && !i.IsAnswered)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.IsAnswered, true), ct);
        if (used == 0)
            throw HealthCheckErrors.AlreadyAnswered();

        // All answers to a round wait for this row, so that they change the counts one after the other.
        var counted = await db
            .HealthCheckRounds.Where(r => r.Id == invitation.RoundId && r.CancelledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Answers, r => r.Answers + 1), ct);
        if (counted == 0)
            throw HealthCheckErrors.NotOpen(HealthCheckState.Cancelled);

        var (asked, added) = (HealthInstrument.StatementsOf(round.InstrumentVersion), 0);
        foreach (var same in asked.Zip(ratings).GroupBy(pair => pair.Second, pair => pair.First))
        {
            var (rating, statements) = (same.Key, same.ToList());
            added += await db
                .HealthTallies.Where(t =>
                    t.RoundId == invitation.RoundId
                    && t.Role == invitation.Role
                    && t.Sector == invitation.Sector
                    && t.Rating == rating
                    && statements.Contains(t.Statement)
                )
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Count, t => t.Count + 1), ct);
        }

        if (added != asked.Count)
            throw new InvalidOperationException($"Counted {added} of {asked.Count} statements.");

        var partnership = new Domain.Partnerships.PartnershipId(round.PartnershipId);
        var happened = new HealthCheckAnswered(invitation.RoundId, partnership, round.Period);
        db.History.Add(
            new HistoryEntry(
                new HistorySubject(null, null, partnership.Value),
                "healthCheckAnswered",
                HistoryJson.Write(happened),
                Actor.Protected,
                time.GetUtcNow()
            )
        );
        await db.SaveChangesAsync(ct);
    }
}
