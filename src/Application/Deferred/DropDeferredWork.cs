using PartnershipTracker.Domain.Common;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Deferred;

/// <summary>Removes an item that will not be done; the reason is kept in the history.</summary>
[Needs(Right.Administer)]
public sealed record DropDeferredWork(DeferredWorkId DeferredWorkId, string Reason) : IRequest
{
}

internal sealed class DropDeferredWorkValidator : AbstractValidator<DropDeferredWork>
{
    public DropDeferredWorkValidator() => RuleFor(d => d.Reason).Required(Limits.ShortText);
}

internal sealed class DropDeferredWorkHandler(ITrackerDb db, IServiceProvider workers) : IRequestHandler<DropDeferredWork>
{
    public async Task<Unit> Handle(DropDeferredWork command, CancellationToken ct)
    {
        var work = await db.DeferredWork.GetAsync("deferredWork", w => w.Id == command.DeferredWorkId, ct);
        await workers.GetRequiredKeyedService<IDeferredWorker>(work.Kind).DroppedAsync(work.SubjectId, ct);
        work.Drop(command.Reason);
        db.DeferredWork.Remove(work);
        await db.SaveChangesAsync(ct);
        return Unit.Value;
    }
}
