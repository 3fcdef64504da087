namespace PartnershipTracker.Api.Programme;

/// <param name="Position">From 1; a place after the last is the last.</param>
internal sealed record MoveBody(int Position);
