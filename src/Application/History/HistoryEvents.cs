using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Webhooks;

namespace PartnershipTracker.Application.History;

/// <summary>The kinds of changes that the history holds.</summary>
public static class HistoryEvents
{
    /// <returns>The name of each event as it is stored, and what it means, in alphabetical order of the names.</returns>
    public static IReadOnlyList<(string Name, string Meaning)> All() =>
        [.. EventNames.All.Order(StringComparer.Ordinal).Select(name => (name, Texts.Word(KeyOf(name))))];

    /// <summary>Events that webhooks send have their meaning from there.</summary>
    private static string KeyOf(string name) =>
        WebhookEvents.Names.Contains(WebhookEvents.NameOf(name)) ? $"webhookEvent.{WebhookEvents.NameOf(name)}" : $"historyEvent.{name}";
}
