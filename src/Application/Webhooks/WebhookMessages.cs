using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.History;
using PartnershipTracker.Domain.Accountability;
using PartnershipTracker.Domain.Common;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Application.Webhooks;

/// <summary>
/// Builds the bodies of webhook messages: ids, facts and an address to read more. Names and free texts are left out; receivers read them at
/// <c>url</c>, where their access rights are checked.
/// </summary>
internal static class WebhookMessages
{
    /// <summary>Text facts that are codes and may be sent.</summary>
    private static readonly string[] Codes = ["currency", "unit", "sha256"];

    /// <returns>The bodies, in the order of the deliveries.</returns>
    public static async Task<IReadOnlyList<byte[]>> BodiesAsync(
        this ITrackerDb db,
        IReadOnlyList<WebhookDelivery> deliveries,
        PublicUrl url,
        CancellationToken ct
    )
    {
        var numbers = deliveries.Select(d => d.Number).OfType<long>().ToList();
        var entries =
            numbers.Count == 0
                ? []
                : await db
                    .History.AsNoTracking()
                    .Where(h => h.Number != null && numbers.Contains(h.Number.Value))
                    .ToDictionaryAsync(h => h.Number!.Value, ct);
        var flagIds = deliveries.Select(d => d.FlagId).OfType<FlagId>().ToList();
        var flags =
            flagIds.Count == 0 ? [] : await db.Flags.AsNoTracking().Where(f => flagIds.Contains(f.Id)).ToDictionaryAsync(f => f.Id, ct);
        return [.. deliveries.Select(d => BodyOf(d, d.Number is { } n ? entries[n] : null, d.FlagId is { } f ? flags[f] : null, url))];
    }

    private static byte[] BodyOf(WebhookDelivery delivery, HistoryEntry? entry, Flag? flag, PublicUrl url)
    {
        var (at, data) = (entry, flag) switch
        {
            ({ } happened, _) => (happened.At, DataOf(happened, url)),
            (_, { } overdue) when delivery.Event == WebhookEvents.FlagCleared => (
                overdue.ClearedAt!.Value,
                DataOf(overdue, overdue.ClearedBecause, url)
            ),
            (_, { } overdue) => (overdue.RaisedAt, DataOf(overdue, null, url)),
            _ => (delivery.CreatedAt, new { webhookId = delivery.WebhookId, url = url.To($"/api/v1/webhooks/{delivery.WebhookId.Value}") }),
        };
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                type = delivery.Event,
                timestamp = at.UtcDateTime,
                data,
            },
            HistoryJson.Options
        );
    }

    private static object DataOf(HistoryEntry entry, PublicUrl url) =>
        new
        {
            number = entry.Number,
            commitmentId = entry.CommitmentId,
            organizationId = entry.OrganizationId,
            partnershipId = entry.PartnershipId,
            initiativeId = entry.InitiativeId,
            url = url.To(
                entry switch
                {
                    { CommitmentId: { } id } => $"/api/v1/commitments/{id}",
                    { PartnershipId: { } id } => $"/api/v1/partnerships/{id}",
                    { InitiativeId: { } id } => $"/api/v1/initiatives/{id}",
                    _ => $"/api/v1/organizations/{entry.OrganizationId}",
                }
            ),
            facts = FactsOf(entry),
        };

    private static object DataOf(Flag flag, ClearedBecause? because, PublicUrl url) =>
        new
        {
            commitmentId = flag.CommitmentId,
            organizationId = flag.OrganizationId,
            partnershipId = flag.PartnershipId,
            initiativeId = flag.InitiativeId,
            outcomeId = flag.OutcomeId,
            outcomeStepId = flag.OutcomeStepId,
            url = url.To(
                flag switch
                {
                    { CommitmentId: { } id } => $"/api/v1/commitments/{id.Value}",
                    { InitiativeId: { } id } => $"/api/v1/initiatives/{id.Value}",
                    { OutcomeId: { } id } => $"/api/v1/accountability/flags?outcomeId={id.Value}",
                    _ => "/api/v1/accountability/flags",
                }
            ),
            facts = new
            {
                flagId = flag.Id,
                kind = flag.Kind,
                milestoneId = flag.MilestoneId,
                dueDate = flag.DueDate,
                overdueAt = flag.OverdueAt.UtcDateTime,
                because,
            },
        };

    /// <summary>The facts of the event as stored in the history, without texts and lists.</summary>
    private static JsonObject FactsOf(HistoryEntry entry)
    {
        var harmless = WebhookEvents
            .Events[entry.Event]
            .GetProperties()
            .Where(p => p.PropertyType.IsValueType)
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .Concat(Codes)
            .ToHashSet();
        return new JsonObject(
            JsonNode
                .Parse(entry.Data)!
                .AsObject()
                .Where(fact => harmless.Contains(fact.Key))
                .Select(fact => KeyValuePair.Create(fact.Key, fact.Value?.DeepClone()))
        );
    }
}
