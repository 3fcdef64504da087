using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Imports;

/// <summary>Imports the files that wait, one after the other.</summary>
[Needs(Right.Administer)]
public sealed record RunImports : IRequest<int>;

internal sealed class RunImportsHandler(DeferredRunner runner) : IRequestHandler<RunImports, int>
{
    /// <returns>The number of files that were read to the end or refused.</returns>
    public Task<int> Handle(RunImports command, CancellationToken ct) => runner.WorkOffAsync(DeferredKind.Import, new WorkLimits(IsAlone: true), ct);
}
