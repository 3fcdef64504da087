namespace PartnershipTracker.Application.Imports;

/// <summary>How a file writes numbers as text. Spaces, apostrophes and the other mark then stand between thousands.</summary>
public enum DecimalMark
{
    Point,
    Comma,
}
