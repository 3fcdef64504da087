using AutoMapper;
using AutoMapper.QueryableExtensions;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <param name="Share">Percent of the whole; left out when nobody has said.</param>
[Needs(Right.Promise)]
public sealed record AddSupporter(CommitmentId CommitmentId, OrganizationId OrganizationId, decimal? Share = null) : IRequest;

internal sealed class AddSupporterValidator : AbstractValidator<AddSupporter>
{
    public AddSupporterValidator() => RuleFor(s => s.Share).InclusiveBetween(0.01m, 100).Say("form.between", 0.01m, 100);
}

internal sealed class AddSupporterHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<AddSupporter>
{
    public async Task<Unit> Handle(AddSupporter command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        var supporter = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        var isMember = await db.Members.AnyAsync(m => m.PartnershipId == commitment.PartnershipId && m.OrganizationId == supporter.Id, ct);
        commitment.AddSupporter(supporter.Id, command.Share, isMember);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

[Needs(Right.Promise)]
public sealed record RemoveSupporter(CommitmentId CommitmentId, OrganizationId OrganizationId) : IRequest;

internal sealed class RemoveSupporterHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<RemoveSupporter>
{
    public async Task<Unit> Handle(RemoveSupporter command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        commitment.RemoveSupporter(command.OrganizationId);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <param name="Currency">ISO 4217. Only what is in the currency of the promise counts towards it.</param>
/// <param name="Evidence">An address.</param>
[Needs(Right.Draft)]
public sealed record RecordPayment(CommitmentId CommitmentId, decimal Amount, string Currency, DateOnly PaidOn, string? Evidence = null) : IRequest<PaymentDetails>;

internal sealed class RecordPaymentValidator : AbstractValidator<RecordPayment>
{
    public RecordPaymentValidator()
    {
        RuleFor(p => p.Amount).InclusiveBetween(0.01m, 1_000_000_000_000_000m).Say("form.between", 0.01m, 1_000_000_000_000_000m);
        RuleFor(p => p.Currency).Required(3);
        RuleFor(p => p.PaidOn).NotEmpty().Say("form.required");
        RuleFor(p => p.Evidence).HttpUrl(Evidence.UrlMaxLength);
    }
}

internal sealed class RecordPaymentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<RecordPayment, PaymentDetails>
{
    public async Task<PaymentDetails> Handle(RecordPayment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustBeAParty(commitment);
        var payment = commitment.RecordPayment(command.Amount, command.Currency, command.PaidOn, command.Evidence, await moments.OfAsync(commitment.OrganizationId, ct));
        db.Payments.Add(payment);
        await db.SaveChangesAsync(ct);
        return new PaymentDetails { Id = payment.Id.Value, Amount = payment.Amount, Currency = payment.Currency, PaidOn = payment.PaidOn, Evidence = payment.Evidence, RecordedAt = payment.RecordedAt };
    }
}

public sealed record PaymentDetails
{
    public Guid Id { get; init; }

    public decimal Amount { get; init; }

    /// <summary>ISO 4217; amounts of different currencies are never added.</summary>
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

/// <summary>The newest first.</summary>
[Needs(Right.Read)]
public sealed record ListPayments(CommitmentId CommitmentId, int? Limit = null, string? Cursor = null) : IRequest<Page<PaymentDetails>>, IPaged;

internal sealed class ListPaymentsValidator : AbstractValidator<ListPayments>
{
    public ListPaymentsValidator() => this.Paged();
}

internal sealed class ListPaymentsHandler(ITrackerDb db, ICurrentUser user, IConfigurationProvider maps) : IRequestHandler<ListPayments, Page<PaymentDetails>>
{
    public async Task<Page<PaymentDetails>> Handle(ListPayments query, CancellationToken ct)
    {
        await db.Commitments.VisibleTo(db, user).MustExistAsync(query.CommitmentId, ct);
        return await db.Payments.Where(p => p.CommitmentId == query.CommitmentId)
            .ToPageAsync(query, p => p.Seq, descending: true, page => page.ProjectTo<PaymentDetails>(maps), ct);
    }
}
