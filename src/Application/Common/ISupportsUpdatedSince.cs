namespace PartnershipTracker.Application.Common;

/// <summary>What every list takes whose rows change or grow.</summary>
public interface ISupportsUpdatedSince : IPaged
{
    /// <summary>
    /// Only what was saved with a change at this instant or later. A save in progress may still carry an earlier instant, so ask from a minute before the last answer.
    /// </summary>
    DateTimeOffset? UpdatedSince { get; }
}
