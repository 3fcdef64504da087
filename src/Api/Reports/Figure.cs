namespace PartnershipTracker.Api.Reports;

/// <param name="Mark">Stands beside the label.</param>
/// <param name="What">The label: what the number counts.</param>
/// <param name="Means">A sentence that explains the number.</param>
internal sealed record Figure(string Number, string Mark, string What, string Means, bool IsOverdue);
