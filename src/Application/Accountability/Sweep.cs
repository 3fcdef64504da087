using System.Data;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using PartnershipTracker.Application.Commitments;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Dialogues;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Accountability;

/// <summary>
/// Raises a flag for everything that became overdue and clears flags whose cause no longer exists. It reads only rows with a deadline that
/// has passed or that were changed (<c>SweepAt</c>), in a few statements, so its cost depends on what happened since the last run and not
/// on the size of the tables. Running it again changes nothing.
/// </summary>
[Needs(Right.Administer)]
public sealed record Sweep : IRequest<SweepResult>;

/// <param name="Raised">The number of flags raised.</param>
/// <param name="Cleared">The number of flags cleared.</param>
public sealed record SweepResult(int Raised, int Cleared)
{
    public static SweepResult operator +(SweepResult a, SweepResult b) => new(a.Raised + b.Raised, a.Cleared + b.Cleared);
}

internal sealed partial class SweepHandler(
    ITrackerDb db,
    DecisionContexts contexts,
    TrackerMeters meters,
    TimeProvider time,
    ILogger<SweepHandler> logger
) : IRequestHandler<Sweep, SweepResult>
{
    private const int AtOnce = 200;

    /// <summary>How long a commitment, an initiative or a dialogue that fails is skipped, so that it does not block the others.</summary>
    private static readonly TimeSpan PutOffFor = TimeSpan.FromHours(1);

    public async Task<SweepResult> Handle(Sweep command, CancellationToken ct)
    {
        var begun = time.GetTimestamp();
        await RollPeriodsAsync(ct);
        var result = await SweepAllAsync(ct) + await SweepInitiativesAsync(ct) + await SweepOutcomesAsync(ct);
        meters.Swept(result.Raised, time.GetElapsedTime(begun));
        return result;
    }

    private async Task<SweepResult> SweepAllAsync(CancellationToken ct)
    {
        try
        {
            return await SweepAsync(SweepSql.All, null, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !db.Session.IsInTransaction)
        {
            LogAlone(logger, e.GetType().Name);
            return await SweepOneByOneAsync(ct);
        }
    }

    /// <summary>Raises and clears the flags of initiatives that the board has not answered in time.</summary>
    private async Task<SweepResult> SweepInitiativesAsync(CancellationToken ct)
    {
        try
        {
            return await SweepAsync(InitiativeSweepSql.All, null, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !db.Session.IsInTransaction)
        {
            LogAlone(logger, e.GetType().Name);
            return await SweepInitiativesOneByOneAsync(ct);
        }
    }

    /// <summary>Raises and clears the flags of outcomes of dialogues that nobody has taken up in time.</summary>
    private async Task<SweepResult> SweepOutcomesAsync(CancellationToken ct)
    {
        var total = new SweepResult(0, 0);
        try
        {
            while (true)
            {
                var some = await SweepAsync(OutcomeSweepSql.All, null, ct);
                total += some;
                if (some.Raised < OutcomeSweepSql.AtOnce)
                    return total;
                await db.Session.LetOthersWriteAsync(ct);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException && !db.Session.IsInTransaction)
        {
            LogAlone(logger, e.GetType().Name);
            return total + await SweepDialoguesOneByOneAsync(ct);
        }
    }

    /// <param name="only">The commitment, initiative or dialogue, for statements about a single one.</param>
    private async Task<SweepResult> SweepAsync(SweepStatements sql, Guid? only, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcTicks;

        // A change made to a commitment during the sweep must not lose its SweepAt: on PostgreSQL the later writer then starts again.
        var (raised, cleared) = (0, 0);
        await db.InTransactionAsync(
            async () =>
            {
                cleared = await DoAsync(sql.Clear, now, only, ct);
                await DoAsync([sql.RecordCleared], now, only, ct);
                raised = await DoAsync(sql.Raise, now, only, ct);
                await DoAsync([sql.RecordRaised], now, only, ct);
                if (await db.Webhooks.AnyAsync(w => w.Status == WebhookStatus.Active, ct))
                    await DoAsync(sql.QueueDeliveries, now, only, ct);
                await DoAsync(sql.Reset, now, only, ct);
            },
            ct,
            IsolationLevel.RepeatableRead
        );
        return new SweepResult(raised, cleared);
    }

    /// <summary>
    /// Used when the statements failed for all commitments together: each is swept alone, and those that fail are postponed.
    /// </summary>
    private async Task<SweepResult> SweepOneByOneAsync(CancellationToken ct)
    {
        var (now, total) = (time.GetUtcNow(), new SweepResult(0, 0));
        var due = await db
            .Commitments.Where(c => c.SweepAt <= now || c.Milestones.Any(m => m.SweepAt <= now))
            .Select(c => c.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                var (raised, cleared) = await SweepAsync(SweepSql.One, id.Value, ct);
                total = new SweepResult(total.Raised + raised, total.Cleared + cleared);
            }
            catch (Exception e) when (db.Session.IsConflict(e))
            {
                // Another sweep or a change has it at this moment, and the next sweep reads it again.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogPutOff(logger, id.Value, e.GetType().Name);
                var again = now + PutOffFor;
                await db
                    .Commitments.Where(c => c.Id == id && c.SweepAt <= now)
                    .ExecuteUpdateAsync(set => set.SetProperty(c => c.SweepAt, again), ct);
                await db
                    .Milestones.Where(m => m.CommitmentId == id && m.SweepAt <= now)
                    .ExecuteUpdateAsync(set => set.SetProperty(m => m.SweepAt, again), ct);
            }
        }

        return total;
    }

    /// <summary>As <see cref="SweepOneByOneAsync"/>, for the initiatives whose flag is raised or cleared now.</summary>
    private async Task<SweepResult> SweepInitiativesOneByOneAsync(CancellationToken ct)
    {
        var (now, total) = (time.GetUtcNow(), new SweepResult(0, 0));
        var open = db.Flags.Where(f => f.ClearedAt == null);
        var due = await db
            .Initiatives.Where(i => i.SweepPutOffUntil == null || i.SweepPutOffUntil <= now)
            .Where(i => i.Status != InitiativeStatus.Proposed || i.DecisionDueAt <= now)
            .Where(i => open.Any(f => f.InitiativeId == i.Id) == (i.Status != InitiativeStatus.Proposed))
            .Select(i => i.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                var (raised, cleared) = await SweepAsync(InitiativeSweepSql.One, id.Value, ct);
                total = new SweepResult(total.Raised + raised, total.Cleared + cleared);
            }
            catch (Exception e) when (db.Session.IsConflict(e))
            {
                // Another sweep or a decision has it at this moment, and the next sweep reads it again.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogInitiativePutOff(logger, id.Value, e.GetType().Name);
                var again = now + PutOffFor;
                await db.Initiatives.Where(i => i.Id == id).ExecuteUpdateAsync(set => set.SetProperty(i => i.SweepPutOffUntil, again), ct);
            }
        }

        return total;
    }

    /// <summary>As <see cref="SweepOneByOneAsync"/>, for the dialogues whose day for taking up outcomes has passed or moved.</summary>
    private async Task<SweepResult> SweepDialoguesOneByOneAsync(CancellationToken ct)
    {
        var (now, total) = (time.GetUtcNow(), new SweepResult(0, 0));
        var flagged = db
            .Flags.Where(f => f.OutcomeId != null && f.ClearedAt == null)
            .Join(db.Outcomes, f => f.OutcomeId, o => (OutcomeId?)o.Id, (_, o) => o.DialogueId);
        var due = await db
            .Dialogues.Where(d => d.SweepPutOffUntil == null || d.SweepPutOffUntil <= now)
            .Where(d => (d.Status == DialogueStatus.Published && d.TakeUpEndsAt <= now) || flagged.Contains(d.Id))
            .Select(d => d.Id)
            .ToListAsync(ct);
        foreach (var id in due)
        {
            try
            {
                total += await SweepAsync(OutcomeSweepSql.One, id.Value, ct);
            }
            catch (Exception e) when (db.Session.IsConflict(e))
            {
                // Another sweep has it at this moment, and the next sweep reads it again.
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogDialoguePutOff(logger, id.Value, e.GetType().Name);
                var again = now + PutOffFor;
                await db.Dialogues.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.SweepPutOffUntil, again), ct);
            }
        }

        return total;
    }

    /// <summary>Creates the period that follows each reporting period that has begun since the last run.</summary>
    private async Task RollPeriodsAsync(CancellationToken ct)
    {
        while (true)
        {
            var now = time.GetUtcNow();
            var some = await db
                .Commitments.Where(c => c.PeriodsRollAt <= now)
                .OrderBy(c => c.PeriodsRollAt)
                .Take(AtOnce)
                .Select(c => c.Id)
                .ToListAsync(ct);
            if (some.Count == 0)
                return;
            try
            {
                await RollAsync(some, ct);
            }
            catch (Exception e) when (e is not OperationCanceledException && !db.Session.IsInTransaction)
            {
                LogAlone(logger, e.GetType().Name);
                foreach (var id in some)
                    await RollAloneAsync(id, ct);
            }
        }
    }

    private async Task RollAsync(List<CommitmentId> ids, CancellationToken ct)
    {
        db.Session.ClearTracked();
        var commitments = await db.Commitments.Where(c => ids.Contains(c.Id)).ForChange().ToListAsync(ct);
        var byOrganization = await contexts.OfAsync(commitments.Select(c => c.OrganizationId), ct);
        commitments.ForEach(commitment => commitment.RollPeriods(byOrganization[commitment.OrganizationId]));
        await db.SaveChangesAsync(ct);
        db.Session.ClearTracked();
    }

    private async Task RollAloneAsync(CommitmentId id, CancellationToken ct)
    {
        try
        {
            await RollAsync([id], ct);
        }
        catch (Exception e) when (db.Session.IsConflict(e))
        {
            db.Session.ClearTracked();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogPutOff(logger, id.Value, e.GetType().Name);
            db.Session.ClearTracked();
            var commitment = await db.Commitments.SingleAsync(c => c.Id == id, ct);
            commitment.PutOffPeriods(time.GetUtcNow() + PutOffFor);
            await db.SaveChangesAsync(ct);
            db.Session.ClearTracked();
        }
    }

    private async Task<int> DoAsync(IEnumerable<string> statements, long now, Guid? only, CancellationToken ct)
    {
        object[] parameters = only is { } id ? [now, id] : [now];
        var rows = 0;
        foreach (var sql in statements)
            rows += await db.Session.ExecuteSqlAsync(sql, parameters, ct);
        return rows;
    }

    [LoggerMessage(LogLevel.Warning, "The sweep failed for all that is due together ({Failure}); each is looked at alone.")]
    private static partial void LogAlone(ILogger logger, string failure);

    [LoggerMessage(LogLevel.Error, "The commitment {CommitmentId} could not be swept ({Failure}); it is put off for an hour.")]
    private static partial void LogPutOff(ILogger logger, Guid commitmentId, string failure);

    [LoggerMessage(LogLevel.Error, "The initiative {InitiativeId} could not be swept ({Failure}); it is put off for an hour.")]
    private static partial void LogInitiativePutOff(ILogger logger, Guid initiativeId, string failure);

    [LoggerMessage(LogLevel.Error, "The outcomes of dialogue {DialogueId} could not be swept ({Failure}); they are put off for an hour.")]
    private static partial void LogDialoguePutOff(ILogger logger, Guid dialogueId, string failure);
}
