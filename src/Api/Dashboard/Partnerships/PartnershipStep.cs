namespace PartnershipTracker.Api.Dashboard.Partnerships;

/// <summary>What is confirmed about a partnership as a whole; the last part of the address of its page.</summary>
public enum PartnershipStep
{
    Activate,
    Complete,
    Dissolve,
    Publish,
    Unpublish,
}
