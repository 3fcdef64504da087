using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Domain.Commitments;

/// <summary>An organization that carries a share of a commitment. It may report; it is not accountable.</summary>
public sealed class Supporter : Entity
{
    public const int Most = 100;

    internal Supporter(CommitmentId commitmentId, OrganizationId organizationId, decimal? share)
    {
        (CommitmentId, OrganizationId, Share) = (commitmentId, organizationId, share);
    }

    public CommitmentId CommitmentId { get; private set; }

    public OrganizationId OrganizationId { get; private set; }

    /// <summary>Percent of the whole; null when nobody has said.</summary>
    public decimal? Share { get; private set; }
}

public readonly record struct PaymentId(Guid Value)
{
    public static PaymentId New() => new(Guid.CreateVersion7());
}

/// <summary>Money that was paid towards what was promised, in the currency of the commitment; never added across currencies.</summary>
public sealed class Payment : TrackedEntity
{
    private Payment()
    {
    }

    internal Payment(CommitmentId commitmentId, decimal amount, string currency, DateOnly paidOn, string? evidence, DateTimeOffset now)
    {
        (Id, CommitmentId, Amount, Currency, PaidOn, Evidence, RecordedAt) = (PaymentId.New(), commitmentId, amount, currency, paidOn, Blank.ToNull(evidence), now);
    }

    public PaymentId Id { get; private set; }

    public CommitmentId CommitmentId { get; private set; }

    public decimal Amount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";

    public DateOnly PaidOn { get; private set; }

    /// <summary>An address.</summary>
    public string? Evidence { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }
}
