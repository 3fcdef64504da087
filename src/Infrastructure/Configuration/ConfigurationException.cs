namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>The configuration is wrong. The message is one sentence for the operator, with which the start ends.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
