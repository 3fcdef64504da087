using MediatR;
using PartnershipTracker.Api.Common;
using PartnershipTracker.Application.Common;
using PartnershipTracker.Application.Webhooks;
using PartnershipTracker.Domain.Webhooks;

namespace PartnershipTracker.Api.Webhooks;

internal static class WebhookEndpoints
{
    public static void MapWebhooks(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/webhooks").WithTags("Webhooks");
        group.MapPost("/", Register).WithName("registerWebhook").Produces<WebhookWithSecret>(201).WithMetadata(new ShowsSecret());
        group.MapGet("/", List).WithName("listWebhooks");
        group.MapGet("/{id:guid}", Get).WithName("getWebhook").Produces<WebhookDetails>();
        group.MapPut("/{id:guid}", Change).WithName("changeWebhook").Produces<WebhookDetails>();
        group.MapDelete("/{id:guid}", Remove).WithName("removeWebhook").Produces(204);
        group
            .MapPost("/{id:guid}/rotate-secret", RotateSecret)
            .WithName("rotateWebhookSecret")
            .Produces<WebhookWithSecret>()
            .WithMetadata(new ShowsSecret());
        group.MapPost("/{id:guid}/enable", Enable).WithName("enableWebhook").Produces<WebhookDetails>();
        group.MapPost("/{id:guid}/disable", Disable).WithName("disableWebhook").Produces<WebhookDetails>();
        group.MapPost("/{id:guid}/test", Test).WithName("testWebhook").Produces<WebhookDeliveryDetails>(202);
        group.MapGet("/{id:guid}/deliveries", ListDeliveries).WithName("listWebhookDeliveries");
        group
            .MapPost("/{id:guid}/deliveries/{deliveryId:guid}/replay", Replay)
            .WithName("replayWebhookDelivery")
            .Produces<WebhookDeliveryDetails>(202);
    }

    private static async Task<IResult> Register(RegisterWebhook body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var webhook = await mediator.Send(body, ct);
        http.Response.Headers.CacheControl = "no-store";
        return http.CreatedTagged($"/api/v1/webhooks/{webhook.Id}", webhook, webhook.Version);
    }

    private static Task<Page<WebhookDetails>> List([AsParameters] ListWebhooks query, IMediator mediator, CancellationToken ct) =>
        mediator.Send(query, ct);

    private static async Task<IResult> Get(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var webhook = await mediator.Send(new GetWebhook(new WebhookId(id)), ct);
        return http.Tagged(webhook, webhook.Version);
    }

    private static async Task<IResult> Change(Guid id, WebhookBody body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new ChangeWebhook(new WebhookId(id), body.Url, body.OwnerEmail, body.Description, body.Events), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Remove(Guid id, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveWebhook(new WebhookId(id)), ct);
        return Results.NoContent();
    }

    private static async Task<IResult> RotateSecret(Guid id, RotationBody? body, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        var webhook = await mediator.Send(new RotateSecret(new WebhookId(id), body?.OverlapHours ?? Webhook.OverlapHours), ct);
        http.Response.Headers.CacheControl = "no-store";
        return Results.Ok(webhook);
    }

    private static async Task<IResult> Enable(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new EnableWebhook(new WebhookId(id)), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Disable(Guid id, IMediator mediator, HttpContext http, CancellationToken ct)
    {
        await mediator.Send(new DisableWebhook(new WebhookId(id)), ct);
        return await Get(id, mediator, http, ct);
    }

    private static async Task<IResult> Test(Guid id, IMediator mediator, CancellationToken ct) =>
        Results.Accepted($"/api/v1/webhooks/{id}/deliveries", await mediator.Send(new TestWebhook(new WebhookId(id)), ct));

    private static Task<Page<WebhookDeliveryDetails>> ListDeliveries(
        Guid id,
        IMediator mediator,
        CancellationToken ct,
        DeliveryState? state = null,
        int? limit = null,
        string? cursor = null,
        DateTimeOffset? updatedSince = null
    ) => mediator.Send(new ListDeliveries(new WebhookId(id), state, limit, cursor, updatedSince), ct);

    private static async Task<IResult> Replay(Guid id, Guid deliveryId, IMediator mediator, CancellationToken ct) =>
        Results.Accepted(
            $"/api/v1/webhooks/{id}/deliveries",
            await mediator.Send(new ReplayDelivery(new WebhookId(id), new WebhookDeliveryId(deliveryId)), ct)
        );
}
