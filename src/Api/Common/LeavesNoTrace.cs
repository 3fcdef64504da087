namespace PartnershipTracker.Api.Common;

/// <summary>
/// Marks an endpoint of which no request is recorded with its caller, because that would tell who gave a protected voice. What it does may
/// be asked for twice without harm, so that a record is not needed.
/// </summary>
internal sealed class LeavesNoTrace;
