using MediatR;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Deferred;
using PartnershipTracker.Domain.Deferred;

namespace PartnershipTracker.Application.Imports;

/// <summary>Brings the rows of waiting files in, one file after the other.</summary>
[Needs(Right.Administer)]
public sealed record RunImports : IRequest<int>;

internal sealed class RunImportsHandler(DeferredRunner runner) : IRequestHandler<RunImports, int>
{
    /// <returns>How many files were read to their end, or refused for good.</returns>
    public Task<int> Handle(RunImports command, CancellationToken ct) => runner.WorkOffAsync(DeferredKind.Import, new WorkLimits(IsAlone: true), ct);
}
