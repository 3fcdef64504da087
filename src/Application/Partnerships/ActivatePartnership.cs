using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Partnerships;

[Needs(Right.Administer)]
public sealed record ActivatePartnership(PartnershipId PartnershipId) : IRequest;

internal sealed class ActivatePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<ActivatePartnership>
{
    public async Task<Unit> Handle(ActivatePartnership command, CancellationToken ct)
    {
        var partnership = (await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct)).MustBeExpectedBy(user);
        partnership.Activate(await db.Members.CountAsync(m => m.PartnershipId == partnership.Id, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

[Needs(Right.Administer)]
public sealed record CompletePartnership(PartnershipId PartnershipId) : IRequest;

internal sealed class CompletePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<CompletePartnership>
{
    public async Task<Unit> Handle(CompletePartnership command, CancellationToken ct)
    {
        var partnership = (await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct)).MustBeExpectedBy(user);
        partnership.Complete(await db.OpenCommitmentsAsync(partnership.Id, ct));
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

[Needs(Right.Administer)]
public sealed record DissolvePartnership(PartnershipId PartnershipId, string Reason) : IRequest;

internal sealed class DissolvePartnershipValidator : AbstractValidator<DissolvePartnership>
{
    public DissolvePartnershipValidator() => RuleFor(p => p.Reason).Required(2000);
}

internal sealed class DissolvePartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<DissolvePartnership>
{
    public async Task<Unit> Handle(DissolvePartnership command, CancellationToken ct)
    {
        var partnership = (await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct)).MustBeExpectedBy(user);
        partnership.Dissolve(await db.OpenCommitmentsAsync(partnership.Id, ct), command.Reason.Trim());
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

/// <summary>Lets the public read the partnership and its accepted commitments, or stops it.</summary>
[Needs(Right.Administer)]
public sealed record PublishPartnership(PartnershipId PartnershipId, bool IsPublished) : IRequest;

internal sealed class PublishPartnershipHandler(ITrackerDb db, ICurrentUser user) : IRequestHandler<PublishPartnership>
{
    public async Task<Unit> Handle(PublishPartnership command, CancellationToken ct)
    {
        var partnership = (await db.Partnerships.VisibleTo(db, user).GetAsync(command.PartnershipId, ct)).MustBeExpectedBy(user);
        if (command.IsPublished) partnership.Publish();
        else partnership.Unpublish();
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}

internal static class OpenCommitments
{
    /// <summary>Drafts, submitted and active ones.</summary>
    public static Task<int> OpenCommitmentsAsync(this ITrackerDb db, PartnershipId id, CancellationToken ct) => db.Commitments.CountAsync(
        c => c.PartnershipId == id
            && (c.Status == CommitmentStatus.Draft || c.Status == CommitmentStatus.Submitted || c.Status == CommitmentStatus.Active), ct);
}
