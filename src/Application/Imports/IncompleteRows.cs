namespace PartnershipTracker.Application.Imports;

/// <summary>What happens to a row that lacks its due date or SDG targets.</summary>
public enum IncompleteRows
{
    Refuse,

    /// <summary>It is imported as a draft, with a warning that names what is missing.</summary>
    Draft,
}
