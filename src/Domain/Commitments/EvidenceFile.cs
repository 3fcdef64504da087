namespace PartnershipTracker.Domain.Commitments;

/// <summary>A file that was taken in, as its content tells.</summary>
/// <param name="Title">As people read it; its name where nothing is said.</param>
/// <param name="Name">Safe to save under, with the extension of its type.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case; also where the store keeps it.</param>
public sealed record EvidenceFile(string? Title, string Name, string ContentType, long Size, string Sha256);
