namespace PartnershipTracker.Domain.Deferred;

/// <summary>How long a claim lasts, and when failed work is tried again.</summary>
/// <param name="ClaimFor">Longer than an attempt may take, or than one step of an attempt that extends the claim after each step.</param>
/// <param name="Waits">The waiting times after the first failure, the second, and so on; after one more failure the work is parked.</param>
public sealed record RetryPlan(TimeSpan ClaimFor, IReadOnlyList<TimeSpan> Waits)
{
    private static readonly RetryPlan Mail = new(
        TimeSpan.FromMinutes(2),
        [.. Doubling(TimeSpan.FromMinutes(1), TimeSpan.FromHours(4), 18)]
    );

    /// <summary>Three days in all.</summary>
    private static readonly RetryPlan WebhookDelivery = new(
        TimeSpan.FromMinutes(1),
        [
            TimeSpan.FromSeconds(5),
            TimeSpan.FromMinutes(5),
            TimeSpan.FromMinutes(30),
            TimeSpan.FromHours(2),
            TimeSpan.FromHours(5),
            TimeSpan.FromHours(10),
            TimeSpan.FromHours(14),
            TimeSpan.FromHours(20),
            TimeSpan.FromHours(24),
        ]
    );

    private static readonly RetryPlan Import = new(TimeSpan.FromMinutes(2), [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1)]);

    private static readonly RetryPlan Report = new(
        TimeSpan.FromMinutes(10),
        [.. Doubling(TimeSpan.FromMinutes(1), TimeSpan.FromHours(4), 10)]
    );

    private static readonly RetryPlan LinkCheck = new(TimeSpan.FromMinutes(2), [TimeSpan.FromHours(1), TimeSpan.FromDays(1)]);

    private static readonly RetryPlan ReviewDigest = new(
        TimeSpan.FromMinutes(2),
        [.. Doubling(TimeSpan.FromMinutes(1), TimeSpan.FromHours(4), 8)]
    );

    /// <summary>The claim is extended while entries are read.</summary>
    private static readonly RetryPlan AuditVerification = new(TimeSpan.FromMinutes(2), [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)]);

    public static RetryPlan Of(DeferredKind kind) =>
        kind switch
        {
            DeferredKind.Mail => Mail,
            DeferredKind.WebhookDelivery => WebhookDelivery,
            DeferredKind.Import => Import,
            DeferredKind.Report => Report,
            DeferredKind.LinkCheck => LinkCheck,
            DeferredKind.ReviewDigest => ReviewDigest,
            DeferredKind.AuditVerification => AuditVerification,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    /// <summary>The number of attempts before it is parked.</summary>
    public int MaxAttempts => Waits.Count + 1;

    /// <param name="attempts">How many have failed, from 1.</param>
    /// <returns>Up to a tenth longer than planned, derived from the id, so that work that failed together is not tried again at the same
    /// time; null where it is not tried again.</returns>
    public TimeSpan? WaitAfter(int attempts, Guid id) =>
        attempts < MaxAttempts ? Waits[Math.Max(attempts, 1) - 1] * (1 + (id.ToByteArray()[^1] / 2550.0)) : null;

    private static IEnumerable<TimeSpan> Doubling(TimeSpan first, TimeSpan longest, int count) =>
        Enumerable.Range(0, count).Select(i => first * Math.Pow(2, i)).Select(wait => wait < longest ? wait : longest);
}
