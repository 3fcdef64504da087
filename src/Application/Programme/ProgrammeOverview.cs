namespace PartnershipTracker.Application.Programme;

/// <summary>All pillars and themes with the numbers of their commitments, as far as the caller may see them.</summary>
/// <param name="Pillars">In their order; a retired one only if there are commitments with it.</param>
/// <param name="Themes">In their order; a retired one only if there are commitments with it.</param>
public sealed record ProgrammeOverview(IReadOnlyList<TermFigures> Pillars, IReadOnlyList<TermFigures> Themes);

/// <param name="Committed">The commitments that were ever accepted.</param>
/// <param name="Completed">Those that are completed.</param>
/// <param name="Overdue">Those that are overdue now.</param>
public sealed record TermFigures(string Code, string Name, string? Description, bool IsRetired, int Committed, int Completed, int Overdue);
