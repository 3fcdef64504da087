namespace PartnershipTracker.Api.Dashboard.Parts;

/// <param name="Value">What the list is filtered by.</param>
public sealed record ShareRow(string Name, object Value, int Total, int Overdue);
