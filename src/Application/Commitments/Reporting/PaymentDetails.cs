using AutoMapper;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>A recorded payment.</summary>
public sealed record PaymentDetails
{
    public Guid Id { get; init; }

    public decimal Amount { get; init; }

    /// <summary>ISO 4217; amounts in different currencies are never added.</summary>
    public string Currency { get; init; } = "";

    public DateOnly PaidOn { get; init; }

    public string? Evidence { get; init; }

    public DateTimeOffset RecordedAt { get; init; }
}

internal sealed class PaymentMaps : Profile
{
    public PaymentMaps()
    {
        CreateMap<Payment, PaymentDetails>();
        CreateMap<PaymentId, Guid>().ConvertUsing(id => id.Value);
    }
}
