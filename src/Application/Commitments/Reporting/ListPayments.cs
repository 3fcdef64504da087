using AutoMapper;
using FluentValidation;
using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Lists payments, the newest first.</summary>
[Needs(Right.Read)]
public sealed record ListPayments(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null, DateTimeOffset? UpdatedSince = null)
    : IRequest<Page<PaymentDetails>>,
        ISupportsUpdatedSince;

internal sealed class ListPaymentsValidator : AbstractValidator<ListPayments>
{
    public ListPaymentsValidator() => this.Paged();
}

internal sealed class ListPaymentsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps)
    : IRequestHandler<ListPayments, Page<PaymentDetails>>
{
    public Task<Page<PaymentDetails>> Handle(ListPayments query, CancellationToken ct) =>
        db
            .Payments.Where(p => p.CommitmentId == query.CommitmentId)
            .ToPageOfAsync(
                query.CommitmentId,
                db.Commitments.VisibleTo(db, user),
                query,
                row => row.Seq,
                maps.Projection<Payment, PaymentDetails>(),
                ct
            );
}
