using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Commitments;

/// <summary>Checks the links that are new or were not checked for a week. It changes no commitment.</summary>
[Needs(Right.Administer)]
public sealed record CheckLinks : IRequest<int>;

internal sealed class CheckLinksHandler(DeferredRunner runner) : IRequestHandler<CheckLinks, int>
{
    private const int AtOnce = 4;

    /// <returns>The number of links checked.</returns>
    public async Task<int> Handle(CheckLinks command, CancellationToken ct) =>
        (await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => runner.WorkOffAsync(DeferredKind.LinkCheck, new WorkLimits(), ct)))).Sum();
}
