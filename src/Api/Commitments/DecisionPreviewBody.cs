namespace PartnershipTracker.Api.Commitments;

/// <param name="Accepts">Whether it would be accepted or approved; otherwise returned or rejected.</param>
/// <param name="Text">The reason or note.</param>
/// <param name="ReportId">The progress report that would be decided; left out for the submitted commitment.</param>
/// <param name="ChangeRequestId">The change request that would be decided; left out for the submitted commitment.</param>
internal sealed record DecisionPreviewBody(bool Accepts, string? Text = null, Guid? ReportId = null, Guid? ChangeRequestId = null);
