namespace PartnershipTracker.Api.Common;

/// <summary>Parts of the request cannot be read (400).</summary>
/// <param name="violations">Each part, and how it should be written.</param>
internal sealed class MalformedRequestException(IReadOnlyList<Violation> violations) : Exception("Parts of the request cannot be read.")
{
    public IReadOnlyList<Violation> Violations { get; } = violations;
}
