namespace PartnershipTracker.Api.Reports;

/// <param name="Means">What the number means.</param>
internal sealed record Figure(string Number, string What, string Means, bool IsOverdue);
