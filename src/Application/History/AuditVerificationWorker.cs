using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.History;

namespace PartnershipTracker.Application.History;

/// <summary>Carries out one verification. Its progress is saved on another connection, because its own one is busy reading.</summary>
internal sealed class AuditVerificationWorker(ITrackerDb db, AuditCheck check, IServiceScopeFactory scopes, TimeProvider time)
    : IDeferredWorker
{
    /// <summary>Stands for the reason of a verification that a person dropped.</summary>
    private const string Dropped = "dropped";

    private static readonly TimeSpan SavedEvery = TimeSpan.FromSeconds(3);

    public async Task<DeferredResult> DoAsync(Claim claim, CancellationToken ct)
    {
        if (await FindAsync(claim.SubjectId, ct) is not { IsFinished: false } verification)
            return DeferredResult.Done;
        verification.Start(await check.ToReadAsync(ct), time.GetUtcNow());
        await db.SaveChangesAsync(ct);

        var savedAt = DateTimeOffset.MinValue;
        var result = await check.RunAsync(
            verification.ExpectedHead,
            async read =>
            {
                if (time.GetUtcNow() - savedAt < SavedEvery)
                    return;
                savedAt = time.GetUtcNow();
                await SaveProgressAsync(claim, read, savedAt, ct);
            },
            ct
        );
        verification.Finish(result.Valid, AuditVerifications.Write(result), time.GetUtcNow());
        return DeferredResult.Done;
    }

    public async Task ParkedAsync(Guid subjectId, string reason, CancellationToken ct) =>
        (await FindAsync(subjectId, ct))?.Fail(reason, time.GetUtcNow());

    public async Task RetriedAsync(Guid subjectId, CancellationToken ct) => (await FindAsync(subjectId, ct))?.Retry();

    public async Task DroppedAsync(Guid subjectId, CancellationToken ct) =>
        (await FindAsync(subjectId, ct))?.Fail(Dropped, time.GetUtcNow());

    private async Task SaveProgressAsync(Claim claim, long read, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var other = scope.ServiceProvider.GetRequiredService<ITrackerDb>();
        await claim.ExtendAsync(other, now, hasAdvanced: false, ct);
        await other
            .AuditVerifications.Where(v => v.Id == new AuditVerificationId(claim.SubjectId))
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Read, read), ct);
    }

    private Task<AuditVerification?> FindAsync(Guid id, CancellationToken ct) =>
        db.AuditVerifications.SingleOrDefaultAsync(v => v.Id == new AuditVerificationId(id), ct);
}
