namespace PartnershipTracker.Application.Common;

/// <summary>What every list takes.</summary>
public interface IPaged
{
    /// <summary>1 to <see cref="Paging.MaxLimit"/>.</summary>
    int? Limit { get; }

    string? Cursor { get; }
}
