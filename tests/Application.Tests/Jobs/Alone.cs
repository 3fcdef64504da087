namespace PartnershipTracker.Application.Tests.Jobs;

/// <summary>Tests that measure seconds; no other test of this project runs meanwhile.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
