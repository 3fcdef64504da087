namespace PartnershipTracker.Application.Common;

/// <summary>Implemented by every list.</summary>
public interface IPaged
{
    /// <summary>1 to <see cref="Paging.MaxLimit"/>.</summary>
    int? Limit { get; }

    string? Cursor { get; }

    /// <summary>Whether the rows are also counted for later pages, whose headings show the total; an answer of the API has it on the first
    /// page only.</summary>
    bool TotalOnEveryPage => false;

    /// <summary>Whether the rows are never counted, because the caller knows their number already.</summary>
    bool WithoutTotal => false;
}
