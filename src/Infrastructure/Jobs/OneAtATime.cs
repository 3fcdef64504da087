using Hangfire.Client;
using Hangfire.States;

namespace PartnershipTracker.Infrastructure.Jobs;

/// <summary>
/// Creates no scheduled run while the previous run of the same command is waiting or running on any node. The id of the last run is stored
/// in a field of our own, because Hangfire clears its own field when a run is not created.
/// </summary>
internal sealed class OneAtATime : IClientFilter
{
    private const string LastRunField = "TrackerLastRun";

    public void OnCreating(CreatingContext context)
    {
        if (CommandOf(context) is not { } command)
            return;
        if (context.Connection.GetAllEntriesFromHash(KeyOf(command))?.GetValueOrDefault(LastRunField) is not { Length: > 0 } last)
            return;
        var state = context.Connection.GetStateData(last)?.Name;
        if (state == EnqueuedState.StateName || state == ProcessingState.StateName)
            context.Canceled = true;
    }

    public void OnCreated(CreatedContext context)
    {
        if (context.Canceled || context.BackgroundJob is null || CommandOf(context) is not { } command)
            return;
        context.Connection.SetRangeInHash(KeyOf(command), [new(LastRunField, context.BackgroundJob.Id)]);
    }

    /// <returns>Null for a run that was enqueued directly. A second run is harmless, because each item of work is claimed by one run
    /// only.</returns>
    private static string? CommandOf(CreateContext context) =>
        context.Parameters.TryGetValue("RecurringJobId", out var id) ? id as string : null;

    private static string KeyOf(string command) => "tracker:" + command;
}
