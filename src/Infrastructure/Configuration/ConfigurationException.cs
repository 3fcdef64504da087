namespace PartnershipTracker.Infrastructure.Configuration;

/// <summary>The configuration is wrong; its message is the one clear sentence the start ends with.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
