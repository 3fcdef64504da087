using System.Collections.Frozen;
using System.Text.Json;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Domain.Commitments;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Organizations;
using PartnershipTracker.Domain.Partnerships;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// What webhooks tell: all that happens to commitments and partnerships, what everybody may know of organizations, and flags. Contacts, people,
/// keys, webhooks and report schedules are nobody else's business. Names follow one rule: <c>CommitmentAccepted</c> is <c>commitment.accepted</c>.
/// </summary>
public static class WebhookEvents
{
    public const string FlagRaised = "flag.raised";
    public const string FlagCleared = "flag.cleared";

    /// <summary>Sent when somebody asks for it, whatever the webhook chose.</summary>
    public const string Test = "webhook.test";

    /// <summary>The domain events that are told, by their name in the history.</summary>
    public static readonly FrozenDictionary<string, Type> Events = typeof(IDomainEvent).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IDomainEvent)) && !type.IsInterface)
        .Where(type => type.Namespace == typeof(Commitment).Namespace || type.Namespace == typeof(Partnership).Namespace
            || type == typeof(OrganizationRegistered) || type == typeof(OrganizationChanged))
        .ToFrozenDictionary(type => JsonNamingPolicy.CamelCase.ConvertName(type.Name));

    /// <summary>Every other subject is one word.</summary>
    private static readonly string[] TwoWordSubjects = ["changeRequest", "progressReport"];

    /// <summary>What a webhook may choose.</summary>
    public static readonly FrozenSet<string> Names = Events.Keys.Select(NameOf).Concat([FlagRaised, FlagCleared]).ToFrozenSet();

    /// <summary>"commitmentAccepted" → "commitment.accepted", "changeRequestApproved" → "changeRequest.approved".</summary>
    public static string NameOf(string historyName)
    {
        var subject = TwoWordSubjects.FirstOrDefault(s => historyName.StartsWith(s, StringComparison.Ordinal) && char.IsUpper(historyName[s.Length]));
        var end = subject?.Length ?? historyName.AsSpan().IndexOfAnyInRange('A', 'Z');
        return $"{historyName[..end]}.{char.ToLowerInvariant(historyName[end])}{historyName[(end + 1)..]}";
    }

    public static IReadOnlyList<WebhookEvent> All() =>
        [.. Names.Append(Test).Order(StringComparer.Ordinal).Select(name => new WebhookEvent(name, Texts.Word("webhookEvent." + name)))];
}
