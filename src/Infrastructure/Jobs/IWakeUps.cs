namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>Has a command of the schedule run as soon as possible, instead of at its next tick.</summary>
public interface IWakeUps
{
    void Ask(string command);
}
