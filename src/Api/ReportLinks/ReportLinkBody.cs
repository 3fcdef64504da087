namespace PartnershipTracker.Api.ReportLinks;

/// <param name="ContactId">Of an organization that answers for the commitment or supports it.</param>
/// <param name="Reason">Why a report is asked for; the mail says it.</param>
internal sealed record ReportLinkBody(Guid ContactId, string? Reason = null);
