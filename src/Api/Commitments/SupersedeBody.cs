namespace PartnershipTracker.Api.Commitments;

internal sealed record SupersedeBody(Guid SuccessorId, string Reason);
