namespace PartnershipTracker.Application.ReportLinks;

/// <summary>A file that comes with a report by link.</summary>
/// <param name="Content">Can be read again from the start.</param>
public sealed record LinkFile(string Name, Stream Content);
