namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Requests that a command of the schedule runs as soon as possible, before its next scheduled time.</summary>
public interface IWakeUps
{
    void Ask(string command);
}
