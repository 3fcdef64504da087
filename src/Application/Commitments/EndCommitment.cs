using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Organizations;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Another, active commitment takes its place.</summary>
[Needs(Right.Promise)]
public sealed record SupersedeCommitment(CommitmentId CommitmentId, CommitmentId SuccessorId, string Reason) : IRequest;

internal sealed class SupersedeCommitmentValidator : AbstractValidator<SupersedeCommitment>
{
    public SupersedeCommitmentValidator() => RuleFor(c => c.Reason).Required(2000);
}

internal sealed class SupersedeCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<SupersedeCommitment>
{
    public async Task<Unit> Handle(SupersedeCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        var successorIsActive = await db.Commitments.VisibleTo(db, user).AnyAsync(
            c => c.Id == command.SuccessorId && c.PartnershipId == commitment.PartnershipId && c.Status == CommitmentStatus.Active, ct);
        commitment.Supersede(command.SuccessorId, successorIsActive, command.Reason, await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Takes a wrong close back.</summary>
[Needs(Right.Review)]
public sealed record ReopenCommitment(CommitmentId CommitmentId, string Reason) : IRequest;

internal sealed class ReopenCommitmentValidator : AbstractValidator<ReopenCommitment>
{
    public ReopenCommitmentValidator() => RuleFor(c => c.Reason).Required(2000);
}

internal sealed class ReopenCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ReopenCommitment>
{
    public async Task<Unit> Handle(ReopenCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustNotBeAParty(commitment);
        commitment.Reopen(command.Reason, await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Takes a wrong completion back.</summary>
[Needs(Right.Draft)]
public sealed record ReopenMilestone(CommitmentId CommitmentId, MilestoneId MilestoneId, string Reason) : IRequest;

internal sealed class ReopenMilestoneValidator : AbstractValidator<ReopenMilestone>
{
    public ReopenMilestoneValidator() => RuleFor(c => c.Reason).Required(2000);
}

internal sealed class ReopenMilestoneHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<ReopenMilestone>
{
    public async Task<Unit> Handle(ReopenMilestone command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        user.MustActFor(commitment.OrganizationId);
        commitment.ReopenMilestone(command.MilestoneId, command.Reason, await moments.OfAsync(commitment.OrganizationId, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Another member answers for it from now on.</summary>
[Needs(Right.Administer)]
public sealed record HandOverCommitment(CommitmentId CommitmentId, OrganizationId OrganizationId, string Reason) : IRequest;

internal sealed class HandOverCommitmentValidator : AbstractValidator<HandOverCommitment>
{
    public HandOverCommitmentValidator() => RuleFor(c => c.Reason).Required(2000);
}

internal sealed class HandOverCommitmentHandler(ITrackerDb db, ICurrentUser user, Moments moments) : IRequestHandler<HandOverCommitment>
{
    public async Task<Unit> Handle(HandOverCommitment command, CancellationToken ct)
    {
        var commitment = (await db.Commitments.VisibleTo(db, user).GetAsync(command.CommitmentId, ct)).MustBeExpectedBy(user);
        var to = await db.Organizations.VisibleTo(db, user).GetAsync(command.OrganizationId, ct);
        var isMember = await db.Members.AnyAsync(m => m.PartnershipId == commitment.PartnershipId && m.OrganizationId == to.Id, ct);
        commitment.HandOver(to.Id, isMember, command.Reason, await moments.OfAsync(to.Id, ct));

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await db.Flags.Where(f => f.CommitmentId == commitment.Id && f.ClearedAt == null).ExecuteUpdateAsync(set => set.SetProperty(f => f.OrganizationId, to.Id), ct);
        await db.CommitmentCountries.Where(c => c.CommitmentId == commitment.Id && !c.IsStated).ExecuteUpdateAsync(set => set.SetProperty(c => c.Code, to.CountryCode), ct);
        await transaction.CommitAsync(ct);
        return Unit.Value;
    }
}
