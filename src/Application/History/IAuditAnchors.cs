namespace PartnershipTracker.Application.History;

/// <summary>Copies of the last hash outside the database, so that a chain that was cut off or computed anew is found.</summary>
public interface IAuditAnchors
{
    /// <summary>Writes the head unless this node has written it already; does nothing where no folder is configured.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    Task WriteAsync(AuditHead head, DateTimeOffset sealedAt, CancellationToken ct);

    /// <returns>What each node has written, in ascending order; lines that cannot be read are left out.</returns>
    /// <exception cref="IOException">A file could not be read.</exception>
    IReadOnlyList<IEnumerable<AuditHead>> Read();
}
