namespace PartnershipTracker.Api.Startup;

/// <summary>The first access to a new installation (<c>Bootstrap:*</c>).</summary>
internal sealed class BootstrapOptions
{
    /// <summary>A key of the secretariat.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The address of the first person of the secretariat.</summary>
    public string? Email { get; init; }
}
