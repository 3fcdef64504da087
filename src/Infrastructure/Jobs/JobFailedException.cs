namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>The type of what failed, and nothing of its words: the engine stores and shows them.</summary>
public sealed class JobFailedException(string type) : Exception(type);
