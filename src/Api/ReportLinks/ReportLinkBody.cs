namespace PartnershipTracker.Api.ReportLinks;

/// <param name="ContactId">Of an organization that is accountable for the commitment or supports it.</param>
/// <param name="Reason">Why a progress report is requested. The mail contains it.</param>
internal sealed record ReportLinkBody(Guid ContactId, string? Reason = null);
