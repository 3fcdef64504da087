using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Currency">ISO 4217. Only payments in the currency of the commitment count towards its funding.</param>
/// <param name="Evidence">The address of a document that proves the payment.</param>
[Needs(Right.Contribute)]
public sealed record RecordPayment(CommitmentId CommitmentId, decimal Amount, string Currency, DateOnly PaidOn, string? Evidence = null)
    : IRequest<PaymentDetails>;

internal sealed class RecordPaymentValidator : AbstractValidator<RecordPayment>
{
    public RecordPaymentValidator()
    {
        RuleFor(p => p.Amount)
            .InclusiveBetween(Limits.MinPayment, Limits.Number)
            .WithText("form.between", Limits.MinPayment, Limits.Number);
        RuleFor(p => p.Currency).RequiredLine(Limits.Currency);
        RuleFor(p => p.PaidOn).RequiredDay();
        RuleFor(p => p.Evidence).HttpUrl(Limits.Url);
    }
}

internal sealed class RecordPaymentHandler(ITrackerDb db, ICurrentUser user, DecisionContexts contexts)
    : IRequestHandler<RecordPayment, PaymentDetails>
{
    public async Task<PaymentDetails> Handle(RecordPayment command, CancellationToken ct)
    {
        var commitment = await db.GetForChangeAsync(user, command.CommitmentId, ct);
        user.MustBeAParty(commitment);
        var payment = commitment.RecordPayment(
            command.Amount,
            command.Currency,
            command.PaidOn,
            command.Evidence,
            await contexts.OfAsync(commitment.OrganizationId, ct)
        );
        db.Payments.Add(payment);
        await db.SaveChangesAsync(ct);
        return new PaymentDetails
        {
            Id = payment.Id.Value,
            Amount = payment.Amount,
            Currency = payment.Currency,
            PaidOn = payment.PaidOn,
            Evidence = payment.Evidence,
            RecordedAt = payment.RecordedAt,
        };
    }
}
