namespace PartnershipTracker.Application.Common;

/// <summary>Implemented by every list whose rows change or are added.</summary>
public interface ISupportsUpdatedSince : IPaged
{
    /// <summary>
    /// Only rows saved at this instant or later. A save in progress may still get an earlier instant, so clients should subtract a minute
    /// from the time of their last request.
    /// </summary>
    DateTimeOffset? UpdatedSince { get; }
}
