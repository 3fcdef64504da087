namespace PartnershipTracker.Application.History;

/// <summary>A row that does not hold what the history last recorded of it.</summary>
/// <param name="Entity">The table, e.g. <c>Commitments</c>.</param>
/// <param name="Id">What names the row within its commitment; for a version the instant from which it is valid.</param>
/// <param name="CommitmentId">The commitment that the row belongs to.</param>
/// <param name="Field">The column; null where the whole row is gone or was never recorded.</param>
/// <param name="Expected">The recorded value; null where it was empty, or where no row was recorded. Texts are given by their hash.</param>
/// <param name="Found">The stored value; null where it is empty, or where the row is gone. Texts are given by their hash.</param>
public sealed record RecordDifference(string Entity, string Id, Guid CommitmentId, string? Field, string? Expected, string? Found)
{
    /// <summary>Stands for a whole row in <see cref="Expected"/> or <see cref="Found"/>.</summary>
    public const string Row = "row";
}
