namespace PartnershipTracker.Api.Commitments;

internal sealed record NoteBody(string? Note = null);
