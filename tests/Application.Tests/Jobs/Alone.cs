namespace PartnershipTracker.Application.Tests.Jobs;

/// <summary>Tests that measure seconds; no other test of this project runs meanwhile.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
