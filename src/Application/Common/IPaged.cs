namespace PartnershipTracker.Application.Common;

/// <summary>Implemented by every list.</summary>
public interface IPaged
{
    /// <summary>1 to <see cref="Paging.MaxLimit"/>.</summary>
    int? Limit { get; }

    string? Cursor { get; }
}
