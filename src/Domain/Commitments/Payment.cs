using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Domain.Commitments;

public readonly record struct PaymentId(Guid Value)
{
    public static PaymentId New() => new(Guid.CreateVersion7());
}

/// <summary>Money that was paid towards a commitment. Amounts in different currencies are never added.</summary>
public sealed class Payment : TrackedEntity
{
    private Payment() { }

    internal Payment(CommitmentId commitmentId, decimal amount, string currency, DateOnly paidOn, string? evidence, DateTimeOffset now)
    {
        Id = PaymentId.New();
        CommitmentId = commitmentId;
        Amount = NumberRules.Stored(amount);
        Currency = currency;
        PaidOn = paidOn;
        Evidence = Blank.ToNull(evidence);
        RecordedAt = now;
    }

    public PaymentId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public DateOnly PaidOn { get; private set; }

    /// <summary>A URL.</summary>
    public string? Evidence { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
