namespace PartnershipTracker.Domain.Commitments;

/// <summary>A file that was accepted as evidence.</summary>
/// <param name="Title">For readers; the file name is shown where it is missing.</param>
/// <param name="Name">Safe as the name of a saved file, with the extension of its type.</param>
/// <param name="ContentType">Detected from the content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 hexadecimal digits, lower case; the store finds the file by it.</param>
public sealed record EvidenceFile(string? Title, string Name, string ContentType, long Size, string Sha256);
