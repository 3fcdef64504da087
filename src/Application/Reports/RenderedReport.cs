namespace PartnershipTracker.Application.Reports;

/// <param name="Subject">The main finding, in one line.</param>
public sealed record RenderedReport(string Subject, string Html, string Text);
