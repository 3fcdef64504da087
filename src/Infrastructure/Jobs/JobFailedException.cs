namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Contains only the type of the exception, not its message, because Hangfire stores and shows it.</summary>
public sealed class JobFailedException(string type) : Exception(type);
