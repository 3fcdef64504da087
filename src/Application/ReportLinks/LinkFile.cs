namespace PartnershipTracker.Application.ReportLinks;

/// <summary>A file that is sent with a progress report by link.</summary>
/// <param name="Content">A seekable stream.</param>
public sealed record LinkFile(string Name, Stream Content);
