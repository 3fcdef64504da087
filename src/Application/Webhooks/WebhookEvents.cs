using System.Collections.Frozen;
using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Imports;
using PartnershipTracker.Domain.Initiatives;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// The events that webhooks receive: all events of commitments, partnerships and initiatives, the registration and changes of
/// organizations, what was removed because an import was undone, and flags.
/// Events about contacts, people, keys, webhooks and report schedules are never sent. The name <c>CommitmentAccepted</c> becomes
/// <c>commitment.accepted</c>.
/// </summary>
public static class WebhookEvents
{
    public const string FlagRaised = "flag.raised";
    public const string FlagCleared = "flag.cleared";

    /// <summary>Sent on request, whatever events the webhook has selected.</summary>
    public const string Test = "webhook.test";

    /// <summary>The domain events that are sent, by their names in the history.</summary>
    public static readonly FrozenDictionary<string, Type> Events = typeof(IDomainEvent)
        .Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDomainEvent)) && !type.IsInterface)
        .Where(type =>
            type.Namespace == typeof(Commitment).Namespace
            || type.Namespace == typeof(Partnership).Namespace
            || type.Namespace == typeof(Initiative).Namespace
            || type == typeof(OrganizationRegistered)
            || type == typeof(OrganizationChanged)
            || type == typeof(ImportUndone)
        )
        .ToFrozenDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

    /// <summary>Subjects of two words; all others are a single word.</summary>
    private static readonly string[] TwoWordSubjects = ["changeRequest", "progressReport"];

    /// <summary>The events that a webhook can select.</summary>
    public static readonly FrozenSet<string> Names = Events.Keys.Select(NameOf).Concat([FlagRaised, FlagCleared]).ToFrozenSet();

    /// <summary>"commitmentAccepted" → "commitment.accepted", "changeRequestApproved" → "changeRequest.approved".</summary>
    public static string NameOf(string historyName)
    {
        var subject = TwoWordSubjects.FirstOrDefault(s =>
            historyName.StartsWith(s, StringComparison.Ordinal) && char.IsUpper(historyName[s.Length])
        );
        var end = subject?.Length ?? historyName.AsSpan().IndexOfAnyInRange('A', 'Z');
        return $"{historyName[..end]}.{char.ToLowerInvariant(historyName[end])}{historyName[(end + 1)..]}";
    }

    public static IReadOnlyList<WebhookEvent> All() =>
        [.. Names.Append(Test).Order(StringComparer.Ordinal).Select(name => new WebhookEvent(name, Texts.Word("webhookEvent." + name)))];
}
